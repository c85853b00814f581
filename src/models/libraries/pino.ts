// https://getpino.io/#/docs/api?id=pino-destination
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'pino#destination', role: 'type', returns: 'sonic-boom#SonicBoom' },
  { symbol: 'pino#pino.destination', role: 'type', returns: 'sonic-boom#SonicBoom' },
  { symbol: 'pino#transport', role: 'type', returns: 'thread-stream#default' },
  { symbol: 'pino#pino.transport', role: 'type', returns: 'thread-stream#default' },
  { symbol: 'sonic-boom#SonicBoom', role: 'type', extends: ['node:events#EventEmitter'] },
  { symbol: 'thread-stream#default', role: 'type', extends: ['node:events#EventEmitter'] },
  { symbol: 'pino#destination', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, unless: { 'arg[0]': 1 }, onlyWith: { 'arg[0]': [] }, releasedBy: ['sonic-boom#SonicBoom.end', 'sonic-boom#SonicBoom.destroy'], note: 'a descriptor for each; a logger without a destination of its own, and child(), cost nothing' },
  { symbol: 'pino#pino.destination', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, unless: { 'arg[0]': 1 }, onlyWith: { 'arg[0]': [] }, releasedBy: ['sonic-boom#SonicBoom.end', 'sonic-boom#SonicBoom.destroy'], note: 'a descriptor for each; a logger without a destination of its own, and child(), cost nothing' },
  { symbol: 'pino#transport', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, releasedBy: ['thread-stream#default.end'], note: 'a thread' },
  { symbol: 'pino#pino.transport', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, releasedBy: ['thread-stream#default.end'], note: 'a thread' },
  { symbol: 'sonic-boom#SonicBoom.end', role: 'teardown' },
  { symbol: 'sonic-boom#SonicBoom.destroy', role: 'teardown' },
  { symbol: 'thread-stream#default.end', role: 'teardown' },
] as const satisfies readonly ModelRow[]
