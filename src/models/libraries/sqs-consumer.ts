// https://bbc.github.io/sqs-consumer/
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'sqs-consumer#Consumer', role: 'type', extends: ['node:events#EventEmitter'] },
  { symbol: 'sqs-consumer#Consumer.create', role: 'type', isStatic: true, returns: 'sqs-consumer#Consumer' },
  { symbol: 'sqs-consumer#Consumer.create', role: 'entry', calls: 'arg[0].handleMessage', event: 'message', isStatic: true, label: 'every message of the queue' },
  { symbol: 'sqs-consumer#Consumer.create', role: 'entry', calls: 'arg[0].handleMessageBatch', event: 'message', isStatic: true, label: 'every batch of the queue' },
  { symbol: 'sqs-consumer#Consumer', role: 'entry', calls: 'arg[0].handleMessage', event: 'message', label: 'every message of the queue' },
  { symbol: 'sqs-consumer#Consumer', role: 'entry', calls: 'arg[0].handleMessageBatch', event: 'message', label: 'every batch of the queue' },
  { symbol: 'sqs-consumer#Consumer.on', role: 'entry', calls: 'arg[1]', event: 'message', when: { 'arg[0]': ['message_received', 'message_processed', 'response_processed', 'processing_error', 'timeout_error', 'empty'] }, label: "every '{arg[0]}'" },
  { symbol: 'sqs-consumer#Consumer.stop', role: 'teardown' },
] as const satisfies readonly ModelRow[]
