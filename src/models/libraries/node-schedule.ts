// https://github.com/node-schedule/node-schedule#readme
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'node-schedule#Job', role: 'type', extends: ['node:events#EventEmitter'] },
  { symbol: 'node-schedule#RecurrenceRule', role: 'type' },
  { symbol: 'node-schedule#scheduleJob', role: 'type', returns: 'node-schedule#Job' },
  { symbol: 'node-schedule#scheduleJob', role: 'acquire', resource: 'interval', holder: 'process', held: 'arg[1]', handle: 'return', ofType: { 'arg[0]': ['global#String', 'node-schedule#RecurrenceRule'], 'arg[1]': ['global#Function'] }, releasedBy: ['node-schedule#Job.cancel', 'node-schedule#cancelJob'], note: '5.7 KB each, in the list of all jobs; with a date, the job ends by itself, and one that has a name is cancelled by it' },
  { symbol: 'node-schedule#scheduleJob', role: 'entry', calls: 'arg[last]', event: 'tick', label: 'every run of the job' },
  { symbol: 'node-schedule#Job', role: 'entry', calls: 'arg[last]', event: 'tick', label: 'every run of the job' },
  { symbol: 'node-schedule#cancelJob', role: 'release', resource: 'interval', handle: 'arg[0]' },
  { symbol: 'node-schedule#Job.cancel', role: 'release', resource: 'interval', handle: 'this' },
  { symbol: 'node-schedule#Job.cancel', role: 'teardown' },
] as const satisfies readonly ModelRow[]
