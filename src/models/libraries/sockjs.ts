// https://github.com/sockjs/sockjs-node#readme
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'sockjs#Server', role: 'type', extends: ['node:events#EventEmitter'] },
  { symbol: 'sockjs#Connection', role: 'type', extends: ['node:stream#Duplex'], lifetime: 'connection' },
  { symbol: 'sockjs#createServer', role: 'type', returns: 'sockjs#Server' },
  { symbol: 'sockjs#Server.on', role: 'entry', calls: 'arg[1]', event: 'connection', when: { 'arg[0]': 'connection' }, params: ['sockjs#Connection'], label: 'every SockJS connection' },
  { symbol: 'sockjs#Connection.on', role: 'entry', calls: 'arg[1]', event: 'message', when: { 'arg[0]': 'data' }, label: 'every message of the connection' },
  { symbol: 'sockjs#Connection.close', role: 'teardown' },
  { symbol: 'sockjs#Connection.id', role: 'data' },
  { symbol: 'sockjs#Connection.url', role: 'data' },
  { symbol: 'sockjs#Connection.remoteAddress', role: 'data' },
] as const satisfies readonly ModelRow[]
