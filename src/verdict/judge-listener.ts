import { isReleasingName } from '../link/naming.ts'
import { keyOfPlace } from '../link/places.ts'
import { argumentOf, functionAt, isInside, isSame, keyOf, refTo, stripped, valueAt, type FunctionRef, type ValueRef } from '../link/refs.ts'
import type { LifetimeOf } from '../link/lifetimes.ts'
import { abandonedWaitOf } from './abandoned-wait.ts'
import type { Context } from './context.ts'
import { creationKinds, isRepeating } from './creation-kinds.ts'
import { isAbortedByFile, isTimeoutSignal, sourcesOfCombined } from './combined-signal.ts'
import { isAddedBelowCount } from './counted-listeners.ts'
import { comesWithEvent } from './comes-with-event.ts'
import { coverageOf } from './coverage.ts'
import { finishThatReleases } from './finish-only.ts'
import { isForgottenByTeardown, isForgottenOnGiven, isForgottenSibling, isKeptPerInstance, isMadeOften, TERMINAL } from './forgotten-listener.ts'
import { frequencyOf, weakest } from './frequency.ts'
import { pilesUpOnGiven } from './given-at-creation.ts'
import { handleIdentity } from './handle-identity.ts'
import type { Hold } from './hold.ts'
import { concerns, isIneffective, literalOf, matches, replacesSlot } from './listener-removal.ts'
import { holdsAtCallers } from './listener-at-callers.ts'
import { endThatForgets } from './other-end.ts'
import { isMisdirected, misdirectedRemoval } from './misdirected.ts'
import { isOnceGuarded } from './once-guard.ts'
import { eventThatLeaves, isLeftByOtherWay, isLoserOfPair } from './once-pair.ts'
import { isProcess, isProcessHook } from './process-hooks.ts'
import { textOf } from './source-text.ts'
import { ownerClass } from './teardown.ts'
import { leak, safe, unknown, type Verdict } from './verdict.ts'

