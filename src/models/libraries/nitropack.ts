// https://nitro.build/guide/routing
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'nitropack#default', role: 'entry', calls: 'export', event: 'request', files: 'server/{api,routes,middleware}/**/*.{js,mjs,ts}', firstNamed: ['event'], params: ['h3#H3Event'], label: 'every request of the route' },
  { symbol: 'nitropack#NitroApp', role: 'type' },
  { symbol: 'nitropack#NitroApp.hooks', role: 'type' },
  { symbol: 'nitropack#NitroApp.h3App', role: 'type', returns: 'h3#App' },
  { symbol: 'nitropack#NitroApp.router', role: 'type', returns: 'h3#Router' },
  { symbol: 'nitropack#NitroApp.hooks.hook', role: 'entry', calls: 'arg[1]', event: 'request', when: { 'arg[0]': ['request', 'beforeResponse', 'afterResponse', 'error'] }, label: "every request: '{arg[0]}'" },
  { symbol: 'nitropack#NitroApp.hooks.hook', role: 'acquire', resource: 'listener', holder: 'this', held: 'arg[1]', handle: 'return', disposedBy: ['()'], setup: true },
  { symbol: 'nitropack/runtime#defineNitroPlugin', role: 'entry', calls: 'arg[0]', event: 'call', params: ['nitropack#NitroApp'] },
  { symbol: 'nitropack#defineNitroPlugin', role: 'entry', calls: 'arg[0]', event: 'call', params: ['nitropack#NitroApp'] },
  { symbol: 'nitropack/runtime#defineCachedEventHandler', role: 'entry', calls: 'arg[0]', event: 'request', params: ['h3#H3Event'], label: 'every request that the cache cannot answer' },
  { symbol: 'nitropack/runtime#cachedEventHandler', role: 'entry', calls: 'arg[0]', event: 'request', params: ['h3#H3Event'], label: 'every request that the cache cannot answer' },
  { symbol: 'nitropack/runtime#defineTask', role: 'entry', calls: 'arg[0].run', event: 'job', label: 'every run of the task' },
] as const satisfies readonly ModelRow[]
