// https://github.com/lukeed/polka#api
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'polka#Polka', role: 'type', extends: ['express#IRouter'], note: 'it takes the routes and middleware of Express' },
  { symbol: 'polka#default', role: 'type', returns: 'polka#Polka' },
  { symbol: 'polka#Polka.server', role: 'type', returns: 'node:http#Server' },
  { symbol: 'polka#Request', role: 'type', extends: ['node:http#IncomingMessage'], lifetime: 'event' },
  { symbol: 'polka#Request.path', role: 'data' },
  { symbol: 'polka#Request.params', role: 'data' },
  { symbol: 'polka#Request.query', role: 'data' },
] as const satisfies readonly ModelRow[]
