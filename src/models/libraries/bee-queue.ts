// https://github.com/bee-queue/bee-queue#api-reference
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'bee-queue#default', role: 'type', extends: ['node:events#EventEmitter'] },
  { symbol: 'bee-queue#Job', role: 'type', extends: ['node:events#EventEmitter'], lifetime: 'event' },
  { symbol: 'bee-queue#default.createJob', role: 'type', returns: 'bee-queue#Job' },
  { symbol: 'bee-queue#default.process', role: 'entry', calls: 'arg[last]', event: 'job', params: ['bee-queue#Job'], label: 'every job' },
  { symbol: 'bee-queue#default.on', role: 'entry', calls: 'arg[1]', event: 'job', when: { 'arg[0]': ['succeeded', 'retrying', 'failed', 'stalled', 'job succeeded', 'job retrying', 'job failed', 'job progress'] }, label: "every '{arg[0]}'" },
  { symbol: 'bee-queue#default', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, releasedBy: ['bee-queue#default.close', 'bee-queue#default.destroy'], note: 'up to three connections to Redis, opened when it is made' },
  { symbol: 'bee-queue#default.close', role: 'teardown' },
  { symbol: 'bee-queue#default.destroy', role: 'teardown' },
] as const satisfies readonly ModelRow[]
