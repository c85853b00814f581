// https://socket.io/docs/v4/server-api/
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'socket.io#Server', role: 'type', extends: ['node:events#EventEmitter'] },
  { symbol: 'socket.io#Namespace', role: 'type', extends: ['node:events#EventEmitter'] },
  { symbol: 'socket.io#Socket', role: 'type', extends: ['node:events#EventEmitter'], lifetime: 'connection' },
  { symbol: 'socket.io#default', role: 'type', returns: 'socket.io#Server' },
  { symbol: 'socket.io#Server.of', role: 'type', returns: 'socket.io#Namespace' },
  { symbol: 'socket.io#Server.sockets', role: 'type', returns: 'socket.io#Namespace' },
  { symbol: 'socket.io#Socket.nsp', role: 'type', extends: ['socket.io#Namespace'], lifetime: 'process' },
  { symbol: 'socket.io#Socket.request', role: 'type', extends: ['node:http#IncomingMessage'], lifetime: 'connection', note: 'the handshake request is kept with the socket' },
  { symbol: 'socket.io#Server.on', role: 'entry', calls: 'arg[1]', event: 'connection', when: { 'arg[0]': ['connection', 'connect'] }, params: ['socket.io#Socket'], label: 'every Socket.IO connection' },
  { symbol: 'socket.io#Server.use', role: 'entry', calls: 'arg[0]', event: 'connection', params: ['socket.io#Socket', null], label: 'every Socket.IO handshake' },
  { symbol: 'socket.io#Server.use', role: 'acquire', resource: 'listener', holder: 'this', held: 'arg[0]', setup: true, reason: 'Socket.IO has no way to take a middleware out again' },
  { symbol: 'socket.io#Namespace.on', role: 'entry', calls: 'arg[1]', event: 'connection', when: { 'arg[0]': ['connection', 'connect'] }, params: ['socket.io#Socket'], label: 'every Socket.IO connection' },
  { symbol: 'socket.io#Namespace.use', role: 'entry', calls: 'arg[0]', event: 'connection', params: ['socket.io#Socket', null], label: 'every Socket.IO handshake' },
  { symbol: 'socket.io#Namespace.use', role: 'acquire', resource: 'listener', holder: 'this', held: 'arg[0]', setup: true, reason: 'Socket.IO has no way to take a middleware out again' },
  { symbol: 'socket.io#Socket.on', role: 'entry', calls: 'arg[1]', event: 'message', label: "every '{arg[0]}' message" },
  { symbol: 'socket.io#Socket.on', role: 'entry', calls: 'arg[1]', event: 'call', when: { 'arg[0]': ['disconnect', 'disconnecting'] } },
  { symbol: 'socket.io#Socket.onAny', role: 'entry', calls: 'arg[0]', event: 'message', label: 'every message' },
  { symbol: 'socket.io#Socket.use', role: 'entry', calls: 'arg[0]', event: 'message', label: 'every message' },
  { symbol: 'socket.io#Socket.onAny', role: 'acquire', resource: 'listener', holder: 'this', held: 'arg[0]', key: ['arg[0]'], releasedBy: ['socket.io#Socket.offAny'] },
  { symbol: 'socket.io#Socket.offAny', role: 'release', resource: 'listener', holder: 'this', key: ['arg[0]'] },
  { symbol: 'socket.io#Server.of', role: 'acquire', resource: 'collection', holder: 'this', key: ['arg[0]'], setup: true, reason: 'a namespace is never removed, unless cleanupEmptyChildNamespaces is set' },
  { symbol: 'socket.io#Server.close', role: 'teardown' },
  { symbol: 'socket.io#Socket.disconnect', role: 'teardown' },
  { symbol: 'socket.io#Socket.id', role: 'data' },
] as const satisfies readonly ModelRow[]
