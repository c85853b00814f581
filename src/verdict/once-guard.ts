import { keyOfPlace, type Place } from '../link/places.ts'
import { callAt, functionAt, isInside, refTo, valueAt, type FunctionRef } from '../link/refs.ts'
import type { Context } from './context.ts'
import type { Hold } from './hold.ts'
import { placeOfTarget } from './releases.ts'

/**
 * `if (!this.timer) this.timer = setInterval(…)`, `if (!started) { bus.on(…); started = true }`: a test of something that lasts and
 * that the code under the test sets, itself or in a function it calls. It runs once until the flag is reset.
 */
export function isOnceGuarded(context: Context, hold: Guarded): boolean {
  return isGuardedHere(context, hold) || around(context, hold).some(outer => isGuardedHere(context, outer)) || isGuardedByCallers(context, hold) || isOfGuardedObject(context, hold.fn)
}

/** `if (!this.isReady) { this.tracer = new Tracer(); this.isReady = true }`: what the constructor holds, and those of the objects that it makes. */
export function isOfGuardedObject(context: Context, fn: FunctionRef, depth = 0): boolean {
  const edges = functionAt(fn).kind === 'constructor' && depth < FEW_PARTS ? context.program.graph.callersOf(fn).filter(({ from }) => !from.file.isTest) : []
  return edges.length > 0 && edges.every(({ call, from }) => !callAt(call).inLoop && (isGuardedHere(context, { fn: from, guards: callAt(call).guards }) || isOfGuardedObject(context, from, depth + 1)))
}

/** Objects in objects are followed so far. */
const FEW_PARTS = 4

/**
 * `if (!this.events) { this.listen(); this.events = {} }`: all that call the function do so under such a test. The flag says nothing of what
 * another object holds.
 */
function isGuardedByCallers(context: Context, hold: Guarded): boolean {
  if (hold.place?.root.kind !== 'instance') return false
  const edges = context.program.graph.callersOf(hold.fn)
  return edges.length > 0 && edges.length <= FEW_CALLERS && edges.every(({ how, call, from }) => how === 'calls' && isGuardedHere(context, { ...hold, fn: from, guards: callAt(call).guards }))
}

/** A function with more callers than this is not followed to them. */
const FEW_CALLERS = 5

type Guarded = Pick<Hold, 'fn' | 'guards'> & Partial<Pick<Hold, 'resource' | 'place'>>

/** The function around a callback that it gives away, unless to be called for each event. */
function around({ program }: Pick<Context, 'program'>, hold: Guarded): Guarded[] {
  const { parent } = functionAt(hold.fn), [passed] = program.types.passedAt(hold.fn)
  if (passed === undefined || parent === null || parent === 0 || passed.call.file !== hold.fn.file) return []
  const { callee, guards, fn } = callAt(passed.call), called = valueAt(refTo(passed.call.file, callee))
  if (fn !== parent || program.types.entryRowsOf(passed.call).some(row => row.event !== 'call') || called.kind === 'member' && called.property !== 'once' && program.models.acquireNames('listener').has(called.property)) return []
  const outer = { ...hold, fn: refTo(hold.fn.file, parent), guards }
  return [outer, ...around({ program }, outer)]
}

function isGuardedHere(context: Context, hold: Guarded): boolean {
  const { file } = hold.fn
  // of a collection, a test of its own element is a cache
  const holder = hold.resource === 'listener' ? hold.place : undefined
  if (holder !== undefined && isMarked(context, hold, holder)) return true
  const flags = hold.guards.flatMap(guard => emptyUnder(context, file, guard.test, !guard.negated)).filter(place => (holder === undefined || !isOfEachObject(context, place, holder)) && isLasting(place, hold) || holder !== undefined && isOfHolder(place, holder) && !isReset(context, place.path.at(-1)!))
  if (flags.length === 0) return false
  const keys = new Set(flags.map(keyOfPlace))
  const bodies = [hold.fn, ...context.program.graph.callsIn(hold.fn).flatMap(call => context.program.graph.calleesOf(refTo(file, call.id)))]
  return bodies.some(fn => context.program.graph.writesIn(fn).some(write => write.operator !== 'delete' && write.operator !== 'arithmetic' && keys.has(keyOfPlace(placeOfTarget(context.program, refTo(fn.file, write.target))))))
}

/** A field of the object, where the process holds: another object asks its own. */
const isOfEachObject = ({ program }: Context, { root }: Place, holder: Place): boolean =>
  root.kind === 'instance' && holder.root.kind !== 'instance' && program.lifetimes.ofPlace(holder).lifetime === 'process' && program.lifetimes.ofClass(root.cls).lifetime !== 'process'

