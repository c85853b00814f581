// https://github.com/pladaria/reconnecting-websocket#api
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'reconnecting-websocket#default', role: 'type', extends: ['global#EventTarget'] },
  { symbol: 'reconnecting-websocket#default.addEventListener', role: 'entry', calls: 'arg[1]', event: 'message', when: { 'arg[0]': 'message' }, label: 'every message of the connection' },
  { symbol: 'reconnecting-websocket#default', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, releasedBy: ['reconnecting-websocket#default.close'], note: 'it connects again and again until it is closed' },
  { symbol: 'reconnecting-websocket#default.close', role: 'teardown' },
] as const satisfies readonly ModelRow[]
