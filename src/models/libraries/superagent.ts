// https://forwardemail.github.io/superagent/#timeouts
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'superagent#default', role: 'ask', options: 'arg[0]', anyOf: [], chained: ['timeout', 'use'], note: 'it waits for ever unless told; a plugin may tell it' },
  { symbol: 'superagent#get', role: 'ask', options: 'arg[0]', anyOf: [], chained: ['timeout', 'use'] },
  { symbol: 'superagent#post', role: 'ask', options: 'arg[0]', anyOf: [], chained: ['timeout', 'use'] },
  { symbol: 'superagent#put', role: 'ask', options: 'arg[0]', anyOf: [], chained: ['timeout', 'use'] },
  { symbol: 'superagent#patch', role: 'ask', options: 'arg[0]', anyOf: [], chained: ['timeout', 'use'] },
  { symbol: 'superagent#delete', role: 'ask', options: 'arg[0]', anyOf: [], chained: ['timeout', 'use'] },
  { symbol: 'superagent#del', role: 'ask', options: 'arg[0]', anyOf: [], chained: ['timeout', 'use'] },
  { symbol: 'superagent#head', role: 'ask', options: 'arg[0]', anyOf: [], chained: ['timeout', 'use'] },
  { symbol: 'superagent#options', role: 'ask', options: 'arg[0]', anyOf: [], chained: ['timeout', 'use'] },
] as const satisfies readonly ModelRow[]
