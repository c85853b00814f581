// https://tc39.es/ecma262/
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'global#Object.create', role: 'type', isStatic: true, returns: 'global#Object' },
  { symbol: 'global#Object.fromEntries', role: 'type', isStatic: true, returns: 'global#Object' },
  { symbol: 'global#Date.now', role: 'data', isStatic: true },
  { symbol: 'global#Math.random', role: 'data', isStatic: true },
] as const satisfies readonly ModelRow[]
