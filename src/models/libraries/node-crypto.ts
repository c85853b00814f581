// https://nodejs.org/api/crypto.html
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'node:crypto#randomUUID', role: 'data' },
] as const satisfies readonly ModelRow[]
