// https://nodecron.com/scheduling-options
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'node-cron#ScheduledTask', role: 'type' },
  { symbol: 'node-cron#schedule', role: 'type', returns: 'node-cron#ScheduledTask' },
  { symbol: 'node-cron#createTask', role: 'type', returns: 'node-cron#ScheduledTask' },
  { symbol: 'node-cron#schedule', role: 'entry', calls: 'arg[1]', event: 'tick', label: 'every {arg[0]}' },
  { symbol: 'node-cron#createTask', role: 'entry', calls: 'arg[1]', event: 'tick', label: 'every {arg[0]}' },
  { symbol: 'node-cron#schedule', role: 'acquire', resource: 'interval', holder: 'process', held: 'arg[1]', handle: 'return', releasedBy: ['node-cron#ScheduledTask.stop', 'node-cron#ScheduledTask.destroy'], note: 'a registry keeps the task, too, until it is destroyed' },
  { symbol: 'node-cron#ScheduledTask.stop', role: 'release', resource: 'interval', handle: 'this' },
  { symbol: 'node-cron#ScheduledTask.destroy', role: 'release', resource: 'interval', handle: 'this' },
  { symbol: 'node-cron#ScheduledTask.on', role: 'acquire', resource: 'listener', holder: 'this', held: 'arg[1]', key: ['arg[0]', 'arg[1]'] },
  { symbol: 'node-cron#ScheduledTask.once', role: 'acquire', resource: 'listener', holder: 'this', held: 'arg[1]', key: ['arg[0]', 'arg[1]'], endsBy: ['first-event'] },
  { symbol: 'node-cron#ScheduledTask.off', role: 'release', resource: 'listener', holder: 'this', key: ['arg[0]', 'arg[1]'] },
] as const satisfies readonly ModelRow[]
