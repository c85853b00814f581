// https://developers.cloudflare.com/workers/runtime-apis/handlers/
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'cloudflare:workers#WorkerEntrypoint', role: 'type' },
  { symbol: 'cloudflare:workers#DurableObject', role: 'type' },
  { symbol: 'cloudflare:workers#default.fetch', role: 'entry', calls: 'export', event: 'request', firstNamed: ['request', 'req'], label: 'every request', note: 'other objects have a method of this name' },
  { symbol: 'cloudflare:workers#default.scheduled', role: 'entry', calls: 'export', event: 'tick', label: 'every scheduled run' },
  { symbol: 'cloudflare:workers#default.queue', role: 'entry', calls: 'export', event: 'message', firstNamed: ['batch'], label: 'every batch of the queue', note: 'other objects have a method of this name' },
  { symbol: 'cloudflare:workers#default.email', role: 'entry', calls: 'export', event: 'message', firstNamed: ['message', 'email'], label: 'every e-mail', note: 'other objects have a method of this name' },
  { symbol: 'cloudflare:workers#default.tail', role: 'entry', calls: 'export', event: 'message', firstNamed: ['events', 'traces'], label: 'every batch of traces', note: 'other objects have a method of this name' },
  { symbol: 'cloudflare:workers#WorkerEntrypoint.fetch', role: 'entry', calls: 'implemented', event: 'request', label: 'every request' },
  { symbol: 'cloudflare:workers#WorkerEntrypoint.scheduled', role: 'entry', calls: 'implemented', event: 'tick', label: 'every scheduled run' },
  { symbol: 'cloudflare:workers#WorkerEntrypoint.queue', role: 'entry', calls: 'implemented', event: 'message', label: 'every batch of the queue' },
  { symbol: 'cloudflare:workers#WorkerEntrypoint.email', role: 'entry', calls: 'implemented', event: 'message', label: 'every e-mail' },
  { symbol: 'cloudflare:workers#WorkerEntrypoint.tail', role: 'entry', calls: 'implemented', event: 'message', label: 'every batch of traces' },
  { symbol: 'cloudflare:workers#DurableObject.fetch', role: 'entry', calls: 'implemented', event: 'request', label: 'every request' },
  { symbol: 'cloudflare:workers#DurableObject.alarm', role: 'entry', calls: 'implemented', event: 'tick', label: 'every alarm' },
  { symbol: 'cloudflare:workers#DurableObject.webSocketMessage', role: 'entry', calls: 'implemented', event: 'message', label: 'every WebSocket message' },
  { symbol: 'cloudflare:workers#DurableObject.webSocketClose', role: 'entry', calls: 'implemented', event: 'connection', label: 'every WebSocket that closes' },
  { symbol: 'cloudflare:workers#DurableObject.webSocketError', role: 'entry', calls: 'implemented', event: 'connection', label: 'every WebSocket that fails' },
] as const satisfies readonly ModelRow[]
