import { keyOfPlace } from '../link/places.ts'
import { argumentOf, refTo, type ValueRef } from '../link/refs.ts'
import type { Context } from './context.ts'
import type { Hold } from './hold.ts'
import { literalOf } from './listener-removal.ts'

/** `if (bus.listenerCount('x') === 0) bus.on('x', …)`: added only while the emitter has no more than so many for the event. */
export function isAddedBelowCount(context: Context, hold: Hold): boolean {
  return hold.guards.some(({ test, negated }) => saysFew(context, hold, test, !negated))
}

/** Whether the test, when it has this outcome, says that there are none, or fewer than a number. */
function saysFew(context: Context, hold: Hold, id: number, outcome: boolean): boolean {
  const { file } = hold.fn, value = file.values[id]!
  switch (value.kind) {
    case 'call':
    case 'member': return !outcome && isCount(context, hold, id)
    case 'binding': {
      const { values, kind } = file.bindings[value.binding]!
      return kind === 'const' && values.length === 1 && saysFew(context, hold, values[0]!, outcome)
    }
    case 'choice': return (value.operator === '&&') === outcome && value.options.some(option => saysFew(context, hold, option, outcome))
    case 'computed': {
      if (value.operator === '!') return saysFew(context, hold, value.parts[0]!, !outcome)
      const [left, right] = value.parts, isLeft = left !== undefined && isCount(context, hold, left)
      if (!isLeft && !(right !== undefined && isCount(context, hold, right))) return false
      const below = isLeft ? BELOW : ABOVE, above = isLeft ? ABOVE : BELOW
      return outcome ? below.has(value.operator) || EQUAL.has(value.operator) : above.has(value.operator) || UNEQUAL.has(value.operator)
    }
    default: return false
  }
}

const BELOW: ReadonlySet<string> = new Set(['<', '<='])
const ABOVE: ReadonlySet<string> = new Set(['>', '>='])
const EQUAL: ReadonlySet<string> = new Set(['===', '=='])
const UNEQUAL: ReadonlySet<string> = new Set(['!==', '!='])

/** `bus.listenerCount('x')`, `bus.listeners('x').length` of the emitter and event of the hold, or a variable that has it. */
function isCount(context: Context, hold: Hold, id: number): boolean {
  const { file } = hold.fn, value = file.values[id]!
  if (value.kind === 'member') return value.property === 'length' && isAsked(context, hold, value.object, 'listeners')
  if (value.kind !== 'binding') return isAsked(context, hold, id, 'listenerCount')
  const { values, kind } = file.bindings[value.binding]!
  return kind === 'const' && values.length === 1 && isCount(context, hold, values[0]!)
}

function isAsked({ program }: Context, { fn: { file }, place, key }: Hold, id: number, member: string): boolean {
  const value = file.values[id]!
  if (value.kind !== 'call') return false
  const call = refTo(file, value.call), called = file.values[file.calls[value.call]!.callee]!
  if (called.kind !== 'member' || called.property !== member || keyOfPlace(program.places.of(refTo(file, called.object))) !== keyOfPlace(place)) return false
  return sameEvent(argumentOf(call, 0), key)
}

/** Two names that the source fixes are compared; what it does not fix may be the same. */
const sameEvent = (asked: ValueRef | undefined, added: ValueRef | undefined): boolean => {
  const one = literalOf(asked), other = literalOf(added)
  return one === undefined || other === undefined || one === other
}
