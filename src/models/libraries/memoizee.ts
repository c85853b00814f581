// https://github.com/medikoo/memoizee#readme
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'memoizee#Memoized', role: 'type' },
  { symbol: 'memoizee#default', role: 'type', returns: 'memoizee#Memoized' },
  { symbol: 'memoizee#default', role: 'bound', options: 'arg[1]', anyOf: ['max', 'maxAge'], clearedBy: ['memoizee#Memoized.clear'], grows: 'the cache of a function memoized by memoizee' },
] as const satisfies readonly ModelRow[]
