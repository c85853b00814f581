// https://github.com/node-cache/node-cache#readme
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'node-cache#default', role: 'type', extends: ['node:events#EventEmitter'] },
  { symbol: 'node-cache#default', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, unless: { 'arg[0].checkperiod': 0 }, releasedBy: ['node-cache#default.close'], note: 'its timer for expired keys arms itself again and again' },
  { symbol: 'node-cache#default.close', role: 'teardown' },
] as const satisfies readonly ModelRow[]
