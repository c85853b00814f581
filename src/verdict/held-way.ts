import { refTo, valueAt, type ValueRef } from '../link/refs.ts'
import { isSameExpression } from './find-holds.ts'
import type { Hold } from './hold.ts'

function isAlternative(guard: ValueRef, test: ValueRef): boolean {
  const value = valueAt(guard)
  return value.kind === 'choice' && value.operator === '||' && value.options.some(id => isSameExpression(refTo(guard.file, id), test) || isAlternative(refTo(guard.file, id), test))
}

const IS_HELD = /^(is)?_?(open|connected|active|ready)$/i

/** While something is held, a test of its handle is true: the other way is closed. */
export function heldWay(hold: Hold, test: number): number | undefined {
  const { file } = hold.fn
  // the test under which it was acquired still has the same answer
  const guard = hold.guards.find(g => g.test === test || isSameExpression(refTo(file, g.test), refTo(file, test)))
  if (guard !== undefined && guard.test !== test) return guard.negated ? 0 : 1
  // `if (isOwn || isStale) x = open()`, `if (isOwn) x.close()`: the flag that decided it decides again
  if (hold.guards.some(g => !g.negated && isAlternative(refTo(file, g.test), refTo(file, test)))) return 1
  const value = file.values[test]
  if (value === undefined || hold.handle === undefined) return undefined
  const root = hold.handle.root
  if (value.kind === 'binding' && root.kind === 'binding' && root.binding.id === value.binding) return 1
  // `if (client.isOpen) client.disconnect()`: what is held is open
  if (value.kind === 'member' && IS_HELD.test(value.property)) {
    const object = file.values[value.object]!
    if (object.kind === 'binding' && root.kind === 'binding' && root.binding.id === object.binding) return 1
  }
  if (value.kind === 'member' && root.kind === 'instance' && value.property === hold.handle.path[0]) return 1
  if (value.kind === 'computed' && value.parts.some(p => heldWay(hold, p) === 1)) return value.operator === '!' ? 0 : value.operator === '!==' || value.operator === '!=' ? 1 : undefined
  return undefined
}
