// https://svelte.dev/docs/kit/routing
import type { ModelRow } from '../row.ts'

export default [
  { symbol: '@sveltejs/kit#RequestEvent', role: 'type', lifetime: 'event' },
  { symbol: '@sveltejs/kit#GET', role: 'entry', calls: 'export', event: 'request', files: '+server.{js,ts}', params: ['@sveltejs/kit#RequestEvent'], label: '{name} of the route' },
  { symbol: '@sveltejs/kit#HEAD', role: 'entry', calls: 'export', event: 'request', files: '+server.{js,ts}', params: ['@sveltejs/kit#RequestEvent'], label: '{name} of the route' },
  { symbol: '@sveltejs/kit#POST', role: 'entry', calls: 'export', event: 'request', files: '+server.{js,ts}', params: ['@sveltejs/kit#RequestEvent'], label: '{name} of the route' },
  { symbol: '@sveltejs/kit#PUT', role: 'entry', calls: 'export', event: 'request', files: '+server.{js,ts}', params: ['@sveltejs/kit#RequestEvent'], label: '{name} of the route' },
  { symbol: '@sveltejs/kit#PATCH', role: 'entry', calls: 'export', event: 'request', files: '+server.{js,ts}', params: ['@sveltejs/kit#RequestEvent'], label: '{name} of the route' },
  { symbol: '@sveltejs/kit#DELETE', role: 'entry', calls: 'export', event: 'request', files: '+server.{js,ts}', params: ['@sveltejs/kit#RequestEvent'], label: '{name} of the route' },
  { symbol: '@sveltejs/kit#OPTIONS', role: 'entry', calls: 'export', event: 'request', files: '+server.{js,ts}', params: ['@sveltejs/kit#RequestEvent'], label: '{name} of the route' },
  { symbol: '@sveltejs/kit#fallback', role: 'entry', calls: 'export', event: 'request', files: '+server.{js,ts}', params: ['@sveltejs/kit#RequestEvent'], label: '{name} of the route' },
  { symbol: '@sveltejs/kit#load', role: 'entry', calls: 'export', event: 'request', files: '+{page,layout}.server.{js,ts}', params: ['@sveltejs/kit#RequestEvent'], label: 'every load of the page' },
  { symbol: '@sveltejs/kit#actions.*', role: 'entry', calls: 'export', event: 'request', files: '+page.server.{js,ts}', params: ['@sveltejs/kit#RequestEvent'], label: 'every use of {name}' },
  { symbol: '@sveltejs/kit#handle', role: 'entry', calls: 'export', event: 'request', files: 'hooks.server.{js,ts}', label: 'every request' },
  { symbol: '@sveltejs/kit#handleFetch', role: 'entry', calls: 'export', event: 'request', files: 'hooks.server.{js,ts}', label: 'every request of a load function' },
  { symbol: '@sveltejs/kit#handleError', role: 'entry', calls: 'export', event: 'request', files: 'hooks.server.{js,ts}', label: 'every failed request' },
  { symbol: '@sveltejs/kit#RequestEvent.url', role: 'data' },
  { symbol: '@sveltejs/kit#RequestEvent.params', role: 'data' },
  { symbol: '@sveltejs/kit#RequestEvent.getClientAddress', role: 'data' },
] as const satisfies readonly ModelRow[]
