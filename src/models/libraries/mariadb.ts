// https://github.com/mariadb-corporation/mariadb-connector-nodejs/blob/main/documentation/promise-api.md
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'mariadb#Connection', role: 'type', extends: ['node:events#EventEmitter'] },
  { symbol: 'mariadb#PoolConnection', role: 'type', extends: ['mariadb#Connection'] },
  { symbol: 'mariadb#Pool', role: 'type' },
  { symbol: 'mariadb#PoolCluster', role: 'type' },
  { symbol: 'mariadb#createConnection', role: 'type', returns: 'mariadb#Connection' },
  { symbol: 'mariadb#createPool', role: 'type', returns: 'mariadb#Pool' },
  { symbol: 'mariadb#createPoolCluster', role: 'type', returns: 'mariadb#PoolCluster' },
  { symbol: 'mariadb#Pool.getConnection', role: 'type', returns: 'mariadb#PoolConnection' },
  { symbol: 'mariadb#PoolCluster.getConnection', role: 'type', returns: 'mariadb#PoolConnection' },
  { symbol: 'mariadb#createConnection', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, releasedBy: ['mariadb#Connection.end', 'mariadb#Connection.close', 'mariadb#Connection.destroy'] },
  { symbol: 'mariadb#createPool', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, releasedBy: ['mariadb#Pool.end'] },
  { symbol: 'mariadb#createPoolCluster', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, releasedBy: ['mariadb#PoolCluster.end'] },
  { symbol: 'mariadb#Pool.getConnection', role: 'acquire', resource: 'resource', holder: 'this', handle: 'return', releasedBy: ['mariadb#PoolConnection.release', 'mariadb#Connection.end', 'mariadb#Connection.close', 'mariadb#Connection.destroy'], note: 'a connection that is not released is lost to the pool' },
  { symbol: 'mariadb#PoolCluster.getConnection', role: 'acquire', resource: 'resource', holder: 'this', handle: 'return', releasedBy: ['mariadb#PoolConnection.release', 'mariadb#Connection.end', 'mariadb#Connection.close', 'mariadb#Connection.destroy'] },
  { symbol: 'mariadb#PoolConnection.release', role: 'release', resource: 'resource', handle: 'this' },
  { symbol: 'mariadb#Connection.end', role: 'teardown' },
  { symbol: 'mariadb#Connection.close', role: 'teardown' },
  { symbol: 'mariadb#Connection.destroy', role: 'teardown' },
  { symbol: 'mariadb#Pool.end', role: 'teardown' },
  { symbol: 'mariadb#PoolCluster.end', role: 'teardown' },
] as const satisfies readonly ModelRow[]
