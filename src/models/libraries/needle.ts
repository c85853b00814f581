// https://github.com/tomas/needle#request-options
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'needle#get', role: 'ask', options: 'arg[1]', anyOf: ['timeout', 'open_timeout', 'response_timeout', 'read_timeout', 'signal'], defaults: 'defaults', note: 'a connection has 10 s, an answer all the time there is' },
  { symbol: 'needle#head', role: 'ask', options: 'arg[1]', anyOf: ['timeout', 'open_timeout', 'response_timeout', 'read_timeout', 'signal'], defaults: 'defaults' },
  { symbol: 'needle#post', role: 'ask', options: 'arg[2]', anyOf: ['timeout', 'open_timeout', 'response_timeout', 'read_timeout', 'signal'], defaults: 'defaults' },
  { symbol: 'needle#put', role: 'ask', options: 'arg[2]', anyOf: ['timeout', 'open_timeout', 'response_timeout', 'read_timeout', 'signal'], defaults: 'defaults' },
  { symbol: 'needle#patch', role: 'ask', options: 'arg[2]', anyOf: ['timeout', 'open_timeout', 'response_timeout', 'read_timeout', 'signal'], defaults: 'defaults' },
  { symbol: 'needle#delete', role: 'ask', options: 'arg[2]', anyOf: ['timeout', 'open_timeout', 'response_timeout', 'read_timeout', 'signal'], defaults: 'defaults' },
] as const satisfies readonly ModelRow[]
