// https://developer.mozilla.org/docs/Web/API/RequestInit#signal
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'global#fetch', role: 'ask', options: 'arg[1]', anyOf: ['signal', 'dispatcher'], defaults: 'setGlobalDispatcher', note: 'Node.js gives up after five minutes without headers, and after five between two parts of the body' },
] as const satisfies readonly ModelRow[]
