// https://github.com/agenda/agenda#readme
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'agenda#Agenda', role: 'type', extends: ['node:events#EventEmitter'] },
  { symbol: 'agenda#Job', role: 'type', lifetime: 'event' },
  { symbol: 'agenda#Agenda.define', role: 'entry', calls: 'arg[1..]', event: 'job', params: ['agenda#Job', null], label: 'every job {arg[0]}' },
  { symbol: 'agenda#Agenda.on', role: 'entry', calls: 'arg[1]', event: 'job', when: { 'arg[0]': ['start', 'success', 'fail', 'complete', 'progress', 'retry'] }, label: "every '{arg[0]}' of a job" },
  { symbol: 'agenda#Define', role: 'entry', calls: 'decorated', event: 'job', params: ['agenda#Job'], label: 'every job' },
  { symbol: 'agenda#Every', role: 'entry', calls: 'decorated', event: 'job', params: ['agenda#Job'], label: 'every {arg[0]}' },
  { symbol: 'agenda#Agenda.start', role: 'acquire', resource: 'resource', holder: 'process', held: 'this', handle: 'this', setup: true, releasedBy: ['agenda#Agenda.stop', 'agenda#Agenda.drain'], note: 'an interval that looks for jobs' },
  { symbol: 'agenda#Agenda.stop', role: 'teardown' },
  { symbol: 'agenda#Agenda.drain', role: 'teardown' },
] as const satisfies readonly ModelRow[]
