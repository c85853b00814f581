// https://orm.drizzle.team/docs/connect-overview
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'drizzle-orm/node-postgres#NodePgDatabase', role: 'type' },
  { symbol: 'drizzle-orm/node-postgres#drizzle', role: 'type', returns: 'drizzle-orm/node-postgres#NodePgDatabase' },
  { symbol: 'drizzle-orm/node-postgres#drizzle', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, ofType: { 'arg[0]': ['global#String'] }, parts: ['return.$client'], releasedBy: ['pg#Pool.end'], note: 'from an address it makes a pool of its own; one that is given a client makes none' },
  { symbol: 'drizzle-orm/node-postgres#drizzle', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, onlyWith: { 'arg[0].connection': [] }, parts: ['return.$client'], releasedBy: ['pg#Pool.end'] },
  { symbol: 'drizzle-orm/mysql2#MySql2Database', role: 'type' },
  { symbol: 'drizzle-orm/mysql2#drizzle', role: 'type', returns: 'drizzle-orm/mysql2#MySql2Database' },
  { symbol: 'drizzle-orm/mysql2#drizzle', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, ofType: { 'arg[0]': ['global#String'] }, parts: ['return.$client'], releasedBy: ['mysql2#Pool.end'] },
  { symbol: 'drizzle-orm/mysql2#drizzle', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, onlyWith: { 'arg[0].connection': [] }, parts: ['return.$client'], releasedBy: ['mysql2#Pool.end'] },
  { symbol: 'drizzle-orm/postgres-js#PostgresJsDatabase', role: 'type' },
  { symbol: 'drizzle-orm/postgres-js#drizzle', role: 'type', returns: 'drizzle-orm/postgres-js#PostgresJsDatabase' },
  { symbol: 'drizzle-orm/postgres-js#drizzle', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, ofType: { 'arg[0]': ['global#String'] }, parts: ['return.$client'], releasedBy: ['postgres#Sql.end'] },
  { symbol: 'drizzle-orm/postgres-js#drizzle', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, onlyWith: { 'arg[0].connection': [] }, parts: ['return.$client'], releasedBy: ['postgres#Sql.end'] },
  { symbol: 'drizzle-orm/better-sqlite3#BetterSQLite3Database', role: 'type' },
  { symbol: 'drizzle-orm/better-sqlite3#drizzle', role: 'type', returns: 'drizzle-orm/better-sqlite3#BetterSQLite3Database' },
  { symbol: 'drizzle-orm/better-sqlite3#drizzle', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, ofType: { 'arg[0]': ['global#String'] }, endsBy: ['collected'], parts: ['return.$client'], releasedBy: ['better-sqlite3#Database.close'] },
  { symbol: 'drizzle-orm/better-sqlite3#drizzle', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, onlyWith: { 'arg[0].connection': [] }, endsBy: ['collected'], parts: ['return.$client'], releasedBy: ['better-sqlite3#Database.close'] },
] as const satisfies readonly ModelRow[]
