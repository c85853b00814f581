// https://docs.confluent.io/kafka-clients/javascript/current/overview.html
import type { ModelRow } from '../row.ts'

export default [
  { symbol: '@confluentinc/kafka-javascript#KafkaJS.Kafka', role: 'type' },
  { symbol: '@confluentinc/kafka-javascript#KafkaJS.Consumer', role: 'type' },
  { symbol: '@confluentinc/kafka-javascript#KafkaJS.Producer', role: 'type' },
  { symbol: '@confluentinc/kafka-javascript#KafkaJS.Kafka.consumer', role: 'type', returns: '@confluentinc/kafka-javascript#KafkaJS.Consumer' },
  { symbol: '@confluentinc/kafka-javascript#KafkaJS.Kafka.producer', role: 'type', returns: '@confluentinc/kafka-javascript#KafkaJS.Producer' },
  { symbol: '@confluentinc/kafka-javascript#KafkaJS.Consumer.run', role: 'entry', calls: 'arg[0].eachMessage', event: 'message', label: 'every message of the consumer' },
  { symbol: '@confluentinc/kafka-javascript#KafkaJS.Consumer.run', role: 'entry', calls: 'arg[0].eachBatch', event: 'message', label: 'every batch of the consumer' },
  { symbol: '@confluentinc/kafka-javascript#KafkaJS.Consumer.connect', role: 'acquire', resource: 'resource', holder: 'process', held: 'this', handle: 'this', setup: true, releasedBy: ['@confluentinc/kafka-javascript#KafkaJS.Consumer.disconnect'] },
  { symbol: '@confluentinc/kafka-javascript#KafkaJS.Producer.connect', role: 'acquire', resource: 'resource', holder: 'process', held: 'this', handle: 'this', setup: true, releasedBy: ['@confluentinc/kafka-javascript#KafkaJS.Producer.disconnect'] },
  { symbol: '@confluentinc/kafka-javascript#KafkaJS.Consumer.disconnect', role: 'teardown' },
  { symbol: '@confluentinc/kafka-javascript#KafkaJS.Producer.disconnect', role: 'teardown' },
] as const satisfies readonly ModelRow[]
