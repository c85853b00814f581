// https://nodejs.org/api/net.html
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'node:net#Server', role: 'type', extends: ['node:events#EventEmitter'] },
  { symbol: 'node:net#Socket', role: 'type', extends: ['node:stream#Duplex'], lifetime: 'connection' },
  { symbol: 'node:net#createServer', role: 'type', returns: 'node:net#Server' },
  { symbol: 'node:net#connect', role: 'type', returns: 'node:net#Socket' },
  { symbol: 'node:net#createConnection', role: 'type', returns: 'node:net#Socket' },
  { symbol: 'node:net#createServer', role: 'entry', calls: 'arg[last]', event: 'connection', params: ['node:net#Socket'], label: 'every connection' },
  { symbol: 'node:net#Server', role: 'entry', calls: 'arg[last]', event: 'connection', params: ['node:net#Socket'], label: 'every connection' },
  { symbol: 'node:net#Server.on', role: 'entry', calls: 'arg[1]', event: 'connection', when: { 'arg[0]': 'connection' }, params: ['node:net#Socket'], label: 'every connection' },
  { symbol: 'node:net#Server.listen', role: 'entry', calls: 'arg[last]', event: 'call' },
  { symbol: 'node:net#Server.listen', role: 'acquire', resource: 'resource', holder: 'process', held: 'this', handle: 'this', releasedBy: ['node:net#Server.close'], setup: true },
  { symbol: 'node:net#Server.close', role: 'teardown' },
  { symbol: 'node:net#connect', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', endsBy: ['done'], releasedBy: ['node:net#Socket.destroy', 'node:net#Socket.end', 'node:net#Socket.destroySoon'] },
  { symbol: 'node:net#createConnection', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', endsBy: ['done'], releasedBy: ['node:net#Socket.destroy', 'node:net#Socket.end', 'node:net#Socket.destroySoon'] },
  { symbol: 'node:net#Socket.connect', role: 'acquire', resource: 'resource', holder: 'process', held: 'this', handle: 'this', endsBy: ['done'], releasedBy: ['node:net#Socket.destroy', 'node:net#Socket.end', 'node:net#Socket.destroySoon'] },
  { symbol: 'node:net#Socket.end', role: 'teardown' },
  { symbol: 'node:net#Socket.destroy', role: 'teardown' },
  { symbol: 'node:net#Socket.destroySoon', role: 'teardown' },
  { symbol: 'node:net#Socket.resetAndDestroy', role: 'teardown' },
  { symbol: 'node:net#Socket.setTimeout', role: 'acquire', resource: 'listener', holder: 'this', held: 'arg[1]', key: ['arg[1]'], endsBy: ['first-event'], releasedBy: ['node:events#EventEmitter.off', 'node:events#EventEmitter.removeListener', 'node:events#EventEmitter.removeAllListeners'], note: 'the callback becomes a once(\'timeout\') listener of the keep-alive connection; on a request or response it does not' },
] as const satisfies readonly ModelRow[]
