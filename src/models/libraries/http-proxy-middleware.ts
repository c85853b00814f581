// https://github.com/chimurai/http-proxy-middleware#options
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'http-proxy-middleware#createProxyMiddleware', role: 'entry', calls: 'arg[0].pathFilter', event: 'request', params: [null, 'node:http#IncomingMessage'], label: 'every request of the proxy' },
  { symbol: 'http-proxy-middleware#createProxyMiddleware', role: 'entry', calls: 'arg[0].pathRewrite', event: 'request', params: [null, 'node:http#IncomingMessage'], label: 'every request of the proxy' },
  { symbol: 'http-proxy-middleware#createProxyMiddleware', role: 'entry', calls: 'arg[0].router', event: 'request', params: ['node:http#IncomingMessage'], label: 'every request of the proxy' },
] as const satisfies readonly ModelRow[]
