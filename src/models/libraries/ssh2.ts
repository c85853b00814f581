// https://github.com/mscdex/ssh2#readme
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'ssh2#Client', role: 'type', extends: ['node:events#EventEmitter'] },
  { symbol: 'ssh2#Server', role: 'type', extends: ['node:net#Server'] },
  { symbol: 'ssh2#Connection', role: 'type', extends: ['node:events#EventEmitter'], lifetime: 'connection' },
  { symbol: 'ssh2#Session', role: 'type', extends: ['node:events#EventEmitter'], lifetime: 'connection' },
  { symbol: 'ssh2#Channel', role: 'type', extends: ['node:stream#Duplex'], lifetime: 'connection' },
  { symbol: 'ssh2#ClientChannel', role: 'type', extends: ['ssh2#Channel'] },
  { symbol: 'ssh2#ServerChannel', role: 'type', extends: ['ssh2#Channel'] },
  { symbol: 'ssh2#Server', role: 'entry', calls: 'arg[1]', event: 'connection', params: ['ssh2#Connection'], label: 'every SSH connection' },
  { symbol: 'ssh2#Server.on', role: 'entry', calls: 'arg[1]', event: 'connection', when: { 'arg[0]': 'connection' }, params: ['ssh2#Connection'], label: 'every SSH connection' },
  { symbol: 'ssh2#Connection.on', role: 'entry', calls: 'arg[1]', event: 'request', when: { 'arg[0]': ['authentication', 'session', 'tcpip', 'request', 'rekey'] }, label: "every '{arg[0]}' of the connection" },
  { symbol: 'ssh2#Connection.on', role: 'entry', calls: 'arg[1]', event: 'call', when: { 'arg[0]': ['ready', 'handshake', 'greeting'] } },
  { symbol: 'ssh2#Client.on', role: 'entry', calls: 'arg[1]', event: 'call', when: { 'arg[0]': ['ready', 'connect', 'banner', 'greeting', 'handshake', 'timeout'] } },
  { symbol: 'ssh2#Client.exec', role: 'entry', calls: 'arg[last]', event: 'call', params: [null, 'ssh2#ClientChannel'] },
  { symbol: 'ssh2#Client.shell', role: 'entry', calls: 'arg[last]', event: 'call', params: [null, 'ssh2#ClientChannel'] },
  { symbol: 'ssh2#Client.sftp', role: 'entry', calls: 'arg[last]', event: 'call' },
  { symbol: 'ssh2#Client.connect', role: 'acquire', resource: 'resource', holder: 'process', held: 'this', handle: 'this', endsBy: ['done'], releasedBy: ['ssh2#Client.end', 'ssh2#Client.destroy'], note: 'it ends when either side ends it' },
  { symbol: 'ssh2#Client.end', role: 'teardown' },
  { symbol: 'ssh2#Client.destroy', role: 'teardown' },
  { symbol: 'ssh2#Connection.end', role: 'teardown' },
] as const satisfies readonly ModelRow[]
