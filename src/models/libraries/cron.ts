// https://github.com/kelektiv/node-cron#api
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'cron#CronJob', role: 'type' },
  { symbol: 'cron#CronJob.from', role: 'type', isStatic: true, returns: 'cron#CronJob' },
  { symbol: 'cron#CronJob', role: 'entry', calls: 'arg[1]', event: 'tick', label: 'every {arg[0]}' },
  { symbol: 'cron#CronJob.from', role: 'entry', calls: 'arg[0].onTick', event: 'tick', isStatic: true, label: 'every tick of the job' },
  { symbol: 'cron#CronJob.addCallback', role: 'entry', calls: 'arg[0]', event: 'tick', label: 'every tick of the job' },
  { symbol: 'cron#CronJob', role: 'acquire', resource: 'interval', holder: 'process', held: 'arg[1]', handle: 'return', onlyWith: { 'arg[3]': [true] }, releasedBy: ['cron#CronJob.stop'], note: 'it runs when the fourth argument says so, or when it is started' },
  { symbol: 'cron#CronJob.from', role: 'acquire', resource: 'interval', isStatic: true, holder: 'process', handle: 'return', onlyWith: { 'arg[0].start': [true] }, releasedBy: ['cron#CronJob.stop'] },
  { symbol: 'cron#CronJob.addCallback', role: 'acquire', resource: 'listener', holder: 'this', held: 'arg[0]', reason: 'a callback cannot be taken out again' },
  { symbol: 'cron#CronJob.stop', role: 'release', resource: 'interval', handle: 'this' },
] as const satisfies readonly ModelRow[]
