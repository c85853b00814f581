// https://github.com/WiseLibs/better-sqlite3/blob/master/docs/api.md
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'better-sqlite3#Database', role: 'type' },
  { symbol: 'better-sqlite3#default', role: 'type', returns: 'better-sqlite3#Database' },
  { symbol: 'better-sqlite3#default', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, endsBy: ['collected'], releasedBy: ['better-sqlite3#Database.close'], note: 'a descriptor and 150 KB outside the heap for each, until the collector runs; so little of it is on the heap that this may be after the last descriptor' },
  { symbol: 'better-sqlite3#Database.function', role: 'acquire', resource: 'collection', holder: 'this', held: 'arg[last]', key: ['arg[0]'], reason: 'SQLite keeps it until the database is closed; the same name takes its place' },
  { symbol: 'better-sqlite3#Database.aggregate', role: 'acquire', resource: 'collection', holder: 'this', held: 'arg[last]', key: ['arg[0]'], reason: 'SQLite keeps it until the database is closed; the same name takes its place' },
  { symbol: 'better-sqlite3#Database.close', role: 'teardown' },
] as const satisfies readonly ModelRow[]
