// https://github.com/isaacs/node-lru-cache#readme
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'lru-cache#LRUCache', role: 'bound', options: 'arg[0]', anyOf: ['max', 'maxSize', 'ttlAutopurge'], limit: 'max', grows: 'an lru-cache with neither max nor maxSize', note: 'ttl alone does not bound it: expired entries stay until they are read' },
  { symbol: 'lru-cache#default', role: 'bound', options: 'arg[0]', anyOf: ['max', 'maxSize', 'ttlAutopurge'], limit: 'max', grows: 'an lru-cache with neither max nor maxSize', note: 'ttl alone does not bound it: expired entries stay until they are read' },
] as const satisfies readonly ModelRow[]
