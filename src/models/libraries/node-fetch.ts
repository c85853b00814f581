// https://github.com/node-fetch/node-fetch#options
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'node-fetch#default', role: 'ask', options: 'arg[1]', anyOf: ['signal', 'timeout', 'agent'], note: 'it waits for ever unless told; version 2 has a timeout' },
] as const satisfies readonly ModelRow[]
