// https://blizzard.github.io/node-rdkafka/current/
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'node-rdkafka#Client', role: 'type', extends: ['node:events#EventEmitter'] },
  { symbol: 'node-rdkafka#KafkaConsumer', role: 'type', extends: ['node-rdkafka#Client'] },
  { symbol: 'node-rdkafka#Producer', role: 'type', extends: ['node-rdkafka#Client'] },
  { symbol: 'node-rdkafka#HighLevelProducer', role: 'type', extends: ['node-rdkafka#Producer'] },
  { symbol: 'node-rdkafka#KafkaConsumer.on', role: 'entry', calls: 'arg[1]', event: 'message', when: { 'arg[0]': 'data' }, label: 'every message of the consumer' },
  { symbol: 'node-rdkafka#Producer.on', role: 'entry', calls: 'arg[1]', event: 'message', when: { 'arg[0]': 'delivery-report' }, label: 'every delivery' },
  { symbol: 'node-rdkafka#KafkaConsumer', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, releasedBy: ['node-rdkafka#Client.disconnect'], note: 'once connected, its threads run until it is disconnected' },
  { symbol: 'node-rdkafka#Producer', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, releasedBy: ['node-rdkafka#Client.disconnect'] },
  { symbol: 'node-rdkafka#HighLevelProducer', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, releasedBy: ['node-rdkafka#Client.disconnect'] },
  { symbol: 'node-rdkafka#Client.disconnect', role: 'teardown' },
] as const satisfies readonly ModelRow[]
