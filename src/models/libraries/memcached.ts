// https://github.com/3rd-Eden/memcached#options
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'memcached#default', role: 'type', extends: ['node:events#EventEmitter'] },
  { symbol: 'memjs#Client', role: 'type' },
  { symbol: 'memjs#Client.create', role: 'type', isStatic: true, returns: 'memjs#Client' },
  { symbol: 'memcached#default', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, endsBy: ['idle'], releasedBy: ['memcached#default.end'], note: 'it closes connections that nobody used for 5 s' },
  { symbol: 'memjs#Client.create', role: 'acquire', resource: 'resource', isStatic: true, holder: 'process', handle: 'return', isClient: true, releasedBy: ['memjs#Client.close', 'memjs#Client.quit'], note: 'its sockets stay open' },
  { symbol: 'memcached#default.end', role: 'teardown' },
  { symbol: 'memjs#Client.close', role: 'teardown' },
  { symbol: 'memjs#Client.quit', role: 'teardown' },
] as const satisfies readonly ModelRow[]
