import type { Program } from '../link/program.ts'
import { valueAt, type ValueRef } from '../link/refs.ts'
import type { TypeAnswer } from '../link/resolver/resolver.ts'
import type { Defect, DefectKind } from './defect.ts'

const ASKED: ReadonlySet<DefectKind> = new Set(['collection-grows', 'cache-grows', 'listener-kept'])

/**
 * Asks TypeScript about a defect that would be reported, and about nothing else: whether the key has finitely many values, the
 * collection is weak, or the emitter dies with the event. Says whether the defect stands.
 */
export function isConfirmed(program: Program, { kind, hold, confidence }: Defect): boolean {
  if (!ASKED.has(kind) || confidence === 'possible' || !/\.[cm]?tsx?$/.test(hold.fn.file.file)) return true
  const holder = hold.holder === undefined ? undefined : ask(program, hold.holder)
  if (holder?.keys.some(key => key === 'global#WeakMap' || key === 'global#WeakSet') === true) return false
  if (holder?.keys.some(key => program.models.lifetimeOf(key) === 'event') === true) return false
  return kind === 'listener-kept' || hold.key === undefined || ask(program, hold.key)?.isFinite !== true
}

function ask(program: Program, ref: ValueRef): TypeAnswer | undefined {
  const { at, end } = valueAt(ref)
  return program.resolver.typeOf(ref.file.file, at, end)
}