export function judgeListener(context: Context, hold: Hold, depth = 0): Verdict {
  const { program } = context
  if (hasSignal(context, hold)) return safe('removed by its signal')
  if (hold.row?.setup === true && !isProvenEvent(context, hold)) return safe('start-up code')
  if (takesItsOwnPlace(context, hold)) return safe('takes the place of the one that fired')
  if (isSameAgain(context, hold)) return safe('an EventTarget keeps one function once')
  if (isAddedBelowCount(context, hold)) return safe('added only while there are few')
  const event = eventText(hold)
  const life = program.lifetimes.ofPlace(hold.place)
  const signal = isAbortSignal(context, hold), kept = signal ? 'abort-listener-kept' : 'listener-kept'
  if (isLoserOfPair(context, hold, life) || isLeftByOtherWay(context, hold, life)) return leak({ ...describe(context, hold, life, event), kind: kept, confidence: 'likely', coverage: 'never' })
  if (isReleasingName(functionAt(hold.fn).name) && TERMINAL.has(literalOf(hold.key) ?? '')) return safe('added while it is ended')
  const abandoned = hold.isOnce ? abandonedWaitOf(context, hold) : undefined
  if (abandoned === undefined && isWrapper(context, hold)) return unknown('who calls the wrapper, and what they release')
  const candidates = context.releases.ofEvent(literalOf(hold.key)).filter(r => concerns(context, hold, r))
  const matching = candidates.filter(r => matches(context, hold, r) && !isIneffective(context, hold, r))
  if (matching.length === 0) {
    const broken = candidates.find(r => isIneffective(context, hold, r))
    if (broken !== undefined) return leak({ ...describe(context, hold, life, event), kind: 'listener-removal-ineffective', confidence: 'certain', coverage: 'ineffective', release: broken, missing: 'the removal is given a function that was not the one registered' })
  }
  const misdirected = matching.every(r => isMisdirected(hold, r)) ? misdirectedRemoval(context, hold) : undefined
  if (misdirected !== undefined) return leak({ ...describe(context, hold, life, event), kind: 'listener-removal-ineffective', confidence: 'certain', coverage: 'ineffective', ...misdirected })
  if (candidates.some(r => replacesSlot(context, hold, r))) return safe('the one before is removed')
  if (matching.length === 0 && isKeptPerInstance(context, hold, life)) return leak({ ...describe(context, hold, life, event), kind: kept, confidence: 'likely', coverage: 'never' })
  if (isOnceGuarded(context, hold)) return safe('guarded by a flag')
  const frequency = frequencyOf(program, hold.fn, hold.place, life)
  if (abandoned !== undefined && matching.length === 0 && !signal && staysAfterWait(context, abandoned, hold, life)) return leak({ ...describe(context, hold, life, event), kind: kept, confidence: 'likely', coverage: 'never' })
  if (matching.length > 0) {
    const { kind } = program.events.of(hold.fn)
    const forgetting = hold.place.root.kind === 'instance' && hold.place.path.length === 0 ? undefined : endThatForgets(context, hold, matching)
    if (forgetting !== undefined && life.lifetime !== 'call' && life.lifetime !== 'event') return leak({ ...describe(context, hold, life, event), kind: 'partly-released', confidence: 'likely', coverage: 'some-exits', release: matching[0]!, missing: forgetting })
    const left = kind === 'once' || kind === 'unknown' || isMadeHere(hold) ? undefined : eventThatLeaves(context, hold, matching)
    if (left !== undefined) return leak({ ...describe(context, hold, life, event), kind: 'partly-released', confidence: 'likely', coverage: 'some-exits', release: matching[0]!, missing: left })
    const finish = frequency.kind === 'repeats' && life.lifetime !== 'connection' ? finishThatReleases(context, hold, matching) : undefined
    if (finish !== undefined) return leak({ ...describe(context, hold, life, event), kind: 'released-on-finish', confidence: life.lifetime === 'unknown' ? 'possible' : 'likely', coverage: 'some-exits', release: matching[0]!, missing: finish })
    const coverage = coverageOf(context, hold, matching)
    if (coverage.kind === 'every-exit' || coverage.kind === 'unknown') return safe('removed')
    if (frequency.kind !== 'repeats' && !(signal && life.lifetime === 'unknown')) return safe('removed, and registered once')
    if (signal && life.lifetime === 'unknown' && isCapturedLocalSignal(hold)) return safe('the signal dies with the call')
    return leak({ ...describe(context, hold, life, event), kind: 'partly-released', confidence: frequency.kind === 'repeats' ? weakest(frequency.confidence, 'likely') : 'likely', coverage: 'some-exits', release: matching[0]!, missing: coverage.missing })
  }
  if (signal) {
    const verdict = judgeCombinedSignal(context, hold) ?? judgeSignal(context, hold, life)
    if (verdict !== undefined) return verdict
  }
  if ((life.lifetime === 'unknown' || life.lifetime === 'connection') && hold.holder !== undefined && ownerClass(hold.fn) !== undefined && comesWithEvent(program, hold.holder)) return safe('the emitter comes with the event that makes its object')
  const [atCaller] = signal || depth > 1 ? [] : holdsAtCallers(context, hold).flatMap(inner => { const verdict = judgeListener(context, inner, depth + 1); return verdict.kind === 'leak' && verdict.defect.coverage === 'never' ? [verdict] : [] })
  if (atCaller !== undefined) return leak({ ...atCaller.defect, hold, event: program.events.of(hold.fn) })
  const given = frequency.kind === 'once' || life.lifetime === 'unknown' ? pilesUpOnGiven(context, hold) : undefined
  if (given !== undefined) return leak({ ...describe(context, hold, life, event), kind: kept, confidence: given, coverage: 'never' })
  if (isForgottenSibling(context, hold, life) || isForgottenOnGiven(context, hold)) return leak({ ...describe(context, hold, life, event), kind: kept, confidence: 'likely', coverage: 'never' })
  if (frequency.kind !== 'repeats' || isProcessHook(hold) && (frequency.event.kind === 'call' || frequency.event.kind === 'instance')) {
    if (isForgottenByTeardown(context, hold, life)) return leak({ ...describe(context, hold, life, event), kind: kept, confidence: 'likely', coverage: 'never' })
    return frequency.kind === 'once' ? safe(frequency.why) : unknown(frequency.kind === 'unknown' ? frequency.missing : 'whether it is start-up code')
  }
  if (life.lifetime === 'unknown' && !outlivesByReach(context, hold, life)) return unknown('how long the emitter lives')
  const guess = isForItsEnd(context, hold, life) || isReachedThroughOther(hold, life) || isOfPassingItself(context, hold) ? 'possible' : 'certain'
  if (life.lifetime === 'unknown' && hold.place.root.kind === 'instance' && !hold.isOnce) return leak({ ...describe(context, hold, life, event), kind: kept, confidence: weakest(frequency.event.isUnseen === true ? 'possible' : frequency.event.confidence, 'likely', guess), coverage: 'never' })
  if (hold.isOnce && !staysAfterOnce(context, hold, life)) return unknown('whether the event fires')
  const confidence = weakest(frequency.confidence, life.lifetime === 'unknown' ? 'likely' : life.confidence, hold.isDuckTyped ? 'likely' : 'certain', guess)
  return leak({ ...describe(context, hold, life, event), kind: kept, confidence, coverage: 'never' })
}

