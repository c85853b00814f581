// https://neo4j.com/docs/javascript-manual/current/
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'neo4j-driver#Driver', role: 'type' },
  { symbol: 'neo4j-driver#Session', role: 'type' },
  { symbol: 'neo4j-driver#driver', role: 'type', returns: 'neo4j-driver#Driver' },
  { symbol: 'neo4j-driver#Driver.session', role: 'type', returns: 'neo4j-driver#Session' },
  { symbol: 'neo4j-driver#driver', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, releasedBy: ['neo4j-driver#Driver.close'], note: 'a pool of connections' },
  { symbol: 'neo4j-driver#Driver.session', role: 'acquire', resource: 'resource', holder: 'this', handle: 'return', endsBy: ['done'], releasedBy: ['neo4j-driver#Session.close'], note: 'when its results are read, its connection is back in the pool' },
  { symbol: 'neo4j-driver#Driver.close', role: 'teardown' },
  { symbol: 'neo4j-driver#Session.close', role: 'teardown' },
] as const satisfies readonly ModelRow[]
