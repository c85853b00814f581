// https://grpc.github.io/grpc/node/
import type { ModelRow } from '../row.ts'

export default [
  { symbol: '@grpc/grpc-js#Server', role: 'type' },
  { symbol: '@grpc/grpc-js#Client', role: 'type' },
  { symbol: '@grpc/grpc-js#makeGenericClientConstructor', role: 'type', makes: '@grpc/grpc-js#Client' },
  { symbol: '@grpc/grpc-js#makeClientConstructor', role: 'type', makes: '@grpc/grpc-js#Client' },
  { symbol: '@grpc/grpc-js#loadPackageDefinition', role: 'type', makes: '@grpc/grpc-js#Client', note: 'each service in it is a class of clients' },
  { symbol: '@grpc/grpc-js#ServerUnaryCall', role: 'type', extends: ['node:events#EventEmitter'], lifetime: 'event' },
  { symbol: '@grpc/grpc-js#ServerReadableStream', role: 'type', extends: ['node:stream#Readable'], lifetime: 'event' },
  { symbol: '@grpc/grpc-js#ServerWritableStream', role: 'type', extends: ['node:stream#Writable'], lifetime: 'event' },
  { symbol: '@grpc/grpc-js#ServerDuplexStream', role: 'type', extends: ['node:stream#Duplex'], lifetime: 'event' },
  { symbol: '@grpc/grpc-js#Server.addService', role: 'entry', calls: 'arg[1].*', event: 'request', params: ['@grpc/grpc-js#ServerUnaryCall', null], label: 'every call of the service' },
  { symbol: '@grpc/grpc-js#Server.register', role: 'entry', calls: 'arg[1]', event: 'request', params: ['@grpc/grpc-js#ServerUnaryCall', null], label: 'every call of {arg[0]}' },
  { symbol: '@grpc/grpc-js#Server.addService', role: 'acquire', resource: 'listener', holder: 'this', held: 'arg[1]', key: ['arg[0]'], releasedBy: ['@grpc/grpc-js#Server.removeService'], setup: true },
  { symbol: '@grpc/grpc-js#Server.register', role: 'acquire', resource: 'listener', holder: 'this', held: 'arg[1]', key: ['arg[0]'], releasedBy: ['@grpc/grpc-js#Server.unregister'], setup: true },
  { symbol: '@grpc/grpc-js#Server.removeService', role: 'release', resource: 'listener', holder: 'this', key: ['arg[0]'] },
  { symbol: '@grpc/grpc-js#Server.unregister', role: 'release', resource: 'listener', holder: 'this', key: ['arg[0]'] },
  { symbol: '@grpc/grpc-js#Server.bindAsync', role: 'entry', calls: 'arg[2]', event: 'call' },
  { symbol: '@grpc/grpc-js#Server.bindAsync', role: 'acquire', resource: 'resource', holder: 'process', held: 'this', handle: 'this', releasedBy: ['@grpc/grpc-js#Server.tryShutdown', '@grpc/grpc-js#Server.forceShutdown'], setup: true },
  { symbol: '@grpc/grpc-js#Client', role: 'acquire', resource: 'resource', holder: 'process', isClient: true, releasedBy: ['@grpc/grpc-js#Client.close'], note: 'channelz keeps each channel until it is closed; its connection closes after 30 idle minutes', handle: 'return' },
  { symbol: '@grpc/grpc-js#Client.waitForReady', role: 'entry', calls: 'arg[1]', event: 'call' },
  { symbol: '@grpc/grpc-js#Server.tryShutdown', role: 'teardown' },
  { symbol: '@grpc/grpc-js#Server.forceShutdown', role: 'teardown' },
  { symbol: '@grpc/grpc-js#Client.close', role: 'teardown' },
] as const satisfies readonly ModelRow[]
