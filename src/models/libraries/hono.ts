// https://hono.dev/docs/api/routing
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'hono#Hono', role: 'type' },
  { symbol: 'hono#Context', role: 'type', lifetime: 'event' },
  { symbol: 'hono#HonoRequest', role: 'type', lifetime: 'event' },
  { symbol: 'hono#Context.req', role: 'type', returns: 'hono#HonoRequest' },
  { symbol: 'hono#Hono.get', role: 'entry', calls: 'arg[1..]', event: 'request', params: ['hono#Context', null], label: '{member} {arg[0]}' },
  { symbol: 'hono#Hono.post', role: 'entry', calls: 'arg[1..]', event: 'request', params: ['hono#Context', null], label: '{member} {arg[0]}' },
  { symbol: 'hono#Hono.put', role: 'entry', calls: 'arg[1..]', event: 'request', params: ['hono#Context', null], label: '{member} {arg[0]}' },
  { symbol: 'hono#Hono.patch', role: 'entry', calls: 'arg[1..]', event: 'request', params: ['hono#Context', null], label: '{member} {arg[0]}' },
  { symbol: 'hono#Hono.delete', role: 'entry', calls: 'arg[1..]', event: 'request', params: ['hono#Context', null], label: '{member} {arg[0]}' },
  { symbol: 'hono#Hono.options', role: 'entry', calls: 'arg[1..]', event: 'request', params: ['hono#Context', null], label: '{member} {arg[0]}' },
  { symbol: 'hono#Hono.all', role: 'entry', calls: 'arg[1..]', event: 'request', params: ['hono#Context', null], label: '{member} {arg[0]}' },
  { symbol: 'hono#Hono.on', role: 'entry', calls: 'arg[2..]', event: 'request', params: ['hono#Context', null], label: '{arg[0]} request' },
  { symbol: 'hono#Hono.use', role: 'entry', calls: 'arg[0..]', event: 'request', params: ['hono#Context', null], label: 'every request {arg[0]}' },
  { symbol: 'hono#Hono.notFound', role: 'entry', calls: 'arg[0]', event: 'request', params: ['hono#Context'], label: 'every unknown route' },
  { symbol: 'hono#Hono.onError', role: 'entry', calls: 'arg[0]', event: 'request', params: [null, 'hono#Context'], label: 'every failed request' },
  { symbol: 'hono#HonoRequest.path', role: 'data' },
  { symbol: 'hono#HonoRequest.url', role: 'data' },
  { symbol: 'hono#HonoRequest.param', role: 'data' },
  { symbol: 'hono#HonoRequest.query', role: 'data' },
] as const satisfies readonly ModelRow[]
