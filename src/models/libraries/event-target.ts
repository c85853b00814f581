// https://nodejs.org/api/events.html#eventtarget-and-event-api
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'global#EventTarget', role: 'type' },
  { symbol: 'global#AbortSignal', role: 'type', extends: ['global#EventTarget'] },
  { symbol: 'global#AbortController', role: 'type' },
  { symbol: 'global#AbortController.signal', role: 'type', returns: 'global#AbortSignal' },
  { symbol: 'global#AbortSignal.any', role: 'type', isStatic: true, returns: 'global#AbortSignal' },
  { symbol: 'global#AbortSignal.timeout', role: 'type', isStatic: true, returns: 'global#AbortSignal' },
  { symbol: 'global#AbortSignal.abort', role: 'type', isStatic: true, returns: 'global#AbortSignal' },
  { symbol: 'global#EventTarget.addEventListener', role: 'acquire', resource: 'listener', holder: 'this', held: 'arg[1]', key: ['arg[0]', 'arg[1]'], endsBy: ['arg[2].signal'], duckTyped: true, note: 'the same function twice is one listener; { once: true } holds until the event' },
  { symbol: 'global#EventTarget.removeEventListener', role: 'release', resource: 'listener', holder: 'this', key: ['arg[0]', 'arg[1]'], note: 'the capture flag must match' },
  { symbol: 'global#AbortController.abort', role: 'release', resource: 'listener', handle: 'this.signal', all: true, note: 'ends every hold that names this signal in its endsBy' },
] as const satisfies readonly ModelRow[]
