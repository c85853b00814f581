// https://github.com/sindresorhus/emittery#api
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'emittery#default', role: 'type' },
  { symbol: 'emittery#default.on', role: 'acquire', resource: 'listener', holder: 'this', held: 'arg[1]', key: ['arg[0]', 'arg[1]'], handle: 'return', disposedBy: ['()'] },
  { symbol: 'emittery#default.onAny', role: 'acquire', resource: 'listener', holder: 'this', held: 'arg[0]', key: ['arg[0]'], handle: 'return', disposedBy: ['()'] },
  { symbol: 'emittery#default.off', role: 'release', resource: 'listener', holder: 'this', key: ['arg[0]', 'arg[1]'] },
  { symbol: 'emittery#default.offAny', role: 'release', resource: 'listener', holder: 'this', key: ['arg[0]'] },
  { symbol: 'emittery#default.clearListeners', role: 'release', resource: 'listener', holder: 'this', key: ['arg[0]'], all: true },
] as const satisfies readonly ModelRow[]
