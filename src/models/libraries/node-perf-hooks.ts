// https://nodejs.org/api/perf_hooks.html
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'node:perf_hooks#Performance', role: 'type', lifetime: 'process' },
  { symbol: 'node:perf_hooks#performance', role: 'type', returns: 'node:perf_hooks#Performance', extends: ['node:perf_hooks#Performance'], lifetime: 'process' },
  { symbol: 'global#performance', role: 'type', returns: 'node:perf_hooks#Performance', extends: ['node:perf_hooks#Performance'], lifetime: 'process' },
  { symbol: 'node:perf_hooks#Performance.mark', role: 'acquire', resource: 'timeline', holder: 'process', held: 'return', key: ['arg[0]'], releasedBy: ['node:perf_hooks#Performance.clearMarks'], note: 'the timeline keeps each mark, also those of one name' },
  { symbol: 'node:perf_hooks#Performance.measure', role: 'acquire', resource: 'timeline', holder: 'process', held: 'return', key: ['arg[0]'], releasedBy: ['node:perf_hooks#Performance.clearMeasures'], note: 'the timeline keeps each measure, also those of one name' },
  { symbol: 'node:perf_hooks#Performance.clearMarks', role: 'release', resource: 'timeline', holder: 'this', key: ['arg[0]'] },
  { symbol: 'node:perf_hooks#Performance.clearMeasures', role: 'release', resource: 'timeline', holder: 'this', key: ['arg[0]'] },
] as const satisfies readonly ModelRow[]
