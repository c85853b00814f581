import { keyOfPlace } from '../link/places.ts'
import { isSetupName, isTeardownName } from '../link/naming.ts'
import { argumentOf, callAt, enclosing, functionAt, isInside, isSame, keyOf, refTo, stripped, valueAt, type FunctionRef, type ValueRef } from '../link/refs.ts'
import type { LifetimeOf } from '../link/lifetimes.ts'
import type { Context } from './context.ts'
import { coverageOf } from './coverage.ts'
import { isSameExpression } from './find-holds.ts'
import type { EventKind } from './finding.ts'
import { frequencyOf, weakest } from './frequency.ts'
import { handleIdentity, wrappedIdentity } from './handle-identity.ts'
import type { Hold } from './hold.ts'
import { placeOfTarget, type Release } from './releases.ts'
import { textOf } from './source-text.ts'
import { isMadeAnew } from './made-anew.ts'
import { isMisdirected, misdirectedRemoval } from './misdirected.ts'
import { isOnceGuarded } from './once-guard.ts'
import { hasTeardown, ownerClass } from './teardown.ts'
import { leak, safe, unknown, type Verdict } from './verdict.ts'

/** Events after which an emitter says no more: a listener for them ends with it. */
const TERMINAL: ReadonlySet<string> = new Set(['close', 'end', 'finish', 'exit', 'disconnect', 'error', 'abort', 'aborted', 'destroy'])

export function judgeListener(context: Context, hold: Hold): Verdict {
  const { program } = context
  if (hasSignal(context, hold)) return safe('removed by its signal')
  if (hold.row?.setup === true && !isProvenEvent(context, hold)) return safe('start-up code')
  if (takesItsOwnPlace(context, hold)) return safe('takes the place of the one that fired')
  if (isSameAgain(context, hold)) return safe('an EventTarget keeps one function once')
  if (isWrapper(context, hold)) return unknown('who calls the wrapper, and what they release')
  const event = eventText(hold)
  const life = program.lifetimes.ofPlace(hold.place)
  const candidates = context.releases.ofEvent(literalOf(hold.key)).filter(r => concerns(context, hold, r))
  const matching = candidates.filter(r => matches(context, hold, r) && !isIneffective(context, hold, r))
  if (matching.length === 0) {
    const broken = candidates.find(r => isIneffective(context, hold, r))
    if (broken !== undefined) return leak({ ...describe(context, hold, life, event), kind: 'listener-removal-ineffective', confidence: 'certain', coverage: 'ineffective', release: broken, missing: 'the removal is given a function that was not the one registered' })
  }
  const misdirected = matching.every(r => isMisdirected(hold, r)) ? misdirectedRemoval(context, hold) : undefined
  if (misdirected !== undefined) return leak({ ...describe(context, hold, life, event), kind: 'listener-removal-ineffective', confidence: 'certain', coverage: 'ineffective', ...misdirected })
  if (candidates.some(r => replacesSlot(context, hold, r))) return safe('the one before is removed')
  const signal = isAbortSignal(context, hold)
  if (matching.length === 0 && isKeptPerInstance(context, hold, life)) return leak({ ...describe(context, hold, life, event), kind: 'listener-kept', confidence: 'likely', coverage: 'never' })
  if (isOnceGuarded(context, hold)) return safe('guarded by a flag')
  const frequency = frequencyOf(program, hold.fn, hold.place, life)
  if (matching.length > 0) {
    const coverage = coverageOf(context, hold, matching)
    if (coverage.kind === 'every-exit' || coverage.kind === 'unknown') return safe('removed')
    if (frequency.kind !== 'repeats' && !(signal && life.lifetime === 'unknown')) return safe('removed, and registered once')
    return leak({ ...describe(context, hold, life, event), kind: 'partly-released', confidence: frequency.kind === 'repeats' ? weakest(frequency.confidence, 'likely') : 'likely', coverage: 'some-exits', release: matching[0]!, missing: coverage.missing })
  }
  if (signal && (life.lifetime === 'unknown' || life.lifetime === 'instance')) {
    const { kind } = program.events.of(hold.fn)
    if (kind === 'once' || isCapturedLocalSignal(hold)) return safe('the signal dies with the call')
    return leak({ ...describe(context, hold, life, event), kind: 'listener-kept', confidence: isOwnSignal(context, hold) ? 'possible' : 'likely', coverage: 'never' })
  }
  if (isForgottenSibling(context, hold, life)) return leak({ ...describe(context, hold, life, event), kind: 'listener-kept', confidence: 'likely', coverage: 'never' })
  if (frequency.kind !== 'repeats' || isProcessHook(hold) && frequency.event.kind === 'call') {
    if (isForgottenByTeardown(context, hold, life)) return leak({ ...describe(context, hold, life, event), kind: 'listener-kept', confidence: 'likely', coverage: 'never' })
    return frequency.kind === 'once' ? safe(frequency.why) : unknown(frequency.kind === 'unknown' ? frequency.missing : 'whether it is start-up code')
  }
  if (life.lifetime === 'unknown' && !outlivesByReach(context, hold, life)) return unknown('how long the emitter lives')
  if (life.lifetime === 'unknown' && hold.place.root.kind === 'instance' && !hold.isOnce) return leak({ ...describe(context, hold, life, event), kind: 'listener-kept', confidence: weakest(program.events.of(hold.fn).confidence, 'likely'), coverage: 'never' })
  if (hold.isOnce && !staysAfterOnce(context, hold, life)) return unknown('whether the event fires')
  const confidence = weakest(frequency.confidence, life.lifetime === 'unknown' ? 'likely' : life.confidence, hold.isDuckTyped ? 'likely' : 'certain', isForItsEnd(context, hold) ? 'possible' : 'certain')
  return leak({ ...describe(context, hold, life, event), kind: 'listener-kept', confidence, coverage: 'never' })
}

