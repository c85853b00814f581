// https://clickhouse.com/docs/integrations/javascript
import type { ModelRow } from '../row.ts'

export default [
  { symbol: '@clickhouse/client#ClickHouseClient', role: 'type' },
  { symbol: '@clickhouse/client#createClient', role: 'type', returns: '@clickhouse/client#ClickHouseClient' },
  { symbol: '@clickhouse/client#createClient', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, endsBy: ['idle'], releasedBy: ['@clickhouse/client#ClickHouseClient.close'], note: 'it closes sockets that nobody used for 2.5 s' },
  { symbol: '@clickhouse/client#ClickHouseClient.close', role: 'teardown' },
] as const satisfies readonly ModelRow[]
