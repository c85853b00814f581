// https://socket.io/docs/v4/client-api/
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'socket.io-client#Socket', role: 'type', extends: ['node:events#EventEmitter'] },
  { symbol: 'socket.io-client#io', role: 'type', returns: 'socket.io-client#Socket' },
  { symbol: 'socket.io-client#io', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, releasedBy: ['socket.io-client#Socket.disconnect', 'socket.io-client#Socket.close'], note: 'it connects again and again until it is told not to' },
  { symbol: 'socket.io-client#connect', role: 'type', returns: 'socket.io-client#Socket' },
  { symbol: 'socket.io-client#connect', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, releasedBy: ['socket.io-client#Socket.disconnect', 'socket.io-client#Socket.close'] },
  { symbol: 'socket.io-client#default', role: 'type', returns: 'socket.io-client#Socket' },
  { symbol: 'socket.io-client#default', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, releasedBy: ['socket.io-client#Socket.disconnect', 'socket.io-client#Socket.close'] },
  { symbol: 'socket.io-client#Socket.on', role: 'entry', calls: 'arg[1]', event: 'message', label: "every '{arg[0]}'" },
  { symbol: 'socket.io-client#Socket.onAny', role: 'entry', calls: 'arg[0]', event: 'message', label: 'every message' },
  { symbol: 'socket.io-client#Socket.onAny', role: 'acquire', resource: 'listener', holder: 'this', held: 'arg[0]', key: ['arg[0]'], releasedBy: ['socket.io-client#Socket.offAny'] },
  { symbol: 'socket.io-client#Socket.offAny', role: 'release', resource: 'listener', holder: 'this', key: ['arg[0]'] },
  { symbol: 'socket.io-client#Socket.disconnect', role: 'teardown' },
  { symbol: 'socket.io-client#Socket.close', role: 'teardown' },
] as const satisfies readonly ModelRow[]
