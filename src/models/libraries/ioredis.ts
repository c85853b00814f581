// https://redis.github.io/ioredis/
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'ioredis#Redis', role: 'type', extends: ['node:events#EventEmitter'] },
  { symbol: 'ioredis#default', role: 'type', returns: 'ioredis#Redis', extends: ['ioredis#Redis'] },
  { symbol: 'ioredis#Cluster', role: 'type', extends: ['node:events#EventEmitter'] },
  { symbol: 'ioredis#Redis.duplicate', role: 'type', returns: 'ioredis#Redis' },
  { symbol: 'ioredis#Redis', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, releasedBy: ['ioredis#Redis.quit', 'ioredis#Redis.disconnect'] },
  { symbol: 'ioredis#default', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, releasedBy: ['ioredis#Redis.quit', 'ioredis#Redis.disconnect'] },
  { symbol: 'ioredis#Redis.duplicate', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, releasedBy: ['ioredis#Redis.quit', 'ioredis#Redis.disconnect'] },
  { symbol: 'ioredis#Cluster', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, releasedBy: ['ioredis#Cluster.quit', 'ioredis#Cluster.disconnect'] },
  { symbol: 'ioredis#Redis.on', role: 'entry', calls: 'arg[1]', event: 'message', when: { 'arg[0]': ['message', 'messageBuffer', 'pmessage', 'pmessageBuffer', 'smessage'] }, label: 'every Redis message' },
  { symbol: 'ioredis#Redis.quit', role: 'teardown' },
  { symbol: 'ioredis#Redis.disconnect', role: 'teardown' },
  { symbol: 'ioredis#Cluster.quit', role: 'teardown' },
  { symbol: 'ioredis#Cluster.disconnect', role: 'teardown' },
] as const satisfies readonly ModelRow[]
