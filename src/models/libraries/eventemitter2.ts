// https://github.com/EventEmitter2/EventEmitter2#api
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'eventemitter2#EventEmitter2', role: 'type', extends: ['node:events#EventEmitter'] },
  { symbol: 'eventemitter2#default', role: 'type', extends: ['eventemitter2#EventEmitter2'] },
  { symbol: 'eventemitter2#EventEmitter2.onAny', role: 'acquire', resource: 'listener', holder: 'this', held: 'arg[0]', key: ['arg[0]'], releasedBy: ['eventemitter2#EventEmitter2.offAny'] },
  { symbol: 'eventemitter2#EventEmitter2.offAny', role: 'release', resource: 'listener', holder: 'this', key: ['arg[0]'] },
] as const satisfies readonly ModelRow[]