function describe(context: Context, hold: Hold, life: LifetimeOf, event: string) {
  return { hold, holder: hold.holder === undefined ? 'the process' : textOf(context.program, hold.holder), lifetime: life.lifetime, event: context.program.events.of(hold.fn), subject: event, place: hold.place }
}

const isProcess = ({ place: { root, path } }: Hold): boolean => root.kind === 'global' && root.name === 'process' && path.length === 0

/** A hook into the end of the process, which programs set when they start: one in a function that others call is theirs to call once. */
const isProcessHook = (hold: Hold): boolean => isProcess(hold) && /^(SIG[A-Z0-9]+|exit|beforeExit|uncaughtException|uncaughtExceptionMonitor|unhandledRejection|warning)$/.test(literalOf(hold.key) ?? '')

/** `if (this.slot) off('x', this.slot); on('x', f); this.slot = …`: there is one at a time, whatever is stored to remember it. */
function replacesSlot({ program }: Context, hold: Hold, release: Release): boolean {
  if (!isSame(release.fn, hold.fn) || release.start > hold.start || release.handle === undefined || !isSameEvent(hold, release) || !samePlace(hold, release)) return false
  const slot = program.places.of(release.handle)
  if (slot.path.length === 0) return false
  return program.graph.writesIn(hold.fn).some(write => write.operator === '=' && write.at > hold.start && keyOfPlace(placeOfTarget(program, refTo(hold.fn.file, write.target))) === keyOfPlace(slot))
}

/**
 * `on(name, listener) { bus.on(name, listener) }`: the caller holds the listener and owes its removal. An exported function that
 * hooks into `process`, and that nothing here calls, is for start-up.
 */
function isWrapper(context: Context, hold: Hold): boolean {
  if (hold.held === undefined) return false
  if (isProcess(hold) && callsParameter(context, hold) && context.program.graph.callersOf(hold.fn).length === 0) return true
  const value = valueAt(hold.held)
  if (value.kind !== 'binding') return false
  const { kind, fn } = hold.held.file.bindings[value.binding]!
  return kind === 'param' && fn === hold.fn.id && context.program.events.of(hold.fn).kind !== 'request'
}

/** `end() { if (full) this.once('drain', this.end) … }`: the one that fired is gone, and puts itself back. */
function takesItsOwnPlace({ program }: Context, hold: Hold): boolean {
  const listener = hold.isOnce && hold.held !== undefined ? program.types.functionOf(hold.held) : undefined
  return listener !== undefined && isSame(listener, hold.fn)
}

/** EventTarget, other than EventEmitter, does not add the same function twice (measured). */
function isSameAgain({ program }: Context, hold: Hold): boolean {
  if (hold.row?.symbol.startsWith('global#EventTarget') !== true || hold.held === undefined) return false
  const fn = program.types.functionOf(hold.held)
  return handleIdentity(program, hold.held).kind === 'same' && fn !== undefined && functionAt(fn).parent === 0
}

/** The listener calls a function that the registering function was given. */
function callsParameter(context: Context, hold: Hold): boolean {
  const listener = context.program.types.functionOf(hold.held!)
  if (listener === undefined || listener.file !== hold.fn.file) return false
  const { graph } = context.program
  const reached = [listener, ...graph.callsIn(listener).flatMap(call => graph.calleesOf(refTo(listener.file, call.id)))]
  return reached.some(at => graph.callsIn(at).some(call => {
    const callee = at.file.values[call.callee]!
    if (callee.kind !== 'binding') return false
    const { kind, fn } = at.file.bindings[callee.binding]!
    return kind === 'param' && fn === hold.fn.id
  }))
}