/** `const torrent = new Torrent(); torrent.once(…)`, `torrent.events.once(…)`: each emitter has the listeners of one run. */
function isMadeHere({ fn, place: { root, path } }: Hold): boolean {
  if (root.kind !== 'binding' || root.binding.id < 0 || path.length > 1 || root.binding.file !== fn.file) return false
  const { values, fn: owner } = fn.file.bindings[root.binding.id]!
  const made = owner === fn.id && owner !== 0 && values.length === 1 ? valueAt(stripped(refTo(fn.file, values[0]!))) : undefined
  return made?.kind === 'call' && fn.file.calls[made.call]!.isNew
}

/** The function that made the wait and went on without it does so again and again, while the emitter stays. */
function staysAfterWait({ program }: Context, waiting: FunctionRef, hold: Hold, life: LifetimeOf): boolean {
  if (life.lifetime !== 'process' && life.lifetime !== 'instance') return false
  const frequency = frequencyOf(program, waiting, hold.place, life)
  return frequency.kind === 'repeats' && frequency.event.kind !== 'instance' && frequency.confidence !== 'possible'
}

/** A listener on a signal that someone else aborts, and that nothing removes: the signal of a caller may stand for much more work than this. */
function judgeSignal(context: Context, hold: Hold, life: LifetimeOf): Verdict | undefined {
  if (life.lifetime !== 'unknown' && life.lifetime !== 'instance') return undefined
  const { kind } = context.program.events.of(hold.fn)
  if (kind === 'once' || isCapturedLocalSignal(hold)) return safe('the signal dies with the call')
  if (removesListeners(context, hold)) return unknown('whether the work goes on until the signal is aborted')
  return leak({ ...describe(context, hold, life, eventText(hold)), kind: 'abort-listener-kept', confidence: isOwnSignal(context, hold) || isForItsObject(context, hold) || isOfGivenController(context, hold) ? 'possible' : 'likely', coverage: 'never' })
}

/**
 * A listener on `AbortSignal.any([shutdown.signal, …])`: each signal that it is made of keeps the combined one as long as that has a listener
 * (measured: 2.3 KB each). A combined signal that is aborted when the work ends lets go of it.
 */
