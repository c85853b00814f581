// https://hapi.dev/api/
import type { ModelRow } from '../row.ts'

export default [
  { symbol: '@hapi/hapi#Server', role: 'type' },
  { symbol: '@hapi/hapi#server', role: 'type', returns: '@hapi/hapi#Server' },
  { symbol: '@hapi/hapi#Request', role: 'type', lifetime: 'event' },
  { symbol: '@hapi/hapi#ResponseToolkit', role: 'type', lifetime: 'event' },
  { symbol: '@hapi/hapi#ServerEvents', role: 'type', extends: ['node:events#EventEmitter'] },
  { symbol: '@hapi/hapi#Server.events', role: 'type', returns: '@hapi/hapi#ServerEvents' },
  { symbol: '@hapi/hapi#Server.listener', role: 'type', returns: 'node:http#Server' },
  { symbol: '@hapi/hapi#Server.app', role: 'type', extends: ['global#Object'], lifetime: 'process' },
  { symbol: '@hapi/hapi#Request.raw', role: 'type' },
  { symbol: '@hapi/hapi#Request.raw.req', role: 'type', returns: 'node:http#IncomingMessage' },
  { symbol: '@hapi/hapi#Request.raw.res', role: 'type', returns: 'node:http#ServerResponse' },
  { symbol: '@hapi/hapi#Request.server', role: 'type', extends: ['@hapi/hapi#Server'], lifetime: 'process', note: 'the server that serves the request' },
  { symbol: '@hapi/hapi#ResponseToolkit.request', role: 'type', returns: '@hapi/hapi#Request' },
  { symbol: '@hapi/hapi#Server.route', role: 'entry', calls: 'arg[0].handler', event: 'request', params: ['@hapi/hapi#Request', '@hapi/hapi#ResponseToolkit'], label: 'every request of the route' },
  { symbol: '@hapi/hapi#Server.route', role: 'entry', calls: 'arg[0].options.handler', event: 'request', params: ['@hapi/hapi#Request', '@hapi/hapi#ResponseToolkit'], label: 'every request of the route' },
  { symbol: '@hapi/hapi#Server.ext', role: 'entry', calls: 'arg[1]', event: 'request', when: { 'arg[0]': ['onRequest', 'onPreAuth', 'onCredentials', 'onPostAuth', 'onPreHandler', 'onPostHandler', 'onPreResponse', 'onPostResponse'] }, params: ['@hapi/hapi#Request', '@hapi/hapi#ResponseToolkit'], label: "every request: '{arg[0]}'" },
  { symbol: '@hapi/hapi#Server.ext', role: 'entry', calls: 'arg[1]', event: 'call', when: { 'arg[0]': ['onPreStart', 'onPostStart', 'onPreStop', 'onPostStop'] }, params: ['@hapi/hapi#Server'] },
  { symbol: '@hapi/hapi#Server.ext', role: 'entry', calls: 'arg[0].method', event: 'request', params: ['@hapi/hapi#Request', '@hapi/hapi#ResponseToolkit'], label: 'every request' },
  { symbol: '@hapi/hapi#ServerEvents.on', role: 'entry', calls: 'arg[1]', event: 'request', when: { 'arg[0]': ['request', 'response', 'log'] }, params: ['@hapi/hapi#Request'], label: "every '{arg[0]}' event of the server" },
  { symbol: '@hapi/hapi#Server.route', role: 'acquire', resource: 'listener', holder: 'this', held: 'arg[0]', setup: true, reason: 'hapi has no way to take a route out again' },
  { symbol: '@hapi/hapi#Server.ext', role: 'acquire', resource: 'listener', holder: 'this', held: 'arg[last]', setup: true, reason: 'hapi has no way to take an extension out again' },
  { symbol: '@hapi/hapi#Server.stop', role: 'teardown' },
] as const satisfies readonly ModelRow[]
