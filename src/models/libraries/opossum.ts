// https://nodeshift.dev/opossum/
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'opossum#default', role: 'type', extends: ['node:events#EventEmitter'] },
  { symbol: 'opossum#default', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, releasedBy: ['opossum#default.shutdown'], note: 'its statistics have an interval, and one for each event never opens' },
  { symbol: 'opossum#default.fallback', role: 'entry', calls: 'arg[0]', event: 'request', label: 'every failed call' },
  { symbol: 'opossum#default.shutdown', role: 'teardown' },
] as const satisfies readonly ModelRow[]
