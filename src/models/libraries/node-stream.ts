// https://nodejs.org/api/stream.html
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'node:stream#Stream', role: 'type', extends: ['node:events#EventEmitter'] },
  { symbol: 'node:stream#default', role: 'type', returns: 'node:stream#Stream', extends: ['node:stream#Stream'] },
  { symbol: 'node:stream#Readable', role: 'type', extends: ['node:stream#Stream'] },
  { symbol: 'node:stream#Writable', role: 'type', extends: ['node:stream#Stream'] },
  { symbol: 'node:stream#Duplex', role: 'type', extends: ['node:stream#Readable', 'node:stream#Writable'] },
  { symbol: 'node:stream#Transform', role: 'type', extends: ['node:stream#Duplex'] },
  { symbol: 'node:stream#PassThrough', role: 'type', extends: ['node:stream#Transform'] },
  { symbol: 'global#NodeJS.ReadableStream', role: 'type', extends: ['node:stream#Readable'] },
  { symbol: 'global#NodeJS.WritableStream', role: 'type', extends: ['node:stream#Writable'] },
  { symbol: 'global#NodeJS.ReadWriteStream', role: 'type', extends: ['node:stream#Duplex'] },
  { symbol: 'node:stream#Readable.from', role: 'type', isStatic: true, returns: 'node:stream#Readable' },
  { symbol: 'node:stream#Readable.fromWeb', role: 'type', isStatic: true, returns: 'node:stream#Readable' },
  { symbol: 'node:stream#Readable.destroy', role: 'teardown' },
  { symbol: 'node:stream#Writable.destroy', role: 'teardown' },
  { symbol: 'node:stream#Writable.end', role: 'teardown' },
  { symbol: 'node:stream#finished', role: 'acquire', resource: 'listener', holder: 'arg[0]', held: 'arg[last]', handle: 'return', disposedBy: ['()'], endsBy: ['arg[1].signal'], note: 'its listeners stay on a long-lived stream even after it has finished: 1.9 KB a call' },
  { symbol: 'node:stream#finished', role: 'entry', calls: 'arg[last]', event: 'call' },
  { symbol: 'node:stream/promises#finished', role: 'acquire', resource: 'listener', holder: 'arg[0]', held: 'return', endsBy: ['arg[1].signal', 'arg[1].cleanup'], note: 'its listeners stay on a long-lived stream unless cleanup is true' },
  { symbol: 'node:stream#pipeline', role: 'entry', calls: 'arg[last]', event: 'call' },
  { symbol: 'node:stream/promises#pipeline', role: 'acquire', resource: 'pipe', holder: 'arg[1]', held: 'arg[0]', onlyWith: { 'arg[2].end': [false] }, reason: 'nothing takes the listeners off', note: '7.8 KB a call, also of one that succeeds; the form with a callback has no such option' },
  { symbol: 'node:stream/promises#pipeline', role: 'acquire', resource: 'pipe', holder: 'arg[2]', held: 'arg[0]', onlyWith: { 'arg[3].end': [false] }, reason: 'nothing takes the listeners off' },
  { symbol: 'node:stream/promises#pipeline', role: 'acquire', resource: 'pipe', holder: 'arg[3]', held: 'arg[0]', onlyWith: { 'arg[4].end': [false] }, reason: 'nothing takes the listeners off' },
  { symbol: 'node:stream#addAbortSignal', role: 'acquire', resource: 'listener', holder: 'arg[0]', held: 'arg[1]', handle: 'arg[1]', endsBy: ['done'], releasedBy: ['node:stream#Readable.destroy', 'node:stream#Writable.destroy'], note: 'on a long-lived signal until the stream ends: 2.7 KB for one that is dropped' },
] as const satisfies readonly ModelRow[]
