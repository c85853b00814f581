// https://www.elastic.co/docs/reference/elasticsearch/clients/javascript
import type { ModelRow } from '../row.ts'

export default [
  { symbol: '@elastic/elasticsearch#Client', role: 'type' },
  { symbol: '@elastic/elasticsearch#Client', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, endsBy: ['idle'], releasedBy: ['@elastic/elasticsearch#Client.close'], note: 'it keeps idle connections for ten minutes' },
  { symbol: '@elastic/elasticsearch#Client.close', role: 'teardown' },
] as const satisfies readonly ModelRow[]
