// https://github.com/http-party/node-http-proxy#listening-for-proxy-events
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'http-proxy#default', role: 'type', extends: ['node:events#EventEmitter'] },
  { symbol: 'http-proxy#createProxyServer', role: 'type', returns: 'http-proxy#default' },
  { symbol: 'http-proxy#createServer', role: 'type', returns: 'http-proxy#default' },
  { symbol: 'http-proxy#createProxy', role: 'type', returns: 'http-proxy#default' },
  { symbol: 'http-proxy#default.on', role: 'entry', calls: 'arg[1]', event: 'request', when: { 'arg[0]': ['proxyReq'] }, params: ['node:http#ClientRequest', 'node:http#IncomingMessage', 'node:http#ServerResponse', null], label: 'every request of the proxy' },
  { symbol: 'http-proxy#default.on', role: 'entry', calls: 'arg[1]', event: 'request', when: { 'arg[0]': ['proxyRes', 'end'] }, params: ['node:http#IncomingMessage', 'node:http#IncomingMessage', 'node:http#ServerResponse'], label: 'every answer of the proxy' },
  { symbol: 'http-proxy#default.on', role: 'entry', calls: 'arg[1]', event: 'request', when: { 'arg[0]': ['error', 'econnreset'] }, params: [null, 'node:http#IncomingMessage', 'node:http#ServerResponse'], label: 'every error of the proxy' },
  { symbol: 'http-proxy#default.on', role: 'entry', calls: 'arg[1]', event: 'connection', when: { 'arg[0]': ['open', 'proxyReqWs'] }, label: 'every WebSocket of the proxy' },
  { symbol: 'http-proxy#default.close', role: 'teardown' },
] as const satisfies readonly ModelRow[]
