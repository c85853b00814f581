// https://keyv.org/docs/keyv/
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'keyv#default', role: 'bound', options: 'arg[0]', anyOf: ['store', 'uri', 'adapter'], clearedBy: ['keyv#default.clear'], grows: 'the default Map of a Keyv', note: 'ttl alone does not bound it: expired entries stay until they are read; 248 B each and the value' },
  { symbol: 'keyv#Keyv', role: 'bound', options: 'arg[0]', anyOf: ['store', 'uri', 'adapter'], clearedBy: ['keyv#Keyv.clear'], grows: 'the default Map of a Keyv', note: 'ttl alone does not bound it: expired entries stay until they are read; 248 B each and the value' },
] as const satisfies readonly ModelRow[]
