// https://cacheable.org/docs/cache-manager/
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'cache-manager#Cache', role: 'type' },
  { symbol: 'cache-manager#createCache', role: 'type', returns: 'cache-manager#Cache' },
  { symbol: 'cache-manager#createCache', role: 'bound', options: 'arg[0]', anyOf: ['stores'], clearedBy: ['cache-manager#Cache.clear'], grows: 'the default Keyv of cache-manager', note: 'it is a Keyv with a Map' },
] as const satisfies readonly ModelRow[]
