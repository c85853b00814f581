// https://axios-http.com/docs/req_config
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'axios#default', role: 'ask', options: 'arg[1]', anyOf: ['timeout', 'signal', 'cancelToken'], defaults: 'defaults', note: 'it waits for ever unless told' },
  { symbol: 'axios#request', role: 'ask', options: 'arg[0]', anyOf: ['timeout', 'signal', 'cancelToken'], defaults: 'defaults' },
  { symbol: 'axios#get', role: 'ask', options: 'arg[1]', anyOf: ['timeout', 'signal', 'cancelToken'], defaults: 'defaults' },
  { symbol: 'axios#delete', role: 'ask', options: 'arg[1]', anyOf: ['timeout', 'signal', 'cancelToken'], defaults: 'defaults' },
  { symbol: 'axios#head', role: 'ask', options: 'arg[1]', anyOf: ['timeout', 'signal', 'cancelToken'], defaults: 'defaults' },
  { symbol: 'axios#options', role: 'ask', options: 'arg[1]', anyOf: ['timeout', 'signal', 'cancelToken'], defaults: 'defaults' },
  { symbol: 'axios#post', role: 'ask', options: 'arg[2]', anyOf: ['timeout', 'signal', 'cancelToken'], defaults: 'defaults' },
  { symbol: 'axios#put', role: 'ask', options: 'arg[2]', anyOf: ['timeout', 'signal', 'cancelToken'], defaults: 'defaults' },
  { symbol: 'axios#patch', role: 'ask', options: 'arg[2]', anyOf: ['timeout', 'signal', 'cancelToken'], defaults: 'defaults' },
] as const satisfies readonly ModelRow[]
