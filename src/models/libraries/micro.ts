// https://github.com/vercel/micro#readme
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'micro#default', role: 'type', returns: 'node:http#Server', note: 'until version 9' },
  { symbol: 'micro#serve', role: 'entry', calls: 'arg[0]', event: 'request', params: ['node:http#IncomingMessage', 'node:http#ServerResponse'], label: 'every request' },
  { symbol: 'micro#default', role: 'entry', calls: 'arg[0]', event: 'request', params: ['node:http#IncomingMessage', 'node:http#ServerResponse'], label: 'every request' },
  { symbol: 'micro#run', role: 'entry', calls: 'arg[2]', event: 'call', params: ['node:http#IncomingMessage', 'node:http#ServerResponse'] },
] as const satisfies readonly ModelRow[]
