// https://node-postgres.com/
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'pg#ClientBase', role: 'type', extends: ['node:events#EventEmitter'] },
  { symbol: 'pg#Client', role: 'type', extends: ['pg#ClientBase'] },
  { symbol: 'pg#PoolClient', role: 'type', extends: ['pg#ClientBase'] },
  { symbol: 'pg#Pool', role: 'type', extends: ['node:events#EventEmitter'] },
  { symbol: 'pg-pool#default', role: 'type', returns: 'pg#Pool', extends: ['pg#Pool'] },
  { symbol: 'pg#Pool.connect', role: 'type', returns: 'pg#PoolClient' },
  { symbol: 'pg#Client', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, releasedBy: ['pg#Client.end'] },
  { symbol: 'pg#Pool', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, releasedBy: ['pg#Pool.end'] },
  { symbol: 'pg-pool#default', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, releasedBy: ['pg#Pool.end'] },
  { symbol: 'pg#Pool.connect', role: 'acquire', resource: 'resource', holder: 'this', handle: 'return', releasedBy: ['pg#PoolClient.release'], note: 'a client that is not released is lost to the pool: after max of them every query waits for ever' },
  { symbol: 'pg#PoolClient.release', role: 'release', resource: 'resource', handle: 'this' },
  { symbol: 'pg#Pool.connect', role: 'entry', calls: 'arg[0]', event: 'call', params: [null, 'pg#PoolClient', null] },
  { symbol: 'pg#ClientBase.on', role: 'entry', calls: 'arg[1]', event: 'message', when: { 'arg[0]': ['notification', 'notice'] }, label: "every '{arg[0]}' of the database" },
  { symbol: 'pg#Client.end', role: 'teardown' },
  { symbol: 'pg#Pool.end', role: 'teardown' },
] as const satisfies readonly ModelRow[]
