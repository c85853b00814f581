import { isSetupName, isTeardownName } from '../link/naming.ts'
import { isParameterPlace, keyOfPlace, type Place } from '../link/places.ts'
import { callAt, enclosing, functionAt, isInside, keyOf, refTo, stripped, valueAt, type FunctionRef } from '../link/refs.ts'
import type { LifetimeOf } from '../link/lifetimes.ts'
import type { Context } from './context.ts'
import { creationKinds, isRepeating } from './creation-kinds.ts'
import type { EventKind } from './finding.ts'
import { handleIdentity } from './handle-identity.ts'
import type { Hold } from './hold.ts'
import { keyDomainOf } from './key-domain.ts'
import { concerns, literalOf, matches } from './listener-removal.ts'
import { isMadeAnew } from './made-anew.ts'
import { isProcess } from './process-hooks.ts'
import { hasTeardown, isInTeardown, ownerClass } from './teardown.ts'

/** Events after which an emitter says no more: a listener for them ends with it. */
export const TERMINAL: ReadonlySet<string> = new Set(['close', 'end', 'finish', 'exit', 'disconnect', 'error', 'abort', 'aborted', 'destroy'])

/**
 * Listeners registered together, of which all others are removed: the author knows that the emitters outlive the work, and forgot
 * this one.
 */
export function isForgottenSibling(context: Context, hold: Hold, life: LifetimeOf): boolean {
  if (life.lifetime !== 'unknown' || hold.place.root.kind === 'result' || isLocal(hold) || TERMINAL.has(literalOf(hold.key) ?? '') && !(hold.isOnce && literalOf(hold.key) === 'error')) return false
  if (isMadeAnew(context.program, hold.fn, hold.place) || !PER_CALL.has(context.program.events.of(hold.fn).kind)) return false
  const siblings = context.holds.filter(h => h !== hold && h.resource === 'listener' && keyOf(h.fn) === keyOf(hold.fn))
  const removed = siblings.filter(h => context.releases.ofEvent(literalOf(h.key)).some(r => r.fn.file === h.fn.file && !r.isAll && concerns(context, h, r) && matches(context, h, r)))
  return siblings.length > 0 && removed.length === siblings.length
}

const PER_CALL: ReadonlySet<string> = new Set(['call', 'tick', 'request', 'message', 'job', 'connection'])

/**
 * An object that, when it is made or set up, puts a function of its own on a bus that it was given or fetched, and never takes it
 * off: the bus keeps the object. Events of streams and sockets are left out: an object owns the connection it is made around.
 */
export function isKeptPerInstance(context: Context, hold: Hold, life: LifetimeOf): boolean {
  const { program } = context
  const cls = ownerClass(hold.fn)
  const event = literalOf(hold.key)
  if (cls === undefined || life.lifetime !== 'unknown' && life.lifetime !== 'instance' || hold.isOnce || hold.held === undefined || event !== undefined && STREAM_EVENTS.has(event)) return false
  if (handleIdentity(program, hold.held).kind !== 'fresh' || !isFetched(context, hold) || makingKinds(context, cls).every(kind => kind === 'once')) return false
  const member = [...enclosing(hold.fn)].find(fn => functionAt(fn).cls !== null && functionAt(fn).kind !== 'arrow')
  if (member === undefined || keyOf(member) !== keyOf(hold.fn)) return false
  return functionAt(member).kind === 'constructor' || isSetupName(functionAt(member).name)
}

/** `this.events = config.getEventManager()`: asked of something else, so it was there before and is shared. What is asked for by a key, `get('rooms', id)`, may be this object's own. */
function isFetched({ program }: Context, { place: { root, path } }: Hold): boolean {
  if (root.kind !== 'instance' || path.length === 0) return false
  const values = program.denotations.fieldValuesOf(root.cls, path[0]!)
  return values.length > 0 && values.every(ref => {
    const value = valueAt(stripped(ref))
    if (value.kind !== 'call') return false
    const { callee, isNew, args } = callAt(refTo(ref.file, value.call))
    const called = ref.file.values[callee]!
    return !isNew && called.kind === 'member' && args.every(arg => keyDomainOf(program, refTo(ref.file, arg)) === 'finite') && /^(get|use|resolve|inject)(?=[A-Z]|$)/.test(called.property)
  })
}

