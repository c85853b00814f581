// https://github.com/sindresorhus/mem#options
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'mem#default', role: 'bound', options: 'arg[1]', anyOf: ['cache', 'maxAge'], grows: 'the cache of a function memoized by mem', note: 'maxAge takes entries out when they are old' },
] as const satisfies readonly ModelRow[]
