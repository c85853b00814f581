// https://github.com/request/request#requestoptions-callback
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'request#default', role: 'ask', options: 'arg[1]', anyOf: ['timeout', 'agent'], defaults: 'defaults', note: 'it waits for ever unless told' },
  { symbol: 'request#get', role: 'ask', options: 'arg[1]', anyOf: ['timeout', 'agent'], defaults: 'defaults' },
  { symbol: 'request#post', role: 'ask', options: 'arg[1]', anyOf: ['timeout', 'agent'], defaults: 'defaults' },
  { symbol: 'request#put', role: 'ask', options: 'arg[1]', anyOf: ['timeout', 'agent'], defaults: 'defaults' },
  { symbol: 'request#patch', role: 'ask', options: 'arg[1]', anyOf: ['timeout', 'agent'], defaults: 'defaults' },
  { symbol: 'request#delete', role: 'ask', options: 'arg[1]', anyOf: ['timeout', 'agent'], defaults: 'defaults' },
  { symbol: 'request#head', role: 'ask', options: 'arg[1]', anyOf: ['timeout', 'agent'], defaults: 'defaults' },
] as const satisfies readonly ModelRow[]
