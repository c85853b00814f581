// https://typeorm.io/docs/query-runner
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'typeorm#DataSource', role: 'type' },
  { symbol: 'typeorm#QueryRunner', role: 'type' },
  { symbol: 'typeorm#EntityManager', role: 'type' },
  { symbol: 'typeorm#EntityManager.connection', role: 'type', returns: 'typeorm#DataSource' },
  { symbol: 'typeorm#EntityManager.dataSource', role: 'type', returns: 'typeorm#DataSource' },
  { symbol: 'typeorm#DataSource.createQueryRunner', role: 'type', returns: 'typeorm#QueryRunner' },
  { symbol: 'typeorm#DataSource.createQueryRunner', role: 'acquire', resource: 'resource', holder: 'this', handle: 'return', releasedBy: ['typeorm#QueryRunner.release'], note: 'it takes a connection from the pool when it is first used' },
  { symbol: 'typeorm#QueryRunner.release', role: 'release', resource: 'resource', handle: 'this' },
  { symbol: 'typeorm#DataSource.initialize', role: 'acquire', resource: 'resource', holder: 'process', held: 'this', handle: 'this', releasedBy: ['typeorm#DataSource.destroy'], setup: true },
  { symbol: 'typeorm#DataSource.destroy', role: 'teardown' },
] as const satisfies readonly ModelRow[]
