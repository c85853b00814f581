// https://nodejs.org/api/tls.html
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'node:tls#Server', role: 'type', extends: ['node:net#Server'] },
  { symbol: 'node:tls#TLSSocket', role: 'type', extends: ['node:net#Socket'] },
  { symbol: 'node:tls#createServer', role: 'type', returns: 'node:tls#Server' },
  { symbol: 'node:tls#connect', role: 'type', returns: 'node:tls#TLSSocket' },
  { symbol: 'node:tls#createServer', role: 'entry', calls: 'arg[last]', event: 'connection', params: ['node:tls#TLSSocket'], label: 'every connection' },
  { symbol: 'node:tls#Server.on', role: 'entry', calls: 'arg[1]', event: 'connection', when: { 'arg[0]': 'secureConnection' }, params: ['node:tls#TLSSocket'], label: 'every connection' },
  { symbol: 'node:tls#connect', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', endsBy: ['done'], releasedBy: ['node:net#Socket.destroy', 'node:net#Socket.end', 'node:net#Socket.destroySoon'] },
] as const satisfies readonly ModelRow[]
