// https://nodejs.org/api/events.html
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'node:events#EventEmitter', role: 'type' },
  { symbol: 'node:events#default', role: 'type', returns: 'node:events#EventEmitter', extends: ['node:events#EventEmitter'] },
  { symbol: 'node:events#EventEmitterAsyncResource', role: 'type', extends: ['node:events#EventEmitter'] },
  { symbol: 'global#NodeJS.EventEmitter', role: 'type', extends: ['node:events#EventEmitter'] },
  { symbol: 'node:events#EventEmitter.on', role: 'acquire', resource: 'listener', holder: 'this', held: 'arg[1]', key: ['arg[0]', 'arg[1]'], duckTyped: true },
  { symbol: 'node:events#EventEmitter.addListener', role: 'acquire', resource: 'listener', holder: 'this', held: 'arg[1]', key: ['arg[0]', 'arg[1]'], duckTyped: true },
  { symbol: 'node:events#EventEmitter.prependListener', role: 'acquire', resource: 'listener', holder: 'this', held: 'arg[1]', key: ['arg[0]', 'arg[1]'], duckTyped: true },
  { symbol: 'node:events#EventEmitter.once', role: 'acquire', resource: 'listener', holder: 'this', held: 'arg[1]', key: ['arg[0]', 'arg[1]'], endsBy: ['first-event'], duckTyped: true },
  { symbol: 'node:events#EventEmitter.prependOnceListener', role: 'acquire', resource: 'listener', holder: 'this', held: 'arg[1]', key: ['arg[0]', 'arg[1]'], endsBy: ['first-event'], duckTyped: true },
  { symbol: 'node:events#EventEmitter.off', role: 'release', resource: 'listener', holder: 'this', key: ['arg[0]', 'arg[1]'], note: 'removes one registration, the latest' },
  { symbol: 'node:events#EventEmitter.removeListener', role: 'release', resource: 'listener', holder: 'this', key: ['arg[0]', 'arg[1]'], note: 'removes one registration, the latest' },
  { symbol: 'node:events#EventEmitter.removeAllListeners', role: 'release', resource: 'listener', holder: 'this', key: ['arg[0]'], all: true },
  { symbol: 'node:events#EventEmitter.on', role: 'entry', calls: 'arg[1]', event: 'call', when: { 'arg[0]': ['close', 'end', 'finish', 'exit', 'listening'] }, note: 'these fire at most once in the life of what emits them' },
  { symbol: 'node:events#EventEmitter.once', role: 'entry', calls: 'arg[1]', event: 'call' },
  { symbol: 'node:events#EventEmitter.prependOnceListener', role: 'entry', calls: 'arg[1]', event: 'call' },
  { symbol: 'node:events#once', role: 'acquire', resource: 'listener', holder: 'arg[0]', held: 'return', key: ['arg[0]', 'arg[1]'], endsBy: ['first-event', 'arg[2].signal'], note: 'also adds an error listener' },
  { symbol: 'node:events#on', role: 'acquire', resource: 'listener', holder: 'arg[0]', held: 'return', key: ['arg[0]', 'arg[1]'], handle: 'return', disposedBy: ['return'], endsBy: ['arg[2].signal', 'done'], note: 'registers when called, even if never iterated: 34 KB each' },
  { symbol: 'node:events#addAbortListener', role: 'acquire', resource: 'listener', holder: 'arg[0]', held: 'arg[1]', handle: 'return', disposedBy: ['Symbol.dispose'] },
  { symbol: 'node:events#EventEmitter.once', role: 'acquire', isStatic: true, resource: 'listener', holder: 'arg[0]', held: 'return', key: ['arg[0]', 'arg[1]'], endsBy: ['first-event', 'arg[2].signal'] },
  { symbol: 'node:events#EventEmitter.on', role: 'acquire', isStatic: true, resource: 'listener', holder: 'arg[0]', held: 'return', key: ['arg[0]', 'arg[1]'], handle: 'return', disposedBy: ['return'], endsBy: ['arg[2].signal', 'done'] },
  { symbol: 'node:events#EventEmitter.addAbortListener', role: 'acquire', isStatic: true, resource: 'listener', holder: 'arg[0]', held: 'arg[1]', handle: 'return', disposedBy: ['Symbol.dispose'] },
] as const satisfies readonly ModelRow[]
