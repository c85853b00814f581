import type { Program } from '../link/program.ts'
import { isParameterPlace, keyOfPlace, type Place } from '../link/places.ts'
import { callAt, enclosing, refTo, stripped, valueAt, type FunctionRef, type ValueRef } from '../link/refs.ts'
import { placeOfTarget } from './releases.ts'

/** How many calls up a new holder is looked for. */
const DEPTH = 3
/** A function with more callers than this is not followed to them. */
const FEW_CALLERS = 5

/**
 * Whether the holder is new each time the function runs: `this.socket = connect(); this.socket.on(…)`. The function itself, one around it or
 * all that call it give the holder, or the object it is part of, a new value; or they call it on an object that they made.
 */
export function isMadeAnew(program: Program, fn: FunctionRef, place: Place, depth = 0): boolean {
  if (place.root.kind !== 'instance' && place.root.kind !== 'binding' || depth > DEPTH) return false
  if (isAssignedIn(program, fn, place)) return true
  if (place.root.kind !== 'instance') return false
  const edges = program.graph.callersOf(fn)
  return edges.length > 0 && edges.length <= FEW_CALLERS && edges.every(({ how, from, call }) => {
    if (how !== 'calls') return false
    const callee = valueAt(refTo(call.file, callAt(call).callee))
    if (callee.kind !== 'member') return false
    const receiver = refTo(call.file, callee.object)
    const value = valueAt(receiver)
    if (value.kind === 'this' || value.kind === 'super') return isMadeAnew(program, from, place, depth + 1)
    return isNewLocal(receiver, from) || isMadeAnew(program, from, program.places.of(receiver), depth + 1)
  })
}

function isAssignedIn(program: Program, fn: FunctionRef, place: Place): boolean {
  // of `this.service.bridge` also `this.service = new Service()`; of `this` itself nothing is assigned
  const keys = new Set(place.path.map((_, length) => keyOfPlace({ root: place.root, path: place.path.slice(0, length + 1) })))
  if (place.root.kind === 'binding') keys.add(keyOfPlace({ root: place.root, path: [] }))
  const written = [...enclosing(fn)].flatMap(({ file, id }) => id === 0 ? [] : program.graph.writesIn(refTo(file, id)).flatMap(write => {
    if (write.operator !== '=' && write.operator !== '??=' && write.operator !== '||=' || write.value === undefined || !keys.has(keyOfPlace(placeOfTarget(program, refTo(file, write.target))))) return []
    return [stripped(refTo(file, write.value))]
  }))
  return written.some(ref => ['call', 'choice'].includes(valueAt(ref).kind)) && !written.some(ref => isGiven(program, ref))
}

/** What came from outside, in another branch than the one that makes it: `server = options.server`. */
function isGiven(program: Program, ref: ValueRef): boolean {
  const { kind } = valueAt(ref)
  return (kind === 'binding' || kind === 'member') && isParameterPlace(program.places.of(ref))
}

/** `const subscriber = new Subscriber(); subscriber.init()`. */
function isNewLocal(receiver: ValueRef, from: FunctionRef): boolean {
  const value = valueAt(receiver)
  const made = value.kind === 'binding' && receiver.file.bindings[value.binding]!.fn === from.id && from.id !== 0 ? receiver.file.bindings[value.binding]!.values : []
  return made.length === 1 ? isCreation(refTo(receiver.file, made[0]!)) : isCreation(receiver)
}

function isCreation(ref: ValueRef): boolean {
  const value = valueAt(stripped(ref))
  return value.kind === 'call' && callAt(refTo(ref.file, value.call)).isNew
}
