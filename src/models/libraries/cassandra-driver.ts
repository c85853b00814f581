// https://docs.datastax.com/en/developer/nodejs-driver/latest/
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'cassandra-driver#Client', role: 'type', extends: ['node:events#EventEmitter'] },
  { symbol: 'cassandra-driver#Client', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, releasedBy: ['cassandra-driver#Client.shutdown'] },
  { symbol: 'cassandra-driver#Client.shutdown', role: 'teardown' },
] as const satisfies readonly ModelRow[]
