// https://github.com/moscajs/aedes/blob/main/docs/Aedes.md
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'aedes#Aedes', role: 'type', extends: ['node:events#EventEmitter'] },
  { symbol: 'aedes#default', role: 'type', returns: 'aedes#Aedes', extends: ['aedes#Aedes'] },
  { symbol: 'aedes#Client', role: 'type', extends: ['node:events#EventEmitter'], lifetime: 'connection' },
  { symbol: 'aedes#Aedes.createBroker', role: 'type', isStatic: true, returns: 'aedes#Aedes' },
  { symbol: 'aedes#Aedes.on', role: 'entry', calls: 'arg[1]', event: 'connection', when: { 'arg[0]': ['client', 'clientReady', 'clientDisconnect', 'keepaliveTimeout', 'clientError', 'connectionError'] }, params: ['aedes#Client'], label: "every '{arg[0]}' of the broker" },
  { symbol: 'aedes#Aedes.on', role: 'entry', calls: 'arg[1]', event: 'message', when: { 'arg[0]': ['publish', 'ping', 'ack', 'subscribe', 'unsubscribe', 'connackSent'] }, label: "every '{arg[0]}' of the broker" },
  { symbol: 'aedes#Aedes', role: 'entry', calls: 'arg[0].preConnect', event: 'connection', params: ['aedes#Client'], label: 'every MQTT connection' },
  { symbol: 'aedes#Aedes', role: 'entry', calls: 'arg[0].authenticate', event: 'connection', params: ['aedes#Client'], label: 'every MQTT connection' },
  { symbol: 'aedes#Aedes', role: 'entry', calls: 'arg[0].authorizePublish', event: 'message', params: ['aedes#Client'], label: 'every MQTT packet' },
  { symbol: 'aedes#Aedes', role: 'entry', calls: 'arg[0].authorizeSubscribe', event: 'message', params: ['aedes#Client'], label: 'every MQTT packet' },
  { symbol: 'aedes#Aedes', role: 'entry', calls: 'arg[0].authorizeForward', event: 'message', params: ['aedes#Client'], label: 'every MQTT packet' },
  { symbol: 'aedes#Aedes.subscribe', role: 'entry', calls: 'arg[1]', event: 'message', label: 'every message of {arg[0]}' },
  { symbol: 'aedes#Aedes.subscribe', role: 'acquire', resource: 'listener', holder: 'this', held: 'arg[1]', key: ['arg[0]', 'arg[1]'], releasedBy: ['aedes#Aedes.unsubscribe'] },
  { symbol: 'aedes#Aedes.unsubscribe', role: 'release', resource: 'listener', holder: 'this', key: ['arg[0]', 'arg[1]'] },
  { symbol: 'aedes#Aedes.listen', role: 'acquire', resource: 'resource', holder: 'process', held: 'this', handle: 'this', releasedBy: ['aedes#Aedes.close'], setup: true, note: 'it sends heartbeats at intervals' },
  { symbol: 'aedes#Aedes.close', role: 'teardown' },
  { symbol: 'aedes#Client.close', role: 'teardown' },
  { symbol: 'aedes#Client.id', role: 'data' },
] as const satisfies readonly ModelRow[]
