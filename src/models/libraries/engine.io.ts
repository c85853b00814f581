// https://github.com/socketio/socket.io/tree/main/packages/engine.io#readme
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'engine.io#BaseServer', role: 'type', extends: ['node:events#EventEmitter'] },
  { symbol: 'engine.io#Server', role: 'type', extends: ['engine.io#BaseServer'] },
  { symbol: 'engine.io#Socket', role: 'type', extends: ['node:events#EventEmitter'], lifetime: 'connection' },
  { symbol: 'engine.io#Socket.request', role: 'type', extends: ['node:http#IncomingMessage'], lifetime: 'connection', note: 'the request that opened the connection' },
  { symbol: 'engine.io#attach', role: 'type', returns: 'engine.io#Server' },
  { symbol: 'engine.io#listen', role: 'type', returns: 'engine.io#Server' },
  { symbol: 'engine.io#BaseServer.on', role: 'entry', calls: 'arg[1]', event: 'connection', when: { 'arg[0]': 'connection' }, params: ['engine.io#Socket'], label: 'every Engine.IO connection' },
  { symbol: 'engine.io#Socket.on', role: 'entry', calls: 'arg[1]', event: 'message', when: { 'arg[0]': ['message', 'data', 'packet', 'heartbeat', 'drain', 'flush'] }, label: "every '{arg[0]}' of the connection" },
  { symbol: 'engine.io#listen', role: 'acquire', resource: 'resource', holder: 'process', releasedBy: ['engine.io#BaseServer.close'], setup: true, handle: 'return' },
  { symbol: 'engine.io#BaseServer.close', role: 'teardown' },
  { symbol: 'engine.io#Socket.close', role: 'teardown' },
  { symbol: 'engine.io#Socket.id', role: 'data' },
] as const satisfies readonly ModelRow[]
