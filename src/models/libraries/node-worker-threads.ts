// https://nodejs.org/api/worker_threads.html
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'node:worker_threads#Worker', role: 'type', extends: ['node:events#EventEmitter'] },
  { symbol: 'node:worker_threads#MessagePort', role: 'type', extends: ['node:events#EventEmitter', 'global#EventTarget'] },
  { symbol: 'node:worker_threads#MessageChannel', role: 'type' },
  { symbol: 'node:worker_threads#BroadcastChannel', role: 'type', extends: ['global#EventTarget'] },
  { symbol: 'global#MessagePort', role: 'type', extends: ['node:worker_threads#MessagePort'] },
  { symbol: 'global#MessageChannel', role: 'type', extends: ['node:worker_threads#MessageChannel'] },
  { symbol: 'global#BroadcastChannel', role: 'type', extends: ['node:worker_threads#BroadcastChannel'] },
  { symbol: 'node:worker_threads#parentPort', role: 'type', extends: ['node:worker_threads#MessagePort'], lifetime: 'process', note: 'it lives as long as the thread' },
  { symbol: 'node:worker_threads#MessageChannel.port1', role: 'type', returns: 'node:worker_threads#MessagePort' },
  { symbol: 'node:worker_threads#MessageChannel.port2', role: 'type', returns: 'node:worker_threads#MessagePort' },
  { symbol: 'node:worker_threads#Worker.stdout', role: 'type', returns: 'node:stream#Readable' },
  { symbol: 'node:worker_threads#Worker.stderr', role: 'type', returns: 'node:stream#Readable' },
  { symbol: 'node:worker_threads#Worker', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', endsBy: ['done'], releasedBy: ['node:worker_threads#Worker.terminate'], note: 'ends by itself only when the worker has nothing left to do: one with a message listener does not' },
  { symbol: 'node:worker_threads#BroadcastChannel', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', releasedBy: ['node:worker_threads#BroadcastChannel.close'] },
  { symbol: 'global#BroadcastChannel', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', releasedBy: ['node:worker_threads#BroadcastChannel.close'] },
  { symbol: 'node:worker_threads#MessageChannel', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', parts: ['return.port1', 'return.port2'], releasedBy: ['node:worker_threads#MessagePort.close'], note: 'either port closes both; 2.8 KB for ports that nobody closes, with or without a listener' },
  { symbol: 'global#MessageChannel', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', parts: ['return.port1', 'return.port2'], releasedBy: ['node:worker_threads#MessagePort.close'], note: 'either port closes both; 2.8 KB for ports that nobody closes, with or without a listener' },
  { symbol: 'node:worker_threads#Worker.on', role: 'entry', calls: 'arg[1]', event: 'message', when: { 'arg[0]': 'message' }, label: 'every message of the worker' },
  { symbol: 'node:worker_threads#Worker.on', role: 'entry', calls: 'arg[1]', event: 'call', when: { 'arg[0]': ['online', 'error', 'exit'] } },
  { symbol: 'node:worker_threads#MessagePort.on', role: 'entry', calls: 'arg[1]', event: 'message', when: { 'arg[0]': 'message' }, label: 'every message of the port' },
  { symbol: 'node:worker_threads#Worker.terminate', role: 'teardown' },
  { symbol: 'node:worker_threads#MessagePort.close', role: 'teardown' },
  { symbol: 'node:worker_threads#BroadcastChannel.close', role: 'teardown' },
] as const satisfies readonly ModelRow[]
