// https://sequelize.org/docs/v6/other-topics/connection-pool/
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'sequelize#Sequelize', role: 'type' },
  { symbol: 'sequelize#Sequelize', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, endsBy: ['idle'], releasedBy: ['sequelize#Sequelize.close'], note: 'its pool closes connections that nobody used for 10 s' },
  { symbol: 'sequelize#Sequelize.close', role: 'teardown' },
] as const satisfies readonly ModelRow[]