const STREAM_EVENTS: ReadonlySet<string> = new Set([...TERMINAL, 'data', 'drain', 'readable', 'pause', 'resume', 'pipe', 'message', 'open', 'connect', 'connection', 'timeout', 'request', 'response', 'upgrade', 'listening', 'ready', 'line'])

/** Objects of the class are made again and again, or by whoever uses the library. */
export const isMadeOften = (context: Context, cls: FunctionRef): boolean => makingKinds(context, cls).some(isRepeating)

/** How often each place that makes objects of the class runs, and the constructor itself, which others may call. */
function makingKinds(context: Context, cls: FunctionRef): readonly EventKind[] {
  const { program } = context
  const made = cls.file.classes[cls.id]!.constructor
  const byOthers = made !== null ? [program.events.of(refTo(cls.file, made)).kind] : isUsedByOthers(context, cls) ? ['instance' as const] : []
  return [...byOthers, ...creationKinds(program, cls)]
}

/** A class without a constructor, of which importers call a method that nobody here calls. */
function isUsedByOthers({ program }: Context, cls: FunctionRef): boolean {
  return cls.file.classes[cls.id]!.members.some(({ fn, isStatic }) => {
    if (fn === undefined || isStatic || program.graph.callersOf(refTo(cls.file, fn)).length > 0) return false
    const event = program.events.of(refTo(cls.file, fn))
    return event.kind === 'call' && event.isUnseen !== true
  })
}

/**
 * A start that adds a listener to something that outlives the object, and a stop beside it that does not remove it: each cycle
 * leaves one more.
 */
export function isForgottenByTeardown(context: Context, hold: Hold, life: LifetimeOf): boolean {
  const { program } = context
  if (hold.isOnce && TERMINAL.has(literalOf(hold.key) ?? '') && !isProcess(hold) || isMadeAnew(program, hold.fn, hold.place)) return false
  const cls = ownerClass(hold.fn)
  if (cls !== undefined) return (life.lifetime === 'process' && hold.place.root.kind !== 'instance' || isGivenServer(context, hold) && !isEndedByOwner(context, hold)) && program.lifetimes.ofClass(cls).lifetime !== 'process' && hasTeardown(context, cls) && isMadeOften(context, cls)
  // `api.start = …; api.stop = …` in one factory
  if (life.scope === undefined || !isInside(hold.fn, life.scope) || keyOf(life.scope) === keyOf(hold.fn) || program.events.of(life.scope).kind === 'once') return false
  const start = [...enclosing(hold.fn)].find(fn => functionAt(fn).parent === life.scope!.id)
  if (start === undefined || !CYCLIC.test(functionAt(start).name)) return false
  return hold.fn.file.functions.some(f => f.parent === life.scope!.id && isTeardownName(f.name))
}

/**
 * `constructor(bus) { bus.on('a', …); bus.on('b', …) }`, and a teardown that takes one of them off the bus: it outlives the object, as the author
 * knows, and keeps the other. A stream has a last handler for its errors on purpose.
 */
