import type { Denotations } from './denotations.ts'
import { callAt, functionAt, refTo, stripped, valueAt, type ValueRef } from './refs.ts'

/** How many assignments and calls a value is followed through. */
const DEPTH = 4

/**
 * The entries of a table, written as an object literal, from which an expression picks one by a key that the source does not fix:
 * `reporters[name]`, also through variables and functions that do so. Empty for any other expression.
 */
export function entriesPickedBy(denotations: Denotations, ref: ValueRef, depth = 0): readonly ValueRef[] {
  if (depth > DEPTH) return []
  const { file } = ref
  const value = valueAt(stripped(ref))
  const through = (ids: readonly number[]): readonly ValueRef[] => ids.flatMap(id => entriesPickedBy(denotations, refTo(file, id), depth + 1))
  switch (value.kind) {
    case 'index': {
      const table = denotations.of(refTo(file, value.object))
      const object = table.kind === 'value' ? valueAt(table.value) : undefined
      return table.kind === 'value' && object?.kind === 'object' ? object.properties.map(p => refTo(table.value.file, p.value)) : []
    }
    case 'binding': return file.bindings[value.binding]!.kind === 'param' ? [] : through(file.bindings[value.binding]!.values)
    case 'choice': return through(value.options)
    case 'call': {
      const call = callAt(refTo(file, value.call))
      const callee = denotations.of(refTo(file, call.callee))
      return call.isNew || callee.kind !== 'function' ? [] : functionAt(callee.fn).returns.flatMap(id => entriesPickedBy(denotations, refTo(callee.fn.file, id), depth + 1))
    }
    default: return []
  }
}
