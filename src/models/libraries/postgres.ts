// https://github.com/porsager/postgres#connection-details
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'postgres#Sql', role: 'type' },
  { symbol: 'postgres#ReservedSql', role: 'type', extends: ['postgres#Sql'] },
  { symbol: 'postgres#default', role: 'type', returns: 'postgres#Sql' },
  { symbol: 'postgres#Sql.reserve', role: 'type', returns: 'postgres#ReservedSql' },
  { symbol: 'postgres#default', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, releasedBy: ['postgres#Sql.end'], note: 'its connections stay open, unless idle_timeout says when they close' },
  { symbol: 'postgres#Sql.reserve', role: 'acquire', resource: 'resource', holder: 'this', handle: 'return', releasedBy: ['postgres#ReservedSql.release'], note: 'a connection that is not released is lost to the pool' },
  { symbol: 'postgres#Sql.listen', role: 'entry', calls: 'arg[1]', event: 'message', label: 'every message on {arg[0]}' },
  { symbol: 'postgres#Sql.subscribe', role: 'entry', calls: 'arg[1]', event: 'message', label: 'every change of {arg[0]}' },
  { symbol: 'postgres#ReservedSql.release', role: 'release', resource: 'resource', handle: 'this' },
  { symbol: 'postgres#Sql.end', role: 'teardown' },
] as const satisfies readonly ModelRow[]
