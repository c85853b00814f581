// https://github.com/primus/eventemitter3#usage
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'eventemitter3#default', role: 'type', extends: ['node:events#EventEmitter'] },
  { symbol: 'eventemitter3#EventEmitter', role: 'type', extends: ['node:events#EventEmitter'] },
] as const satisfies readonly ModelRow[]
