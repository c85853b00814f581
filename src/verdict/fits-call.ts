import type { Program } from '../link/program.ts'
import { argumentOf, callAt, refTo, stripped, valueAt, type CallRef, type ValueRef } from '../link/refs.ts'
import { parseAccessPath } from '../models/access-path.ts'
import type { AcquireRow } from '../models/row.ts'

/** Whether the row speaks of this very call: what is given stands against its `unless`, `onlyWith` and `ofType`. */
export function fitsCall(program: Program, call: CallRef, { unless = {}, onlyWith = {}, ofType = {} }: AcquireRow): boolean {
  return Object.entries(unless).every(([path, literal]) => !valuesAt(program, call, path).some(value => isLiteral(value, literal)))
    && Object.entries(onlyWith).every(([path, wanted]) => valuesAt(program, call, path).some(value => isAny(program, value, wanted)))
    && Object.entries(ofType).every(([path, types]) => valuesAt(program, call, path).some(value => isOfType(program, value, types)))
}

/** `arg[0].pool`, `arg[0].streams.*.path`, where the options are written out. */
function valuesAt(program: Program, call: CallRef, path: string): readonly ValueRef[] {
  const { root, members } = parseAccessPath(path)
  const argument = root.kind === 'arg' && typeof root.index === 'number' ? argumentOf(call, root.index) : undefined
  return members.reduce<readonly ValueRef[]>((values, member) => values.flatMap(value => partsOf(program, value, member)), argument === undefined ? [] : [argument])
}

function partsOf(program: Program, of: ValueRef, member: string): readonly ValueRef[] {
  const denoted = program.denotations.of(of), whole = denoted.kind === 'value' ? valueAt(denoted.value) : undefined
  if (denoted.kind !== 'value') return []
  const at = (id: number): ValueRef => refTo(denoted.value.file, id)
  if (whole?.kind === 'array') return member === '*' ? whole.elements.map(at) : []
  return whole?.kind === 'object' ? whole.properties.filter(p => member === '*' || p.key === member).map(p => at(p.value)) : []
}

function isLiteral(value: ValueRef, literal: string | number | boolean): boolean {
  const given = valueAt(value)
  return given.kind === 'literal' && given.value === literal
}

/** Or an element of what is given, or made by one of the symbols: `transports: [new File(…)]`. */
function isAny(program: Program, value: ValueRef, wanted: readonly (string | number | boolean)[]): boolean {
  if (wanted.length === 0) return true
  const given = valueAt(value)
  const all = given.kind === 'array' ? given.elements.map(id => refTo(value.file, id)) : [value]
  return all.some(one => {
    const at = valueAt(one)
    if (at.kind === 'literal') return at.value !== null && wanted.includes(at.value)
    return at.kind === 'call' && program.types.symbolsOf(refTo(one.file, callAt(refTo(one.file, at.call)).callee)).some(symbol => wanted.includes(symbol))
  })
}

const isOfType = (program: Program, value: ValueRef, types: readonly string[]): boolean =>
  program.types.of(value).flatMap(key => program.models.basesOf(key)).some(key => types.includes(key)) || types.includes('global#String') && isText(program, value)

/** A template, and what the environment says: nothing declares either. */
function isText(program: Program, ref: ValueRef): boolean {
  const denoted = program.denotations.of(ref), at = stripped(denoted.kind === 'value' ? denoted.value : ref), value = valueAt(at)
  switch (value.kind) {
    case 'computed': return value.operator === 'template'
    case 'choice': return value.options.some(id => isText(program, refTo(at.file, id)))
    case 'member': { const { root, path } = program.places.of(at); return root.kind === 'global' && root.name === 'process' && path[0] === 'env' }
    default: return false
  }
}
