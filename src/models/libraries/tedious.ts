// https://tediousjs.github.io/tedious/api-connection.html
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'tedious#Connection', role: 'type', extends: ['node:events#EventEmitter'] },
  { symbol: 'tedious#connect', role: 'type', returns: 'tedious#Connection' },
  { symbol: 'tedious#Connection', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, releasedBy: ['tedious#Connection.close'] },
  { symbol: 'tedious#connect', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, releasedBy: ['tedious#Connection.close'] },
  { symbol: 'tedious#Connection.close', role: 'teardown' },
] as const satisfies readonly ModelRow[]
