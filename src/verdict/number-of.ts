import { refTo, valueAt, type ValueRef } from '../link/refs.ts'

/** The number that an expression is, when the source fixes it: literals, constants, products of them. */
export function numberOf(ref: ValueRef): number | undefined {
  const value = valueAt(ref)
  if (value.kind === 'literal') return typeof value.value === 'number' ? value.value : undefined
  if (value.kind === 'binding') {
    const { values, kind } = ref.file.bindings[value.binding]!
    return kind === 'const' && values.length === 1 ? numberOf(refTo(ref.file, values[0]!)) : undefined
  }
  if (value.kind !== 'computed' || value.operator !== '*') return undefined
  const factors = value.parts.map(p => numberOf(refTo(ref.file, p)))
  return factors.every(f => f !== undefined) ? factors.reduce((a, b) => a * b, 1) : undefined
}
