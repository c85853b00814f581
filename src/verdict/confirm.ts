import type { TypeFacts } from '../facts/file-facts.ts'
import type { Program } from '../link/program.ts'
import { refTo, stripped, valueAt, type ValueRef } from '../link/refs.ts'
import type { TypeAnswer } from '../link/resolver/resolver.ts'
import type { Defect, DefectKind } from './defect.ts'

const ASKED: ReadonlySet<DefectKind> = new Set(['collection-grows', 'cache-grows', 'listener-kept', 'abort-listener-kept', 'released-on-finish'])

/**
 * Asks TypeScript about a defect that would be reported, and about nothing else: whether the key has finitely many values, the
 * collection is weak, or the emitter dies with the event. Says whether the defect stands.
 */
export function isConfirmed(program: Program, { kind, hold, confidence }: Defect): boolean {
  if (!ASKED.has(kind) || confidence === 'possible' || !/\.[cm]?tsx?$/.test(hold.fn.file.file)) return true
  const holder = hold.holder === undefined ? [] : typesOf(program, hold.holder)
  if (holder.some(key => key === 'global#WeakMap' || key === 'global#WeakSet' || program.models.lifetimeOf(key) === 'event')) return false
  return hold.resource !== 'collection' || hold.key === undefined || !isFinite(program, hold.key)
}

/** What the source itself says, before the compiler is asked. */
function typesOf(program: Program, ref: ValueRef): readonly string[] {
  const known = program.types.of(ref)
  return known.length > 0 ? known : ask(program, ref)?.keys ?? []
}

/** What is computed, or written to be a string, is one of many; of the rest the compiler knows. */
function isFinite(program: Program, key: ValueRef): boolean {
  const at = stripped(key), value = valueAt(at), { kind } = value
  if (value.kind === 'binding') {
    const { kind: declared, values, type } = at.file.bindings[value.binding]!
    if (declared === 'const' && type === undefined && values.length === 1) return isFinite(program, refTo(at.file, values[0]!))
  }
  if (kind === 'computed' || kind === 'call' || kind === 'object' || kind === 'array' || kind === 'function') return false
  const written = program.declared.of(key)
  if (written !== undefined && (written.type.isFinite || isOpen(written.type))) return written.type.isFinite
  return ask(program, key)?.isFinite === true
}

/** `string`, or a union with it. */
const isOpen = ({ name, args }: TypeFacts): boolean => name === 'union' ? args.some(isOpen) : PRIMITIVE.has(name)

const PRIMITIVE: ReadonlySet<string> = new Set(['string', 'number', 'bigint'])

function ask(program: Program, ref: ValueRef): TypeAnswer | undefined {
  const { at, end } = valueAt(ref)
  return program.resolver.typeOf(ref.file.file, at, end)
}
