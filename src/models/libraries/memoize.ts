// https://github.com/sindresorhus/memoize#options
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'memoize#default', role: 'bound', options: 'arg[1]', anyOf: ['cache', 'maxAge'], grows: 'the cache of a function memoized by memoize', note: 'maxAge takes entries out when they are old' },
] as const satisfies readonly ModelRow[]