/** Routes and middleware are set up at the start; adding them from a handler is the leak. */
function isProvenEvent(context: Context, hold: Hold): boolean {
  const { kind, confidence } = context.program.events.of(hold.fn)
  return confidence === 'certain' && kind !== 'once' && kind !== 'call' && kind !== 'instance' && kind !== 'unknown'
}

export function eventText(hold: Hold): string {
  const value = hold.key === undefined ? undefined : valueAt(hold.key)
  return value?.kind === 'literal' ? `'${String(value.value)}'` : ''
}

const literalOf = (ref: ValueRef | undefined): string | undefined => {
  const value = ref === undefined ? undefined : valueAt(ref)
  return value?.kind === 'literal' ? String(value.value) : undefined
}

/** `{ signal }` in the options: the listener goes when the signal is aborted. */
function hasSignal(context: Context, hold: Hold): boolean {
  if (hold.call === undefined) return false
  const options = argumentOf(hold.call, 2)
  if (options === undefined) return false
  const denoted = context.program.denotations.of(options)
  const object = denoted.kind === 'value' ? valueAt(denoted.value) : undefined
  if (object?.kind === 'object') return object.properties.some(p => p.key === 'signal') || object.spreads.length > 0
  return false
}

/** A release that speaks of the same event, of the same emitter as far as can be told. */
function concerns(context: Context, hold: Hold, release: Release): boolean {
  const event = literalOf(hold.key), removed = literalOf(release.key)
  if (event !== undefined && removed !== undefined && event !== removed) return false
  if (release.isAll) return samePlace(hold, release) || isSameReceiverText(context, hold, release)
  return true
}

const samePlace = (hold: Hold, release: Release): boolean => release.place !== undefined && release.place.root.kind !== 'unknown' && keyOfPlace(release.place) === keyOfPlace(hold.place)

/** `socket` here and `socket` there, when declarations do not tell them apart. */
function isSameReceiverText(context: Context, hold: Hold, release: Release): boolean {
  const receiver = release.call === undefined ? undefined : valueAt(refTo(release.call.file, callAt(release.call).callee))
  if (release.call === undefined || receiver?.kind !== 'member' || hold.holder === undefined) return false
  return hold.holder.file === release.call.file && textOf(context.program, refTo(release.call.file, receiver.object)) === textOf(context.program, hold.holder)
}

function matches(context: Context, hold: Hold, release: Release): boolean {
  if (release.isAll) return true
  if (hold.held === undefined || release.handle === undefined) return samePlace(hold, release)
  const [added, removed] = [handleIdentity(context.program, hold.held), handleIdentity(context.program, release.handle)]
  if (removed.kind === 'fresh') return false
  if (added.kind === 'same' && removed.kind === 'same') return added.key === removed.key || isKeptIn(context, hold, release)
  // a function expression that removes itself by its own name
  if (added.kind === 'fresh' && removed.kind === 'same') return added.of === removed.key && valueAt(hold.held).kind === 'function' || isKeptIn(context, hold, release)
  return samePlace(hold, release) || isSameReceiverText(context, hold, release)
}

/** A removal in a loop over kept listeners, or by a name that the source does not fix, may mean this one. */
function isKeptIn(context: Context, hold: Hold, release: Release): boolean {
  const handle = valueAt(release.handle!)
  const declared = handle.kind === 'binding' ? release.handle!.file.bindings[handle.binding]! : undefined
  const isElement = handle.kind === 'index' || handle.kind === 'element' || handle.kind === 'call' || (handle.kind === 'member' && context.program.places.of(release.handle!).path.includes('[]')) ||
    (declared?.kind === 'param' && declared.fn === release.fn.id) || declared?.values.some(v => ['element', 'index', 'call', 'member'].includes(release.handle!.file.values[v]!.kind)) === true
  return isElement && (literalOf(release.key) === undefined || literalOf(hold.key) !== undefined) && release.fn.file === hold.fn.file
}

