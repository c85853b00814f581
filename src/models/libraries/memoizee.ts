// https://github.com/medikoo/memoizee#readme
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'memoizee#Memoized', role: 'type' },
  { symbol: 'memoizee#default', role: 'type', returns: 'memoizee#Memoized' },
  { symbol: 'memoizee#default', role: 'bound', options: 'arg[1]', anyOf: ['max', 'maxAge'], clearedBy: ['memoizee#Memoized.clear'], grows: 'the cache of a function memoized by memoizee' },
  { symbol: 'p-memoize#default', role: 'bound', options: 'arg[1]', anyOf: ['cache'], grows: 'the cache of a function memoized by p-memoize', note: 'a Map, which p-memoize never empties' },
  { symbol: 'mem#default', role: 'bound', options: 'arg[1]', anyOf: ['cache', 'maxAge'], grows: 'the cache of a function memoized by mem', note: 'maxAge takes entries out when they are old' },
] as const satisfies readonly ModelRow[]
