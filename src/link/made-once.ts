import type { FileFacts, Guard } from '../facts/file-facts.ts'
import { isModuleBinding, keyOfPlace, type Place, type Places } from './places.ts'
import { callAt, refTo, stripped, type CallRef } from './refs.ts'

/**
 * `if (!instance) instance = new Service()`, `Service.shared ??= new Service()`: made at the first call, and kept for all that follow in a
 * variable of the module or a static field.
 */
export function isMadeOnce(places: Places, call: CallRef): boolean {
  const { file } = call, { value, fn } = callAt(call)
  const write = file.writes.find(candidate => candidate.fn === fn && candidate.value !== undefined && stripped(refTo(file, candidate.value)).id === value)
  if (write === undefined) return false
  const place = places.of(refTo(file, write.target)), target = file.values[write.target]!
  // of a variable the place itself: its value is what is being made
  const kept: Place = target.kind === 'binding' ? { root: { kind: 'binding', binding: refTo(file, target.binding) }, path: [] } : place
  if (!isLasting(kept)) return false
  return write.operator === '??=' || write.operator === '||=' || write.guards.some(guard => saysEmpty(places, file, guard, keyOfPlace(kept)))
}

const isLasting = ({ root, path }: Place): boolean => root.kind === 'static' && path.length > 0 || root.kind === 'binding' && isModuleBinding(root.binding) || root.kind === 'module'

/** The guard holds only while nothing is kept there. */
function saysEmpty(places: Places, file: FileFacts, { test, negated }: Guard, key: string): boolean {
  const isIt = (id: number): boolean => {
    const value = file.values[id]!
    return value.kind === 'binding' ? keyOfPlace({ root: { kind: 'binding', binding: refTo(file, value.binding) }, path: [] }) === key : value.kind === 'member' && keyOfPlace(places.of(refTo(file, id))) === key
  }
  const value = file.values[test]!
  if (isIt(test)) return negated
  if (value.kind !== 'computed') return false
  if (value.operator === '!') return !negated && value.parts.some(isIt)
  const isNothing = value.parts.some(id => { const part = file.values[id]!; return part.kind === 'literal' && part.value === null })
  return isNothing && value.parts.some(isIt) && (value.operator === '===' || value.operator === '==') === !negated
}
