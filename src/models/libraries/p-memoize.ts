// https://github.com/sindresorhus/p-memoize#options
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'p-memoize#default', role: 'bound', options: 'arg[1]', anyOf: ['cache'], grows: 'the cache of a function memoized by p-memoize', note: 'a Map, which p-memoize never empties' },
] as const satisfies readonly ModelRow[]
