// https://reactrouter.com/start/framework/route-module
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'react-router#loader', role: 'entry', calls: 'export', event: 'request', files: 'app/{root,routes/**/*}.{js,jsx,ts,tsx}', label: 'every {name} of the route' },
  { symbol: 'react-router#action', role: 'entry', calls: 'export', event: 'request', files: 'app/{root,routes/**/*}.{js,jsx,ts,tsx}', label: 'every {name} of the route' },
  { symbol: 'react-router#default', role: 'entry', calls: 'export', event: 'request', files: 'app/entry.server.{js,jsx,ts,tsx}', firstNamed: ['request'], label: 'every page' },
  { symbol: 'react-router#handleRequest', role: 'entry', calls: 'export', event: 'request', files: 'app/entry.server.{js,jsx,ts,tsx}', label: 'every page' },
  { symbol: 'react-router#handleDataRequest', role: 'entry', calls: 'export', event: 'request', files: 'app/entry.server.{js,jsx,ts,tsx}', label: 'every loader and action' },
  { symbol: 'react-router#handleError', role: 'entry', calls: 'export', event: 'request', files: 'app/entry.server.{js,jsx,ts,tsx}', label: 'every failed request' },
] as const satisfies readonly ModelRow[]
