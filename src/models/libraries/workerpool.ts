// https://github.com/josdejong/workerpool#pool
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'workerpool#Pool', role: 'type' },
  { symbol: 'workerpool#pool', role: 'type', returns: 'workerpool#Pool' },
  { symbol: 'workerpool#pool', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, releasedBy: ['workerpool#Pool.terminate'], note: 'its workers stay' },
  { symbol: 'workerpool#Pool.terminate', role: 'teardown' },
] as const satisfies readonly ModelRow[]