/** `if (!seen.has(socket)) { seen.add(socket); socket.on(…) }`: once for each holder. */
function isMarked({ program }: Context, { fn, guards }: Pick<Hold, 'fn' | 'guards'>, place: Place): boolean {
  const { file } = fn, holder = keyOfPlace(place)
  const isHolder = (arg: number | undefined): boolean => arg !== undefined && keyOfPlace(program.places.of(refTo(file, arg))) === holder
  const marks = guards.flatMap(({ test, negated }) => askedUnder(file, test, !negated)).flatMap(id => {
    const { callee, args } = file.calls[id]!
    const called = file.values[callee]!
    return called.kind === 'member' && called.property === 'has' && isHolder(args[0]) ? [keyOfPlace(program.places.of(refTo(file, called.object)))] : []
  })
  return marks.length > 0 && file.calls.some(({ callee, args, fn: within }) => {
    const called = file.values[callee]!
    return within === fn.id && called.kind === 'member' && (called.property === 'add' || called.property === 'set') && isHolder(args[0]) && marks.includes(keyOfPlace(program.places.of(refTo(file, called.object))))
  })
}

/** The calls that said no when the test has this outcome. */
function askedUnder(file: Hold['fn']['file'], id: number, outcome: boolean): number[] {
  const value = file.values[id]!
  switch (value.kind) {
    case 'call': return outcome ? [] : [value.call]
    case 'computed': {
      if (value.operator === '!') return askedUnder(file, value.parts[0]!, !outcome)
      const isFalse = value.parts.some(p => { const part = file.values[p]!; return part.kind === 'literal' && part.value === false })
      return isFalse && (value.operator === '===' || value.operator === '==') ? value.parts.flatMap(p => askedUnder(file, p, !outcome)) : []
    }
    case 'choice': return (value.operator === '&&') === outcome ? value.options.flatMap(o => askedUnder(file, o, outcome)) : []
    default: return []
  }
}

/** The variables and fields that are empty when the test has this outcome. */
export function emptyUnder(context: Context, file: Hold['fn']['file'], id: number, outcome: boolean): Place[] {
  const value = file.values[id]!
  switch (value.kind) {
    case 'binding':
    case 'member': return outcome ? [] : [placeOfTarget(context.program, refTo(file, id))]
    case 'computed': {
      if (value.operator === '!') return emptyUnder(context, file, value.parts[0]!, !outcome)
      // `x === undefined`; a comparison with a state says nothing of a first time
      const isEqual = value.operator === '===' || value.operator === '=='
      return isEqual === outcome && value.parts.some(p => isNothing(file, p)) ? value.parts.flatMap(p => emptyUnder(context, file, p, false)) : []
    }
    case 'choice': return (value.operator === '&&') === outcome ? value.options.flatMap(o => emptyUnder(context, file, o, outcome)) : []
    case 'assigned': return emptyUnder(context, file, value.value, outcome)
    default: return []
  }
}

const isNothing = (file: Hold['fn']['file'], id: number): boolean => {
  const value = file.values[id]!
  return value.kind === 'literal' && value.value === null
}

/** `if (!socket.isWatched) { socket.isWatched = true; socket.on(…) }`. */
const isOfHolder = (flag: Place, holder: Place): boolean => flag.path.length > holder.path.length && keyOfPlace({ root: flag.root, path: flag.path.slice(0, holder.path.length) }) === keyOfPlace(holder)

/** `this._meta = null`, on whatever object: then the test says yes again, and the listener is still there. */
function isReset({ program }: Context, property: string): boolean {
  return program.files.some(({ writes, values }) => writes.some(({ target, value, operator }) => {
    const to = values[target]!, given = value === undefined ? undefined : values[value]!
    return to.kind === 'member' && to.property === property && (operator === 'delete' || given?.kind === 'literal' && (given.value === null || given.value === false))
  }))
}

/** A field, or a variable of a function around: a local of the function itself is fresh each time. */
function isLasting({ root, path }: Place, hold: Pick<Hold, 'fn'>): boolean {
  if (root.kind === 'instance' || root.kind === 'static') return path.length > 0
  if (root.kind !== 'binding') return root.kind === 'module' || root.kind === 'global'
  if (root.binding.id < 0) return path.length > 0
  const { fn, kind } = root.binding.file.bindings[root.binding.id]!
  return fn !== hold.fn.id && kind !== 'param' && (root.binding.file !== hold.fn.file || isInside(hold.fn, refTo(hold.fn.file, fn)))
}
