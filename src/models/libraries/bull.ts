// https://github.com/OptimalBits/bull/blob/develop/REFERENCE.md
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'bull#Queue', role: 'type', extends: ['node:events#EventEmitter'] },
  { symbol: 'bull#default', role: 'type', returns: 'bull#Queue', extends: ['bull#Queue'] },
  { symbol: 'bull#Job', role: 'type', lifetime: 'event' },
  { symbol: 'bull#Queue.process', role: 'entry', calls: 'arg[last]', event: 'job', params: ['bull#Job', null], label: 'every job' },
  { symbol: 'bull#Queue.on', role: 'entry', calls: 'arg[1]', event: 'job', when: { 'arg[0]': ['active', 'completed', 'drained', 'failed', 'progress', 'removed', 'stalled', 'waiting', 'global:active', 'global:completed', 'global:failed', 'global:progress', 'global:stalled', 'global:waiting'] }, label: "every '{arg[0]}' job" },
  { symbol: 'bull#default', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, releasedBy: ['bull#Queue.close'], note: 'it opens a connection to Redis when it is made, and two more when it is used' },
  { symbol: 'bull#Queue.close', role: 'teardown' },
  { symbol: 'bull#Job.id', role: 'data' },
] as const satisfies readonly ModelRow[]
