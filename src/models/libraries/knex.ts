// https://knexjs.org/guide/#configuration-options
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'knex#Knex', role: 'type' },
  { symbol: 'knex#default', role: 'type', returns: 'knex#Knex' },
  { symbol: 'knex#default', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, releasedBy: ['knex#Knex.destroy'], note: 'its pool keeps at least two connections by default' },
  { symbol: 'knex#knex', role: 'type', returns: 'knex#Knex' },
  { symbol: 'knex#knex', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, releasedBy: ['knex#Knex.destroy'], note: 'its pool keeps at least two connections by default' },
  { symbol: 'knex#Knex.destroy', role: 'teardown' },
] as const satisfies readonly ModelRow[]
