// https://github.com/graphql/dataloader#caching
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'dataloader#default', role: 'type' },
  { symbol: 'dataloader#default', role: 'bound', options: 'arg[1]', anyOf: ['cache', 'cacheMap'], isPerEvent: true, clearedBy: ['dataloader#default.clearAll'], grows: 'a DataLoader that is made once for all requests', note: 'it keeps all that it ever loaded; one for each request goes with it' },
] as const satisfies readonly ModelRow[]