function judgeCombinedSignal(context: Context, hold: Hold): Verdict | undefined {
  const sources = hold.holder === undefined ? [] : sourcesOfCombined(context, hold.holder)
  if (sources.length === 0 || !isCapturedLocalSignal(hold)) return undefined
  if (sources.some(source => isTimeoutSignal(context, source) || isAbortedByFile(context, source))) return safe('aborted when the work ends')
  const verdicts = sources.map(source => judgeSource(context, { ...hold, holder: source, place: context.program.places.of(source) }, hold))
  const { kind } = context.program.events.of(hold.fn)
  // Node 20 keeps it until it is aborted, whatever it is made of; later versions do not (measured)
  const [first] = sources
  const untilAborted = kind === 'once' || kind === 'unknown' ? safe('the signal dies with the call') : leak({ ...describe(context, hold, context.program.lifetimes.ofPlace(hold.place), textOf(context.program, hold.holder!)), holder: textOf(context.program, first!), kind: 'abort-listener-kept', confidence: 'possible', coverage: 'never' })
  return verdicts.find(verdict => verdict.kind === 'leak' && verdict.defect.lifetime === 'process') ?? verdicts.find(verdict => verdict.kind === 'leak') ?? verdicts.find(verdict => verdict.kind === 'unknown') ?? untilAborted
}

/** What the listener is to one of the signals that a combined one is made of. */
function judgeSource(context: Context, source: Hold, hold: Hold): Verdict {
  const { program } = context, life = program.lifetimes.ofPlace(source.place)
  const verdict = judgeSignal(context, source, life)
  if (verdict?.kind === 'leak') return leak({ ...verdict.defect, hold, subject: textOf(program, hold.holder!) })
  if (verdict !== undefined) return verdict
  const frequency = frequencyOf(program, hold.fn, source.place, life)
  if (frequency.kind === 'once') return safe(frequency.why)
  if (frequency.kind === 'unknown') return unknown(frequency.missing)
  return leak({ ...describe(context, hold, life, textOf(program, hold.holder!)), holder: textOf(program, source.holder!), place: source.place, kind: 'abort-listener-kept', confidence: weakest(frequency.confidence, life.confidence), coverage: 'never' })
}

function describe(context: Context, hold: Hold, life: LifetimeOf, event: string) {
  return { hold, holder: hold.holder === undefined ? 'the process' : textOf(context.program, hold.holder), lifetime: life.lifetime, event: context.program.events.of(hold.fn), subject: event, place: hold.place }
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
  return kind === 'param' && fn === hold.fn.id && (context.program.events.of(hold.fn).kind !== 'request' || isJudgedAtCallers(context, hold))
}

