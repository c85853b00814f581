// https://github.com/memcachier/memjs#usage
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'memjs#Client', role: 'type' },
  { symbol: 'memjs#Client.create', role: 'type', isStatic: true, returns: 'memjs#Client' },
  { symbol: 'memjs#Client.create', role: 'acquire', resource: 'resource', isStatic: true, holder: 'process', handle: 'return', isClient: true, releasedBy: ['memjs#Client.close', 'memjs#Client.quit'], note: 'its sockets stay open' },
  { symbol: 'memjs#Client.close', role: 'teardown' },
  { symbol: 'memjs#Client.quit', role: 'teardown' },
] as const satisfies readonly ModelRow[]
