// https://docs.bullmq.io/
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'bullmq#QueueBase', role: 'type', extends: ['node:events#EventEmitter'] },
  { symbol: 'bullmq#Queue', role: 'type', extends: ['bullmq#QueueBase'] },
  { symbol: 'bullmq#Worker', role: 'type', extends: ['bullmq#QueueBase'] },
  { symbol: 'bullmq#QueueEvents', role: 'type', extends: ['bullmq#QueueBase'] },
  { symbol: 'bullmq#FlowProducer', role: 'type', extends: ['node:events#EventEmitter'] },
  { symbol: 'bullmq#Job', role: 'type', lifetime: 'event' },
  { symbol: 'bullmq#Worker', role: 'entry', calls: 'arg[1]', event: 'job', params: ['bullmq#Job', null], label: 'every job of {arg[0]}' },
  { symbol: 'bullmq#Worker.on', role: 'entry', calls: 'arg[1]', event: 'job', when: { 'arg[0]': ['active', 'completed', 'failed', 'progress', 'stalled'] }, params: ['bullmq#Job'], label: "every '{arg[0]}' job" },
  { symbol: 'bullmq#QueueEvents.on', role: 'entry', calls: 'arg[1]', event: 'job', when: { 'arg[0]': ['active', 'added', 'completed', 'delayed', 'drained', 'failed', 'progress', 'removed', 'stalled', 'waiting'] }, label: "every '{arg[0]}' job" },
  { symbol: 'bullmq#Queue', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, releasedBy: ['bullmq#QueueBase.close', 'bullmq#QueueBase.disconnect'] },
  { symbol: 'bullmq#Worker', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, releasedBy: ['bullmq#Worker.close'] },
  { symbol: 'bullmq#QueueEvents', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, releasedBy: ['bullmq#QueueEvents.close'] },
  { symbol: 'bullmq#FlowProducer', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, releasedBy: ['bullmq#FlowProducer.close'] },
  { symbol: 'bullmq#QueueBase.close', role: 'teardown' },
  { symbol: 'bullmq#QueueBase.disconnect', role: 'teardown' },
  { symbol: 'bullmq#Worker.close', role: 'teardown' },
  { symbol: 'bullmq#QueueEvents.close', role: 'teardown' },
  { symbol: 'bullmq#FlowProducer.close', role: 'teardown' },
  { symbol: 'bullmq#Job.id', role: 'data' },
] as const satisfies readonly ModelRow[]
