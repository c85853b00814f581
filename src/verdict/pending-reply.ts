import { keyOfPlace } from '../link/places.ts'
import { argumentOf, callAt, functionAt, isInside, parameterIndex, refTo, valueAt, type FunctionRef, type ValueRef } from '../link/refs.ts'
import { isReleasingName, isTeardownName } from '../link/naming.ts'
import type { Program } from '../link/program.ts'
import type { Context } from './context.ts'
import { nodeOf, reaches } from './flow.ts'
import type { Hold } from './hold.ts'
import type { Release } from './releases.ts'
import { ownerClass } from './teardown.ts'

/**
 * A map of callbacks that wait for a reply, from which only the reply deletes: after a disconnect no reply comes. Asked of a class
 * that knows an end (a teardown, an `onclose`), and whose end does not empty the map.
 */
export function isLeftByDisconnect(context: Context, hold: Hold, evictions: readonly Release[]): boolean {
  const cls = ownerClass(hold.fn)
  if (cls === undefined || hold.place.root.kind !== 'instance' || hold.held === undefined || !isCallback(context, hold.held)) return false
  if (!knowsAnEnd(cls) || diesWithConnection(cls) || context.program.lifetimes.ofClass(cls).confidence === 'possible') return false
  return evictions.every(release => isReply(context, hold, release)) && !evictions.some(release => isDrainedBy(context, hold, release))
}

/** `for (const id in waiting) settle(id)`, where `settle(id)` deletes: something goes through all that wait, and takes each out. */
function isDrainedBy({ program }: Context, { place }: Hold, { fn, key }: Release): boolean {
  const deleted = key === undefined ? undefined : valueAt(key), own = keyOfPlace(place)
  const index = deleted?.kind === 'binding' ? parameterIndex(fn, deleted.binding) : -1
  return index >= 0 && program.graph.callersOf(fn).some(({ how, call }) => {
    const given = how === 'calls' ? argumentOf(call, index) : undefined
    return given !== undefined && iteratedBy(program, given).some(collection => keyOfPlace(program.places.of(collection)) === own)
  })
}

/** A variable may be given to itself, and a list put into itself. */
const DEPTH = 4

/** The collections of which the value is a key or an element, one after the other: in a loop, or in a callback that is called at once. */
function iteratedBy(program: Program, ref: ValueRef, depth = 0): readonly ValueRef[] {
  if (depth > DEPTH) return []
  const value = valueAt(ref), at = (id: number): ValueRef => refTo(ref.file, id)
  switch (value.kind) {
    case 'element': return [at(value.of), ...listedBy(at(value.of))]
    case 'binding': return ref.file.bindings[value.binding]!.values.flatMap(given => iteratedBy(program, at(given), depth + 1))
    case 'param': return program.graph.callersOf(at(value.fn)).flatMap(({ how, isImmediate, call }) => {
      const callee = valueAt(refTo(call.file, callAt(call).callee))
      return how === 'passes' && isImmediate && value.index === 0 && callee.kind === 'member' ? [refTo(call.file, callee.object), ...listedBy(refTo(call.file, callee.object))] : []
    })
    default: return []
  }
}

/** `Object.keys(waiting)`, `waiting.keys()`. */
function listedBy(ref: ValueRef): readonly ValueRef[] {
  const value = valueAt(ref)
  if (value.kind !== 'call') return []
  const { callee, args } = ref.file.calls[value.call]!, called = ref.file.values[callee]!
  return [...args.map(arg => refTo(ref.file, arg)), ...(called.kind === 'member' ? [refTo(ref.file, called.object)] : [])]
}

/** A function, or an object or a list that carries one. */
function isCallback(context: Context, held: ValueRef, depth = 0): boolean {
  const denoted = context.program.denotations.of(held)
  const value = valueAt(denoted.kind === 'value' ? denoted.value : held)
  const file = denoted.kind === 'value' ? denoted.value.file : held.file
  // `[parse, callback]`
  if (value.kind === 'array') return depth < DEPTH && value.elements.some(element => isCallback(context, refTo(file, element), depth + 1))
  if (value.kind === 'object') return value.properties.some(p => p.key !== null && CALLBACK.test(p.key) || file.values[p.value]!.kind === 'function')
  if (denoted.kind === 'function' || context.program.types.of(held).includes('global#Function')) return true
  const own = valueAt(held)
  return own.kind === 'binding' && held.file.bindings[own.binding]!.kind === 'param' && CALLBACK.test(held.file.bindings[own.binding]!.name)
}

const CALLBACK = /^(cb|callback|ack|resolve|reject|deferred|done|fn)$/i

const knowsAnEnd = (cls: FunctionRef): boolean => cls.file.classes[cls.id]!.members.some(m => m.fn !== undefined && (isTeardownName(m.name) || /^_?on_?(close|disconnect|end)$/i.test(m.name)))

/** A class that is told of the close and has no way to open again is the connection itself: its map goes with it. */
function diesWithConnection(cls: FunctionRef): boolean {
  const names = cls.file.classes[cls.id]!.members.filter(m => m.fn !== undefined).map(m => m.name)
  return names.some(name => IS_CLOSED.test(name)) && !names.some(name => OPENS.test(name))
}

const IS_CLOSED = /^[_#]?on_?(close|disconnect)$/i
const OPENS = /^[_#]?(re)?(connect|open|start|init)/i

/** A delete of one key, in code that is neither the end of the object nor a deadline of this very entry. */
function isReply(context: Context, hold: Hold, release: Release): boolean {
  if (release.key === undefined || release.isAll || valueAt(release.key).kind === 'element' || isElement(context, release.key)) return false
  for (let id: number | null = release.fn.id; id !== null; id = release.fn.file.functions[id]!.parent) {
    const { name } = release.fn.file.functions[id]!
    if (isReleasingName(name) || /close|disconnect|destroy|flush|sweep|expire|timeout|reset/i.test(name)) return false
  }
  return isInside(hold.fn, release.fn) || isReturned(hold, release) ? false : !isDeadlineOfHold(context, hold, release)
}

/** `add(f) { all.add(f); return () => all.delete(f) }`: whoever added it takes it out. */
const isReturned = ({ fn }: Hold, release: Release): boolean => isInside(release.fn, fn) && functionAt(fn).returns.some(id => { const value = fn.file.values[id]!; return value.kind === 'function' && isInside(release.fn, refTo(fn.file, value.fn)) })

/** `for (const id of map.keys()) map.delete(id)`, `Object.keys(map).forEach(id => { delete map[id] })`. */
function isElement({ program }: Context, key: ValueRef): boolean {
  const value = valueAt(key)
  if (value.kind !== 'binding') return false
  const { values, kind, fn } = key.file.bindings[value.binding]!
  if (values.some(v => key.file.values[v]!.kind === 'element')) return true
  return kind === 'param' && program.graph.callersOf(refTo(key.file, fn)).some(edge => edge.how === 'passes' && edge.isImmediate)
}

/** The delete stands in a callback that the acquiring function hands on after it acquired. */
function isDeadlineOfHold(context: Context, hold: Hold, release: Release): boolean {
  if (!isInside(release.fn, hold.fn)) return false
  const { flow } = functionAt(hold.fn)
  const from = nodeOf(flow, hold.node.kind, hold.node.ref)
  return context.program.types.passedAt(release.fn).some(({ call }) => {
    const to = callAt(call).fn === hold.fn.id ? nodeOf(flow, 'call', call.id) : undefined
    return from === undefined || to === undefined || reaches(flow, from, to) || reaches(flow, to, from)
  })
}