/** The removal names this emitter and event, and can never remove this listener. */
function isIneffective(context: Context, hold: Hold, release: Release): boolean {
  if (hold.held === undefined || release.handle === undefined || release.fn.file !== hold.fn.file || !isSameEvent(hold, release)) return false
  if (!samePlace(hold, release) && !isSameReceiverText(context, hold, release)) return false
  const { program } = context
  const removed = handleIdentity(program, release.handle), added = handleIdentity(program, hold.held)
  const others = context.holds.filter(h => h !== hold && h.resource === 'listener' && h.fn.file === hold.fn.file && literalOf(h.key) === literalOf(hold.key))
  if (removed.kind === 'same' && others.some(h => h.held !== undefined && sameIdentity(program, h.held, removed.key))) return false
  if (removed.kind === 'fresh') return added.kind === 'fresh' ? others.length === 0 || wrapsSame(program, hold.held, release.handle) : added.kind === 'same' && added.key === removed.of
  if (removed.kind !== 'same' || added.kind !== 'fresh') return false
  return wrappedIdentity(program, hold.held) === removed.key
}

/** The same literal, or the same variable. */
function isSameEvent(hold: Hold, release: Release): boolean {
  const event = literalOf(hold.key)
  if (event !== undefined) return literalOf(release.key) === event
  return hold.key !== undefined && release.key !== undefined && isSameExpression(hold.key, release.key)
}

const wrapsSame = (program: Context['program'], a: ValueRef, b: ValueRef): boolean => {
  const [x, y] = [wrappedIdentity(program, a), wrappedIdentity(program, b)]
  return x !== undefined && x === y
}

function sameIdentity(program: Context['program'], value: ValueRef, key: string): boolean {
  const identity = handleIdentity(program, value)
  return identity.kind === 'same' && identity.key === key
}

/** An `abort` listener on a signal. */
function isAbortSignal(context: Context, hold: Hold): boolean {
  if (literalOf(hold.key) !== 'abort' || hold.holder === undefined) return false
  const types = context.program.types.of(hold.holder)
  if (types.length > 0) return types.includes('global#AbortSignal')
  const value = valueAt(hold.holder)
  const name = value.kind === 'member' ? value.property : value.kind === 'binding' ? hold.holder.file.bindings[value.binding]!.name : ''
  return /signal$/i.test(name)
}

/** The signal of a controller that the object makes for itself: for one piece of work, as far as is known. */
function isOwnSignal({ program }: Context, { place: { root, path } }: Hold): boolean {
  if (root.kind !== 'instance' || path.length !== 2) return false
  const made = program.denotations.fieldValuesOf(root.cls, path[0]!)
  return made.length > 0 && made.every(ref => program.types.of(ref).includes('global#AbortController'))
}

/** `const controller = new AbortController()` in the same function: the signal is local. */
function isCapturedLocalSignal(hold: Hold): boolean {
  const { root } = hold.place
  if (root.kind !== 'binding' || root.binding.id < 0) return root.kind === 'result'
  const binding = root.binding.file.bindings[root.binding.id]!
  if (binding.kind === 'param') return false
  const made = binding.values[0] === undefined ? undefined : valueAt(refTo(root.binding.file, binding.values[0]))
  return made?.kind === 'call' && isInside(hold.fn, refTo(root.binding.file, binding.fn))
}

/** A `once` listener that is still there after the work: the loser of a pair, a name made per call, a signal of the process. */
function staysAfterOnce(context: Context, hold: Hold, life: LifetimeOf): boolean {
  const event = literalOf(hold.key)
  if (event === undefined) return hold.key !== undefined && valueAt(hold.key).kind === 'computed'
  if (isProcess(hold)) return true
  if (life.lifetime === 'connection') return event === 'connect' || !TERMINAL.has(event) || event === 'error'
  const siblings = context.holds.filter(h => h !== hold && h.resource === 'listener' && h.isOnce && keyOf(h.fn) === keyOf(hold.fn) && keyOfPlace(h.place) === keyOfPlace(hold.place))
  return siblings.some(h => literalOf(h.key) !== event)
}

/** `stream.on('finish', resolve)` on something of unknown type: it says so once, and goes. */
function isForItsEnd({ program }: Context, hold: Hold): boolean {
  const event = literalOf(hold.key)
  return hold.isDuckTyped && (event === 'finish' || event === 'end') && hold.holder !== undefined && program.types.of(hold.holder).length === 0
}

/** An emitter reached through the object or an enclosing function, not through a parameter of the call: it was there before. */
function outlivesByReach(context: Context, hold: Hold, life: LifetimeOf): boolean {
  const { root, path } = hold.place
  if (root.kind === 'instance') return path.length > 0 && context.program.lifetimes.ofClass(root.cls).lifetime !== 'call'
  if (root.kind !== 'binding') return false
  if (root.binding.id < 0) return path.length > 0
  return life.scope !== undefined && keyOf(life.scope) !== keyOf(hold.fn) && isInside(hold.fn, life.scope) && !isParameterOfCallback(context, life.scope)
}

