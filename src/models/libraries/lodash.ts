// https://lodash.com/docs/#memoize
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'lodash#memoize', role: 'bound', options: 'arg[1]', anyOf: [], grows: 'the cache of a function memoized by lodash', note: 'no option bounds it; a module-level one needs a cache of its own: memoized.cache = new LRUCache({ max })' },
  { symbol: 'lodash/memoize#default', role: 'bound', options: 'arg[1]', anyOf: [], grows: 'the cache of a function memoized by lodash', note: 'no option bounds it; a module-level one needs a cache of its own: memoized.cache = new LRUCache({ max })' },
  { symbol: 'lodash.memoize#default', role: 'bound', options: 'arg[1]', anyOf: [], grows: 'the cache of a function memoized by lodash', note: 'no option bounds it; a module-level one needs a cache of its own: memoized.cache = new LRUCache({ max })' },
  { symbol: 'lodash-es#memoize', role: 'bound', options: 'arg[1]', anyOf: [], grows: 'the cache of a function memoized by lodash', note: 'no option bounds it; a module-level one needs a cache of its own: memoized.cache = new LRUCache({ max })' },
] as const satisfies readonly ModelRow[]