export function isForgottenOnGiven(context: Context, hold: Hold): boolean {
  const { program } = context, cls = ownerClass(hold.fn), event = literalOf(hold.key)
  if (cls === undefined || hold.isOnce || hold.held === undefined || event === undefined || TERMINAL.has(event) && event !== 'error' || !hasTeardown(context, cls)) return false
  const places = cls === undefined ? [] : placesOfGiven(program, cls, hold), keys = new Set(places.map(keyOfPlace))
  if (places.length === 0 || !isMadeOften(context, cls)) return false
  const others = places.flatMap(place => context.holdsAt(place)).filter(other => other.resource === 'listener' && literalOf(other.key) !== event)
  if (event === 'error' && others.some(other => STREAM_EVENTS.has(literalOf(other.key) ?? ''))) return false
  return others.some(other => !other.isOnce && context.releases.ofEvent(literalOf(other.key)).some(r => !r.isAll && isInTeardown(r.fn) && r.place !== undefined && keys.has(keyOfPlace(r.place)) && literalOf(r.key) === literalOf(other.key) && matches(context, other, r)))
}

/** The parameter of the constructor that the emitter is, and the field that keeps it: `constructor(bus) { this.bus = bus }`. */
function placesOfGiven({ denotations, places }: Context['program'], cls: FunctionRef, { place }: Hold): readonly Place[] {
  const { root, path } = place, isGiven = (given: Place): boolean => isParameterPlace(given) && given.root.kind === 'binding' && isOfConstructor(given.root.binding)
  if (root.kind === 'instance' && path.length === 1) {
    const values = denotations.fieldValuesOf(root.cls, path[0]!)
    const isParameter = (ref: FunctionRef): boolean => { const value = valueAt(ref); return value.kind === 'param' && functionAt(refTo(ref.file, value.fn)).kind === 'constructor' }
    return values.length > 0 && values.every(value => isParameter(value) || isGiven(places.of(value))) ? [place, ...values.map(value => places.of(value))] : []
  }
  if (root.kind !== 'binding' || path.length > 0 || !isGiven(place)) return []
  const own = keyOfPlace(place)
  const fields = cls.file.writes.flatMap(({ target, value, fn }) => {
    const to = cls.file.values[target]!
    return value !== undefined && to.kind === 'member' && cls.file.values[to.object]!.kind === 'this' && functionAt(refTo(cls.file, fn)).cls === cls.id && keyOfPlace(places.of(refTo(cls.file, value))) === own ? [to.property] : []
  })
  return [place, ...fields.filter(name => denotations.fieldValuesOf(cls, name).length === 1).map((name): Place => ({ root: { kind: 'instance', cls }, path: [name] }))]
}

const isOfConstructor = ({ file, id }: FunctionRef): boolean => id >= 0 && functionAt(refTo(file, file.bindings[id]!.fn)).kind === 'constructor'

/** What is begun by such a name may be begun again, after its counterpart. */
const CYCLIC = /^_?(start|connect|open|listen|enable|activate|attach|mount|subscribe)(?=[A-Z_]|$)/

/** `this.server = options.server ?? createServer()`: a server that may be the caller's own, and then outlives what is attached to it. */
function isGivenServer({ program }: Context, { holder, place: { root, path } }: Hold): boolean {
  if (root.kind !== 'instance' || path.length !== 1 || holder === undefined) return false
  const values = program.denotations.fieldValuesOf(root.cls, path[0]!)
  return values.some(value => isParameterPlace(program.places.of(value))) && program.types.of(holder).some(type => program.models.basesOf(type).includes('node:net#Server'))
}

/** `stop() { this.server.close() }`: the object ends the server as its own. */
function isEndedByOwner({ releases }: Context, { place }: Hold): boolean {
  return releases.at('resource', place).some(({ call, fn, place: ended }) => {
    const callee = call === undefined ? undefined : valueAt(refTo(call.file, callAt(call).callee))
    return callee?.kind === 'member' && isTeardownName(callee.property) && isInTeardown(fn) && ended !== undefined && keyOfPlace(ended) === keyOfPlace(place)
  })
}

/** A variable of the acquiring function itself, which is no parameter: what a call gave, new as far as is known. */
function isLocal({ fn, place: { root } }: Hold): boolean {
  if (root.kind !== 'binding' || root.binding.id < 0) return false
  const { fn: owner, kind } = root.binding.file.bindings[root.binding.id]!
  return owner === fn.id && kind !== 'param'
}
