// https://github.com/mysqljs/mysql#readme
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'mysql#Connection', role: 'type', extends: ['node:events#EventEmitter'] },
  { symbol: 'mysql#PoolConnection', role: 'type', extends: ['mysql#Connection'] },
  { symbol: 'mysql#Pool', role: 'type', extends: ['node:events#EventEmitter'] },
  { symbol: 'mysql#createConnection', role: 'type', returns: 'mysql#Connection' },
  { symbol: 'mysql#createPool', role: 'type', returns: 'mysql#Pool' },
  { symbol: 'mysql#createConnection', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, releasedBy: ['mysql#Connection.end', 'mysql#Connection.destroy'] },
  { symbol: 'mysql#createPool', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, releasedBy: ['mysql#Pool.end'] },
  { symbol: 'mysql#Pool.getConnection', role: 'acquire', resource: 'resource', holder: 'this', handle: 'param[1]', releasedBy: ['mysql#PoolConnection.release', 'mysql#Connection.destroy'], note: 'the connection comes to the callback' },
  { symbol: 'mysql#Pool.getConnection', role: 'entry', calls: 'arg[0]', event: 'call', params: [null, 'mysql#PoolConnection'] },
  { symbol: 'mysql#PoolConnection.release', role: 'release', resource: 'resource', handle: 'this' },
  { symbol: 'mysql#Connection.end', role: 'teardown' },
  { symbol: 'mysql#Connection.destroy', role: 'teardown' },
  { symbol: 'mysql#Pool.end', role: 'teardown' },
] as const satisfies readonly ModelRow[]
