// https://undici.nodejs.org/
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'undici#Dispatcher', role: 'type', extends: ['node:events#EventEmitter'] },
  { symbol: 'undici#Client', role: 'type', extends: ['undici#Dispatcher'] },
  { symbol: 'undici#Pool', role: 'type', extends: ['undici#Dispatcher'] },
  { symbol: 'undici#Agent', role: 'type', extends: ['undici#Dispatcher'] },
  { symbol: 'undici#ProxyAgent', role: 'type', extends: ['undici#Dispatcher'] },
  { symbol: 'undici#Dispatcher.ResponseData', role: 'type' },
  { symbol: 'undici#Dispatcher.ResponseData.body', role: 'type', returns: 'node:stream#Readable', note: 'nothing collects a body that nobody reads: 272 KB and 2 descriptors' },
  { symbol: 'undici#request', role: 'type', returns: 'undici#Dispatcher.ResponseData' },
  { symbol: 'undici#Dispatcher.request', role: 'type', returns: 'undici#Dispatcher.ResponseData' },
  { symbol: 'undici#request', role: 'ask', options: 'arg[1]', anyOf: ['signal', 'headersTimeout', 'dispatcher'], defaults: 'setGlobalDispatcher', note: 'it gives up after five minutes without headers' },
  { symbol: 'undici#fetch', role: 'ask', options: 'arg[1]', anyOf: ['signal', 'dispatcher'], defaults: 'setGlobalDispatcher' },
  { symbol: 'undici#Agent', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, endsBy: ['idle'], releasedBy: ['undici#Dispatcher.close', 'undici#Dispatcher.destroy'], note: 'an agent per event keeps 2 descriptors and 32 KB until its idle sockets close' },
  { symbol: 'undici#Pool', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, endsBy: ['idle'], releasedBy: ['undici#Dispatcher.close', 'undici#Dispatcher.destroy'] },
  { symbol: 'undici#Client', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, endsBy: ['idle'], releasedBy: ['undici#Dispatcher.close', 'undici#Dispatcher.destroy'] },
  { symbol: 'undici#ProxyAgent', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, endsBy: ['idle'], releasedBy: ['undici#Dispatcher.close', 'undici#Dispatcher.destroy'] },
  { symbol: 'undici#Dispatcher.close', role: 'teardown' },
  { symbol: 'undici#Dispatcher.destroy', role: 'teardown' },
] as const satisfies readonly ModelRow[]
