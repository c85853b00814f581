// https://github.com/node-schedule/node-schedule#readme
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'node-schedule#Job', role: 'type', extends: ['node:events#EventEmitter'] },
  { symbol: 'node-schedule#scheduleJob', role: 'type', returns: 'node-schedule#Job', note: 'no acquire: with a date it ends by itself' },
  { symbol: 'node-schedule#scheduleJob', role: 'entry', calls: 'arg[last]', event: 'tick', label: 'every run of the job' },
  { symbol: 'node-schedule#Job', role: 'entry', calls: 'arg[last]', event: 'tick', label: 'every run of the job' },
  { symbol: 'node-schedule#cancelJob', role: 'release', resource: 'interval', handle: 'arg[0]' },
  { symbol: 'node-schedule#Job.cancel', role: 'teardown' },
] as const satisfies readonly ModelRow[]
