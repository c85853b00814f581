// https://piscinajs.dev/api-reference/Instance
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'piscina#default', role: 'type', extends: ['node:events#EventEmitter'] },
  { symbol: 'piscina#Piscina', role: 'type', extends: ['piscina#default'] },
  { symbol: 'piscina#default', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, releasedBy: ['piscina#default.close', 'piscina#default.destroy'], note: 'a thread for each core' },
  { symbol: 'piscina#Piscina', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, releasedBy: ['piscina#default.close', 'piscina#default.destroy'], note: 'a thread for each core' },
  { symbol: 'piscina#default.close', role: 'teardown' },
  { symbol: 'piscina#default.destroy', role: 'teardown' },
] as const satisfies readonly ModelRow[]
