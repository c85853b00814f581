// https://www.prisma.io/docs/orm/prisma-client/setup-and-configuration/databases-connections
import type { ModelRow } from '../row.ts'

export default [
  { symbol: '@prisma/client#PrismaClient', role: 'type' },
  { symbol: '@prisma/client#PrismaClient', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, releasedBy: ['@prisma/client#PrismaClient.$disconnect'], note: 'each has an engine and a pool of connections of its own' },
  { symbol: '@prisma/client#PrismaClient.$disconnect', role: 'teardown' },
] as const satisfies readonly ModelRow[]
