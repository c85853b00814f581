// https://kafka.js.org/docs/getting-started
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'kafkajs#Kafka', role: 'type' },
  { symbol: 'kafkajs#Consumer', role: 'type' },
  { symbol: 'kafkajs#Kafka.consumer', role: 'type', returns: 'kafkajs#Consumer' },
  { symbol: 'kafkajs#Producer', role: 'type' },
  { symbol: 'kafkajs#Kafka.producer', role: 'type', returns: 'kafkajs#Producer' },
  { symbol: 'kafkajs#Admin', role: 'type' },
  { symbol: 'kafkajs#Kafka.admin', role: 'type', returns: 'kafkajs#Admin' },
  { symbol: 'kafkajs#Consumer.run', role: 'entry', calls: 'arg[0].eachMessage', event: 'message', label: 'every message of the consumer' },
  { symbol: 'kafkajs#Consumer.run', role: 'entry', calls: 'arg[0].eachBatch', event: 'message', label: 'every batch of the consumer' },
  { symbol: 'kafkajs#Consumer.on', role: 'entry', calls: 'arg[1]', event: 'message', label: "every '{arg[0]}' of the consumer" },
  { symbol: 'kafkajs#Producer.on', role: 'entry', calls: 'arg[1]', event: 'message', label: "every '{arg[0]}' of the producer" },
  { symbol: 'kafkajs#Consumer.on', role: 'acquire', resource: 'listener', holder: 'this', held: 'arg[1]', key: ['arg[0]', 'arg[1]'], handle: 'return', disposedBy: ['()'] },
  { symbol: 'kafkajs#Producer.on', role: 'acquire', resource: 'listener', holder: 'this', held: 'arg[1]', key: ['arg[0]', 'arg[1]'], handle: 'return', disposedBy: ['()'] },
  { symbol: 'kafkajs#Consumer.connect', role: 'acquire', resource: 'resource', holder: 'process', held: 'this', handle: 'this', setup: true, releasedBy: ['kafkajs#Consumer.disconnect'] },
  { symbol: 'kafkajs#Consumer.disconnect', role: 'teardown' },
  { symbol: 'kafkajs#Producer.connect', role: 'acquire', resource: 'resource', holder: 'process', held: 'this', handle: 'this', setup: true, releasedBy: ['kafkajs#Producer.disconnect'] },
  { symbol: 'kafkajs#Producer.disconnect', role: 'teardown' },
  { symbol: 'kafkajs#Admin.connect', role: 'acquire', resource: 'resource', holder: 'process', held: 'this', handle: 'this', setup: true, releasedBy: ['kafkajs#Admin.disconnect'] },
  { symbol: 'kafkajs#Admin.disconnect', role: 'teardown' },
] as const satisfies readonly ModelRow[]
