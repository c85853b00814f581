// https://tediousjs.github.io/node-mssql/#connection-pools
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'mssql#ConnectionPool', role: 'type', extends: ['node:events#EventEmitter'] },
  { symbol: 'mssql#ConnectionPool.connect', role: 'type', returns: 'mssql#ConnectionPool' },
  { symbol: 'mssql#connect', role: 'type', returns: 'mssql#ConnectionPool', note: 'no acquire: it gives the one global pool' },
  { symbol: 'mssql#PreparedStatement', role: 'type', extends: ['node:events#EventEmitter'] },
  { symbol: 'mssql#Request', role: 'type', extends: ['node:events#EventEmitter'] },
  { symbol: 'mssql#ConnectionPool', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, endsBy: ['idle'], releasedBy: ['mssql#ConnectionPool.close'], note: 'it closes connections that nobody used for 30 s' },
  { symbol: 'mssql#PreparedStatement.prepare', role: 'acquire', resource: 'resource', holder: 'process', held: 'this', handle: 'this', releasedBy: ['mssql#PreparedStatement.unprepare'], note: 'it has a connection of the pool until it is unprepared' },
  { symbol: 'mssql#PreparedStatement.unprepare', role: 'release', resource: 'resource', handle: 'this' },
  { symbol: 'mssql#ConnectionPool.close', role: 'teardown' },
] as const satisfies readonly ModelRow[]
