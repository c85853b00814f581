// https://vitaly-t.github.io/pg-promise/Database.html#connect
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'pg-promise#IDatabase', role: 'type' },
  { symbol: 'pg-promise#IConnected', role: 'type' },
  { symbol: 'pg-promise#IDatabase.connect', role: 'type', returns: 'pg-promise#IConnected' },
  { symbol: 'pg-promise#IDatabase.connect', role: 'acquire', resource: 'resource', holder: 'this', handle: 'return', releasedBy: ['pg-promise#IConnected.done'], note: 'what is not done with is lost to the pool' },
  { symbol: 'pg-promise#IConnected.done', role: 'release', resource: 'resource', handle: 'this' },
] as const satisfies readonly ModelRow[]
