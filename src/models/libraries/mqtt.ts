// https://github.com/mqttjs/MQTT.js#api
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'mqtt#MqttClient', role: 'type', extends: ['node:events#EventEmitter'] },
  { symbol: 'mqtt#connect', role: 'type', returns: 'mqtt#MqttClient' },
  { symbol: 'mqtt#connectAsync', role: 'type', returns: 'mqtt#MqttClient' },
  { symbol: 'mqtt#connect', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, releasedBy: ['mqtt#MqttClient.end', 'mqtt#MqttClient.endAsync'] },
  { symbol: 'mqtt#connectAsync', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, releasedBy: ['mqtt#MqttClient.end', 'mqtt#MqttClient.endAsync'] },
  { symbol: 'mqtt#MqttClient.on', role: 'entry', calls: 'arg[1]', event: 'message', when: { 'arg[0]': ['message', 'packetreceive', 'packetsend'] }, label: 'every MQTT message' },
  { symbol: 'mqtt#MqttClient.end', role: 'teardown' },
  { symbol: 'mqtt#MqttClient.endAsync', role: 'teardown' },
] as const satisfies readonly ModelRow[]
