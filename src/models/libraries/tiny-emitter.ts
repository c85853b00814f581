// https://github.com/scottcorgan/tiny-emitter#instance-methods
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'tiny-emitter#TinyEmitter', role: 'type', extends: ['node:events#EventEmitter'] },
] as const satisfies readonly ModelRow[]
