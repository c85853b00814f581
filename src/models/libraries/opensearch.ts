// https://docs.opensearch.org/latest/clients/javascript/index/
import type { ModelRow } from '../row.ts'

export default [
  { symbol: '@opensearch-project/opensearch#Client', role: 'type' },
  { symbol: '@opensearch-project/opensearch#Client', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, endsBy: ['idle'], releasedBy: ['@opensearch-project/opensearch#Client.close'], note: 'its agent keeps idle connections until the server closes them' },
  { symbol: '@opensearch-project/opensearch#Client.close', role: 'teardown' },
] as const satisfies readonly ModelRow[]