/** `hear(bus, f)` of each caller is a hold of its own. */
function isJudgedAtCallers({ program, holds }: Context, { fn }: Hold): boolean {
  const edges = program.graph.callersOf(fn)
  return edges.length > 0 && edges.every(({ call }) => holds.some(other => other.resource === 'listener' && other.call !== undefined && isSame(other.call, call)))
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

function eventText(hold: Hold): string {
  const value = hold.key === undefined ? undefined : valueAt(hold.key)
  return value?.kind === 'literal' ? `'${String(value.value)}'` : ''
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
function isOwnSignal(context: Context, { place: { root, path } }: Hold): boolean {
  const { program } = context
  if (root.kind !== 'instance' || path.length !== 1 && path.length !== 2) return false
  const made = program.denotations.fieldValuesOf(root.cls, path[0]!)
  return made.length > 0 && made.every(ref => isOwnController(context, ref, path.length === 1))
}

/** A controller, or where the signal of one is asked for, `controller.signal`. */
function isOwnController({ program }: Context, ref: ValueRef, ofSignal: boolean): boolean {
  const value = valueAt(ref)
  const controller = !ofSignal ? ref : value.kind === 'member' && value.property === 'signal' ? refTo(ref.file, value.object) : undefined
  return controller !== undefined && program.types.of(controller).includes('global#AbortController')
}

/** `begin(controller)`, which listens to `controller.signal`: whoever is given the controller may abort it, and it is likely made for this work. */
function isOfGivenController({ program }: Context, { holder }: Hold): boolean {
  const value = holder === undefined ? undefined : valueAt(holder)
  if (holder === undefined || value?.kind !== 'member' || value.property !== 'signal') return false
  const owner = refTo(holder.file, value.object), given = valueAt(owner), { root, path } = program.places.of(owner)
  if (root.kind !== 'binding' || root.binding.id < 0 || path.length > 0 || root.binding.file.bindings[root.binding.id]!.kind !== 'param') return false
  return program.types.of(owner).includes('global#AbortController') || given.kind === 'binding' && /controller$/i.test(owner.file.bindings[given.binding]!.name)
}

/** `const controller = new AbortController()` in the same function: the signal is local. */
export function isCapturedLocalSignal(hold: Hold): boolean {
  const { root } = hold.place
  if (root.kind !== 'binding' || root.binding.id < 0) return root.kind === 'result'
  const binding = root.binding.file.bindings[root.binding.id]!
  if (binding.kind === 'param') return false
  const made = binding.values[0] === undefined ? undefined : valueAt(refTo(root.binding.file, binding.values[0]))
  return made?.kind === 'call' && isInside(hold.fn, refTo(root.binding.file, binding.fn))
}

/** `signal.addEventListener('abort', () => bus.off('block', onBlock))`: what was begun ends with the signal, and by nothing else. */
function removesListeners({ program }: Context, { held }: Hold): boolean {
  const listener = held === undefined ? undefined : program.types.functionOf(held)
  const removing = program.models.memberNames('release', 'listener')
  return listener !== undefined && listener.file.calls.some(call => {
    const callee = listener.file.values[call.callee]!
    return callee.kind === 'member' && removing.has(callee.property) && call.args.length > 1 && isInside(refTo(listener.file, call.fn), listener)
  })
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

/** `stream.on('finish', resolve)`, `finished(stream, done)`: it says so once, and goes, when it is not known to last. */
function isForItsEnd({ program }: Context, hold: Hold, { lifetime }: LifetimeOf): boolean {
  const event = literalOf(hold.key)
  if (hold.isDuckTyped && (event === 'finish' || event === 'end') && hold.holder !== undefined && program.types.of(hold.holder).length === 0) return true
  const isPassing = lifetime === 'unknown' || lifetime === 'instance'
  return isPassing && (event !== undefined && SAID_ONCE.has(event) || hold.row !== undefined && hold.row.endsBy?.includes('done') === true)
}

const SAID_ONCE: ReadonlySet<string> = new Set(['close', 'end', 'finish', 'exit', 'disconnect'])

/** `this.on('row', …)` in a method that callers call, of an object that is made again and again: a command, a cursor, called once and gone. */
function isOfPassingItself(context: Context, { place: { root, path }, fn }: Hold): boolean {
  const own = ownerClass(fn)
  if (root.kind !== 'instance' || own === undefined || !context.program.denotations.lineageOf(own).some(cls => isSame(cls, root.cls))) return false
  return path.length === 0 && context.program.events.of(fn).kind === 'call' && context.program.lifetimes.ofClass(root.cls).lifetime !== 'process' && isMadeOften(context, root.cls)
}

/** `this.editor.session`: a part of another object, which may get a new one at any time. */
const isReachedThroughOther = ({ place: { root, path } }: Hold, { lifetime }: LifetimeOf): boolean => root.kind === 'instance' && path.length > 1 && lifetime !== 'process'

/** A constructor listens to the signal that it is given: the signal is there to end the object, unless events make such objects. */
function isForItsObject(context: Context, hold: Hold): boolean {
  const { kind, cls } = functionAt(hold.fn)
  if (kind !== 'constructor' || cls === null) return false
  return !creationKinds(context.program, refTo(hold.fn.file, cls)).some(made => isRepeating(made) && made !== 'call' && made !== 'instance')
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
