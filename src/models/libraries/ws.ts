// https://github.com/websockets/ws/blob/master/doc/ws.md
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'ws#WebSocket', role: 'type', extends: ['node:events#EventEmitter', 'global#EventTarget'], lifetime: 'connection' },
  { symbol: 'ws#default', role: 'type', returns: 'ws#WebSocket', extends: ['ws#WebSocket'] },
  { symbol: 'ws#WebSocketServer', role: 'type', extends: ['node:events#EventEmitter'] },
  { symbol: 'ws#Server', role: 'type', returns: 'ws#WebSocketServer', extends: ['ws#WebSocketServer'] },
  { symbol: 'ws#createWebSocketStream', role: 'type', returns: 'node:stream#Duplex' },
  { symbol: 'ws#WebSocketServer.on', role: 'entry', calls: 'arg[1]', event: 'connection', when: { 'arg[0]': 'connection' }, params: ['ws#WebSocket', 'node:http#IncomingMessage'], label: 'every WebSocket connection' },
  { symbol: 'ws#WebSocketServer.on', role: 'entry', calls: 'arg[1]', event: 'connection', when: { 'arg[0]': 'headers' }, params: [null, 'node:http#IncomingMessage'], label: 'every WebSocket handshake' },
  { symbol: 'ws#WebSocketServer.handleUpgrade', role: 'entry', calls: 'arg[3]', event: 'call', params: ['ws#WebSocket', 'node:http#IncomingMessage'] },
  { symbol: 'ws#WebSocket.on', role: 'entry', calls: 'arg[1]', event: 'message', when: { 'arg[0]': ['message', 'ping', 'pong'] }, label: "every '{arg[0]}' of the connection" },
  { symbol: 'ws#WebSocket.on', role: 'entry', calls: 'arg[1]', event: 'call', when: { 'arg[0]': ['open', 'upgrade'] } },
  { symbol: 'ws#WebSocket.addEventListener', role: 'entry', calls: 'arg[1]', event: 'message', when: { 'arg[0]': 'message' }, label: 'every message of the connection' },
  { symbol: 'ws#WebSocket.send', role: 'entry', calls: 'arg[last]', event: 'call' },
  { symbol: 'ws#WebSocket', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', endsBy: ['done'], releasedBy: ['ws#WebSocket.close', 'ws#WebSocket.terminate'], note: 'an open client socket is a root' },
  { symbol: 'ws#default', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', endsBy: ['done'], releasedBy: ['ws#WebSocket.close', 'ws#WebSocket.terminate'], note: 'an open client socket is a root' },
  { symbol: 'ws#WebSocketServer', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', releasedBy: ['ws#WebSocketServer.close'], unless: { 'arg[0].noServer': true }, setup: true, note: 'without a server of its own it opens nothing' },
  { symbol: 'ws#Server', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', releasedBy: ['ws#WebSocketServer.close'], unless: { 'arg[0].noServer': true }, setup: true, note: 'without a server of its own it opens nothing' },
  { symbol: 'ws#WebSocket.close', role: 'teardown' },
  { symbol: 'ws#WebSocket.terminate', role: 'teardown' },
  { symbol: 'ws#WebSocketServer.close', role: 'teardown' },
] as const satisfies readonly ModelRow[]
