// https://github.com/brightcove/hot-shots#usage
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'hot-shots#StatsD', role: 'type', extends: ['node:events#EventEmitter'] },
  { symbol: 'hot-shots#default', role: 'type', returns: 'hot-shots#StatsD', extends: ['hot-shots#StatsD'] },
  { symbol: 'hot-shots#StatsD', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, releasedBy: ['hot-shots#StatsD.close'], note: 'a socket; childClient() shares that of its parent' },
  { symbol: 'hot-shots#default', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, releasedBy: ['hot-shots#StatsD.close'], note: 'a socket; childClient() shares that of its parent' },
  { symbol: 'hot-shots#StatsD.close', role: 'teardown' },
] as const satisfies readonly ModelRow[]
