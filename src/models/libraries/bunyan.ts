// https://github.com/trentm/node-bunyan#streams-introduction
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'bunyan#default', role: 'type', extends: ['node:events#EventEmitter'] },
  { symbol: 'bunyan#createLogger', role: 'type', returns: 'bunyan#default' },
  { symbol: 'bunyan#default.child', role: 'type', returns: 'bunyan#default', note: 'no acquire: a child shares the streams of its parent, and goes with its variable' },
  { symbol: 'bunyan#createLogger', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, onlyWith: { 'arg[0].streams.*.path': [] }, reason: 'bunyan has no call that closes a stream', note: 'a descriptor for each path; a logger for the console alone goes with its variable' },
  { symbol: 'bunyan#default', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, onlyWith: { 'arg[0].streams.*.path': [] }, reason: 'bunyan has no call that closes a stream' },
  { symbol: 'bunyan#default.addStream', role: 'acquire', resource: 'listener', holder: 'this', held: 'arg[0]', setup: true, reason: 'a stream cannot be taken out again' },
] as const satisfies readonly ModelRow[]
