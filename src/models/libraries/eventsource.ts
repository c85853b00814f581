// https://github.com/EventSource/eventsource#usage
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'eventsource#EventSource', role: 'type', extends: ['global#EventTarget'] },
  { symbol: 'eventsource#EventSource.addEventListener', role: 'entry', calls: 'arg[1]', event: 'message', label: 'every {arg[0]}' },
  { symbol: 'eventsource#EventSource', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, releasedBy: ['eventsource#EventSource.close'], note: 'it connects again and again until it is closed' },
  { symbol: 'eventsource#EventSource.close', role: 'teardown' },
] as const satisfies readonly ModelRow[]
