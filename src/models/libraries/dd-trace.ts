// https://datadoghq.dev/dd-trace-js/interfaces/export_.Tracer.html
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'dd-trace#Tracer', role: 'type' },
  { symbol: 'dd-trace#Span', role: 'type', lifetime: 'event', note: 'no acquire: a span that nobody finishes goes with its variable' },
  { symbol: 'dd-trace#default', role: 'type', returns: 'dd-trace#Tracer' },
  { symbol: 'dd-trace#tracer', role: 'type', returns: 'dd-trace#Tracer' },
  { symbol: 'dd-trace#Tracer.init', role: 'type', returns: 'dd-trace#Tracer' },
  { symbol: 'dd-trace#Tracer.startSpan', role: 'type', returns: 'dd-trace#Span' },
  { symbol: 'dd-trace#Tracer.trace', role: 'entry', calls: 'arg[last]', event: 'call', params: ['dd-trace#Span', null] },
  { symbol: 'dd-trace#DogStatsD', role: 'type', note: 'no label: what it counts is sent away every 10 seconds, and forgotten' },
  { symbol: 'dd-trace#Tracer.dogstatsd', role: 'type', returns: 'dd-trace#DogStatsD' },
] as const satisfies readonly ModelRow[]