/** The emitter arrives with each event: `wss.on('connection', socket => …)`. */
function isParameterOfCallback(context: Context, scope: FunctionRef): boolean {
  const { kind } = context.program.events.of(scope)
  return kind !== 'call' && kind !== 'unknown' && kind !== 'once' && kind !== 'instance'
}

/** A variable of the acquiring function itself, which is no parameter: what a call gave, new as far as is known. */
function isLocal({ fn, place: { root } }: Hold): boolean {
  if (root.kind !== 'binding' || root.binding.id < 0) return false
  const { fn: owner, kind } = root.binding.file.bindings[root.binding.id]!
  return owner === fn.id && kind !== 'param'
}

/**
 * Listeners registered together, of which all others are removed: the author knows that the emitters outlive the work, and forgot
 * this one.
 */
function isForgottenSibling(context: Context, hold: Hold, life: LifetimeOf): boolean {
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
function isKeptPerInstance(context: Context, hold: Hold, life: LifetimeOf): boolean {
  const { program } = context
  const cls = ownerClass(hold.fn)
  const event = literalOf(hold.key)
  if (cls === undefined || life.lifetime !== 'unknown' && life.lifetime !== 'instance' || hold.isOnce || hold.held === undefined || event !== undefined && STREAM_EVENTS.has(event)) return false
  if (handleIdentity(program, hold.held).kind !== 'fresh' || !isFetched(context, hold) || creationKinds(context, cls).every(kind => kind === 'once')) return false
  const member = [...enclosing(hold.fn)].find(fn => functionAt(fn).cls !== null && functionAt(fn).kind !== 'arrow')
  if (member === undefined || keyOf(member) !== keyOf(hold.fn)) return false
  return functionAt(member).kind === 'constructor' || isSetupName(functionAt(member).name)
}

/** `this.events = config.getEventManager()`: asked of something else, so it was there before and is shared. */
function isFetched({ program }: Context, { place: { root, path } }: Hold): boolean {
  if (root.kind !== 'instance' || path.length === 0) return false
  const values = program.denotations.fieldValuesOf(root.cls, path[0]!)
  return values.length > 0 && values.every(ref => {
    const value = valueAt(stripped(ref))
    if (value.kind !== 'call') return false
    const { callee, isNew } = callAt(refTo(ref.file, value.call))
    const called = ref.file.values[callee]!
    return !isNew && called.kind === 'member' && /^(get|use|resolve|inject)(?=[A-Z]|$)/.test(called.property)
  })
}

const STREAM_EVENTS: ReadonlySet<string> = new Set([...TERMINAL, 'data', 'drain', 'readable', 'pause', 'resume', 'pipe', 'message', 'open', 'connect', 'connection', 'timeout', 'request', 'response', 'upgrade', 'listening', 'ready', 'line'])

/** Objects of the class are made again and again, or by whoever uses the library. */
const isMadeOften = (context: Context, cls: FunctionRef): boolean => creationKinds(context, cls).some(kind => kind !== 'once' && kind !== 'unknown')

/** How often each place that makes objects of the class runs. */
function creationKinds(context: Context, cls: FunctionRef): readonly EventKind[] {
  const { events, graph } = context.program
  const made = cls.file.classes[cls.id]!.constructor
  return [...(made === null ? [] : [events.of(refTo(cls.file, made)).kind]), ...graph.creationsOf(cls).map(site => events.of(refTo(site.file, callAt(site).fn)).kind)]
}

/**
 * A start that adds a listener to something that outlives the object, and a stop beside it that does not remove it: each cycle
 * leaves one more.
 */
function isForgottenByTeardown(context: Context, hold: Hold, life: LifetimeOf): boolean {
  const { program } = context
  if (hold.isOnce && TERMINAL.has(literalOf(hold.key) ?? '') || isMadeAnew(program, hold.fn, hold.place)) return false
  const cls = ownerClass(hold.fn)
  if (cls !== undefined) return life.lifetime === 'process' && hold.place.root.kind !== 'instance' && program.lifetimes.ofClass(cls).lifetime !== 'process' && hasTeardown(context, cls) && isMadeOften(context, cls)
  // `api.start = …; api.stop = …` in one factory
  if (life.scope === undefined || !isInside(hold.fn, life.scope) || keyOf(life.scope) === keyOf(hold.fn) || program.events.of(life.scope).kind === 'once') return false
  const start = [...enclosing(hold.fn)].find(fn => functionAt(fn).parent === life.scope!.id)
  if (start === undefined || !isSetupName(functionAt(start).name)) return false
  return hold.fn.file.functions.some(f => f.parent === life.scope!.id && isTeardownName(f.name))
}
