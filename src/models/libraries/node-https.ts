// https://nodejs.org/api/https.html
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'node:https#Server', role: 'type', extends: ['node:http#Server', 'node:tls#Server'] },
  { symbol: 'node:https#Agent', role: 'type', extends: ['node:http#Agent'] },
  { symbol: 'node:https#globalAgent', role: 'type', extends: ['node:https#Agent'], lifetime: 'process' },
  { symbol: 'node:https#createServer', role: 'type', returns: 'node:https#Server' },
  { symbol: 'node:https#request', role: 'type', returns: 'node:http#ClientRequest' },
  { symbol: 'node:https#get', role: 'type', returns: 'node:http#ClientRequest' },
  { symbol: 'node:https#createServer', role: 'entry', calls: 'arg[last]', event: 'request', params: ['node:http#IncomingMessage', 'node:http#ServerResponse'], label: 'every request' },
  { symbol: 'node:https#Server', role: 'entry', calls: 'arg[last]', event: 'request', params: ['node:http#IncomingMessage', 'node:http#ServerResponse'], label: 'every request' },
  { symbol: 'node:https#request', role: 'entry', calls: 'arg[last]', event: 'call', params: ['node:http#IncomingMessage'] },
  { symbol: 'node:https#get', role: 'entry', calls: 'arg[last]', event: 'call', params: ['node:http#IncomingMessage'] },
  { symbol: 'node:https#Agent', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, onlyWith: { 'arg[0].keepAlive': [true] }, endsBy: ['idle'], releasedBy: ['node:http#Agent.destroy'] },
  { symbol: 'node:https#request', role: 'ask', options: 'arg[1]', anyOf: ['timeout', 'signal'] },
  { symbol: 'node:https#get', role: 'ask', options: 'arg[1]', anyOf: ['timeout', 'signal'] },
] as const satisfies readonly ModelRow[]
