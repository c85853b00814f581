// https://github.com/3rd-Eden/memcached#options
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'memcached#default', role: 'type', extends: ['node:events#EventEmitter'] },
  { symbol: 'memcached#default', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, endsBy: ['idle'], releasedBy: ['memcached#default.end'], note: 'it closes connections that nobody used for 5 s' },
  { symbol: 'memcached#default.end', role: 'teardown' },
] as const satisfies readonly ModelRow[]
