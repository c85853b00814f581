// https://github.com/SGrondin/bottleneck#reservoir-intervals
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'bottleneck#default', role: 'type' },
  { symbol: 'bottleneck#default', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, onlyWith: { 'arg[0].reservoirRefreshInterval': [] }, releasedBy: ['bottleneck#default.disconnect'], note: 'an interval, and one for each event limits nothing' },
  { symbol: 'bottleneck#default.disconnect', role: 'teardown' },
] as const satisfies readonly ModelRow[]
