// https://express-rate-limit.mintlify.app/reference/error-codes
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'express-rate-limit#MemoryStore', role: 'type' },
  { symbol: 'express-rate-limit#default', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, releasedBy: ['express-rate-limit#MemoryStore.shutdown'], note: 'its store has an interval, and counts from nought for each: it must not be made in a handler' },
  { symbol: 'express-rate-limit#rateLimit', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, releasedBy: ['express-rate-limit#MemoryStore.shutdown'], note: 'its store has an interval, and counts from nought for each: it must not be made in a handler' },
  { symbol: 'express-rate-limit#MemoryStore.shutdown', role: 'teardown' },
] as const satisfies readonly ModelRow[]
