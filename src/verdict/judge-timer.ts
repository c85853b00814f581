import { isSetupEvent } from '../link/naming.ts'
import { keyOfPlace, type Place } from '../link/places.ts'
import { isPromiseConstruction } from '../link/promise-executor.ts'
import { argumentOf, callAt, enclosing, functionAt, isInside, isSame, keyOf, refTo, valueAt, type CallRef, type FunctionRef, type ValueRef } from '../link/refs.ts'
import { lastNameOf } from '../models/symbol-key.ts'
import { areApart } from './are-apart.ts'
import type { Context } from './context.ts'
import { A_REJECTION, coverageOf } from './coverage.ts'
import { isDominated, nodeOf } from './flow.ts'
import { finishThatReleases } from './finish-only.ts'
import { isMadeOften } from './forgotten-listener.ts'
import { frequencyOf, memberAround, weakest } from './frequency.ts'
import type { Hold } from './hold.ts'
import { isMadeAnew } from './made-anew.ts'
import { placeOfTarget, type Release } from './releases.ts'
import { numberOf } from './number-of.ts'
import { areOfOneLine } from './one-line.ts'
import { isOfGuardedObject, isOnceGuarded } from './once-guard.ts'
import { executorAround, rivalSettles, settleCalls, settleGap } from './settle.ts'
import { isSameExpression } from './find-holds.ts'
import { hasTeardown, isInTeardown, ownerClass } from './teardown.ts'
import { leak, safe, unknown, type Verdict } from './verdict.ts'

export function judgeTimer(context: Context, hold: Hold): Verdict {
  const releases = hold.handle === undefined ? [] : clearsOf(context, hold.handle)
  if (releases.length === 0 && hold.handle !== undefined && [hold.handle, ...placesGiven(context, hold.handle)].some(place => isEndedAt(context, hold, place))) return safe('cleared where it is kept')
  if (hold.handle === undefined ? isHandedOn(context, hold) : releases.length === 0 && isKeptElsewhere(hold.handle)) return safe('the timer is handed to someone who owns it')
  return hold.resource === 'interval' ? judgeInterval(context, hold, releases) : judgeTimeout(context, hold, releases)
}

/** Every clear that names the variable or field the timer is kept in, also through an alias of it. */
export function clearsOf(context: Context, handle: Place): readonly Release[] {
  const key = keyOfPlace(handle)
  return [...context.releases.timers, ...context.releases.timersThroughHelpers].filter(r => {
    if (r.handle === undefined) return false
    const place = context.program.places.of(r.handle)
    if (keyOfPlace(place) === key) return true
    return handle.path.length > 0 && place.path.at(-1) === handle.path.at(-1) && mayBeSame(context, handle, place)
  })
}

/** `self.timer` in a helper may be `this.timer`; a field of another class is not. */
function mayBeSame(context: Context, handle: Place, place: Place): boolean {
  if (place.root.kind === 'binding') return true
  // `this` of a function that is made a method at run time
  if (handle.root.kind === 'binding' && handle.root.binding.id < 0) return place.root.kind === 'instance' && place.root.cls.file === handle.root.binding.file
  if (place.root.kind !== 'instance' || handle.root.kind !== 'instance') return false
  return areOfOneLine(context.program, handle.root.cls, place.root.cls)
}

/** The result is returned, passed on, or put into an object or collection. */
export function isHandedOn(context: Context, hold: Hold): boolean {
  const { result } = callAt(hold.call!)
  return result === 'returned' && !isReturnIgnored(context, hold.fn) || (result === 'used' && !isUnrefChain(hold)) || result === 'awaited'
}

/** `new Promise((_, reject) => setTimeout(reject, ms))`, `bus.on('tick', () => setTimeout(…))`: nobody reads what such a function returns. */
function isReturnIgnored({ program }: Context, fn: FunctionRef): boolean {
  const [passed, ...others] = program.types.passedAt(fn)
  if (passed === undefined || others.length > 0) return false
  return isPromiseConstruction(passed.call) || program.types.rowsOf(passed.call, 'acquire').some(row => row.held !== undefined && row.resource !== 'collection')
}

/** `const timer = setInterval(…); this.timers.push(timer)`, `return timer`: the variable is not the only one that has it. */
export function isKeptElsewhere({ root, path }: Place): boolean {
  if (root.kind !== 'binding' || root.binding.id < 0 || path.length > 0) return false
  const { file, id } = root.binding
  const isIt = (value: number): boolean => { const at = file.values[value]!; return at.kind === 'binding' && at.binding === id }
  return file.calls.some(call => call.args.some(isIt)) || file.functions.some(fn => fn.returns.some(isIt)) || file.values.some(value => value.kind === 'array' && value.elements.some(isIt))
}

/** By a clear, or by a member that ends such a thing: `tasks[id].stop()`, whatever is known of the type. */
function isEndedAt(context: Context, { row, fn: { file } }: Hold, place: Place): boolean {
  const members = new Set(row?.releasedBy?.map(lastNameOf))
  return clearsOf(context, place).length > 0 || context.releases.at('resource', place).some(({ call, place: ended }) => {
    const callee = call === undefined ? undefined : valueAt(refTo(call.file, callAt(call).callee))
    return callee?.kind === 'member' && members.has(callee.property) && ended !== undefined && keyOfPlace(ended) === keyOfPlace(place)
  }) || place.path.length > 0 && file.calls.some(({ callee }) => {
    // `this.job.stop()`, where `this` is told by the name of the field alone
    const called = file.values[callee]!
    if (called.kind !== 'member' || !members.has(called.property)) return false
    const ended = context.program.places.of(refTo(file, called.object))
    return ended.path.length > 0 && ended.path.at(-1) === place.path.at(-1) && mayBeSame(context, place, ended)
  })
}

/** `const timer = setInterval(…); timers[id] = timer`: where else the variable's timer is to be found. */
function placesGiven({ program }: Context, { root, path }: Place): readonly Place[] {
  if (root.kind !== 'binding' || root.binding.id < 0 || path.length > 0) return []
  const { file, id } = root.binding
  return file.writes.flatMap(({ target, value }) => {
    const given = value === undefined ? undefined : file.values[value]!
    return given?.kind === 'binding' && given.binding === id && file.values[target]!.kind !== 'binding' ? [placeOfTarget(program, refTo(file, target))] : []
  })
}

/** `setInterval(…).unref()` drops the handle all the same. */
function isUnrefChain(hold: Hold): boolean {
  const { file } = hold.fn
  const { value } = callAt(hold.call!)
  const member = file.values.findIndex(v => v.kind === 'member' && v.object === value)
  if (member < 0) return false
  const chained = file.values[member]!
  const call = file.calls.find(c => c.callee === member)
  return chained.kind === 'member' && (chained.property === 'unref' || chained.property === 'ref') && call?.result === 'dropped'
}

function described(context: Context, hold: Hold) {
  return { hold, holder: 'the event loop', lifetime: 'process' as const, event: context.program.events.of(hold.fn), subject: hold.row?.symbol.split('#')[1] ?? 'setInterval', place: hold.place }
}

function judgeInterval(context: Context, hold: Hold, releases: readonly Release[]): Verdict {
  const { program } = context
  const gap = settleGap(context, hold, releases)
  if (gap !== undefined && program.events.of(hold.fn).kind !== 'once') return leak({ ...described(context, hold), kind: 'partly-released', confidence: 'likely', coverage: 'some-exits', release: releases[0]!, missing: gap })
  const finish = program.events.of(hold.fn).kind === 'once' ? undefined : finishThatReleases(context, hold, releases)
  if (finish !== undefined) return leak({ ...described(context, hold), kind: 'released-on-finish', confidence: 'likely', coverage: 'some-exits', release: releases[0]!, missing: finish })
  if (clearsItself(context, hold, releases)) return safe('clears itself')
  if (releases.length === 0 && isClearedByDelay(context, hold)) return safe('reported where its delay is cleared')
  if (releases.some(r => !clearsBeforeArming(hold, r))) return judgeClearedInterval(context, hold, releases)
  const frequency = frequencyOf(program, hold.fn, { root: { kind: 'global', name: 'process' }, path: [] }, { lifetime: 'process', confidence: 'certain' })
  const cls = ownerClass(hold.fn) ?? startingClass(context, hold.fn)
  if (frequency.kind === 'once') return safe(frequency.why)
  if (cls !== undefined) {
    const life = program.lifetimes.ofClass(cls)
    if (life.lifetime === 'process' || isOfGuardedObject(context, hold.fn)) return safe('one instance for the process')
    const teardown = hasTeardown(context, cls)
    if (frequency.kind === 'unknown' && !teardown) return unknown(frequency.missing)
    // a teardown that clears another timer, here or in a class of the same kind, says that instances end before the process does
    // so does that others make such objects when they please
    const isEnded = frequency.kind !== 'unknown' || isClearedByKin(context, cls) || isMadeOften(context, cls)
    return leak({ ...described(context, hold), kind: 'interval-kept', confidence: isEnded ? 'likely' : 'possible', coverage: 'never' })
  }
  if (frequency.kind === 'unknown') return unknown(frequency.missing)
  if (isOnceGuarded(context, hold)) return safe('started once')
  return leak({ ...described(context, hold), kind: 'interval-kept', confidence: weakest(frequency.event.confidence, 'likely'), coverage: 'never' })
}

/** The class whose methods alone call the function: `start() { beat(this.socket) }`. */
function startingClass({ program }: Context, fn: FunctionRef): FunctionRef | undefined {
  const callers = program.graph.callersOf(fn).map(({ how, from }) => how === 'calls' ? ownerClass(from) : undefined), [first] = callers
  return first !== undefined && callers.every(cls => cls !== undefined && isSame(cls, first)) ? first : undefined
}

/** The class, or one that extends the same class, clears a timer in its teardown. */
function isClearedByKin({ program, releases }: Context, cls: FunctionRef): boolean {
  const line = new Set(program.denotations.lineageOf(cls).map(keyOf))
  return releases.timers.some(release => {
    const owner = ownerClass(release.fn)
    return owner !== undefined && isInTeardown(release.fn) && program.denotations.lineageOf(owner).some(base => line.has(keyOf(base)))
  })
}

/** A clear exists: it must also run before the field is overwritten by the next interval. */
function judgeClearedInterval(context: Context, hold: Hold, releases: readonly Release[]): Verdict {
  const { handle } = hold
  if (handle === undefined || handle.root.kind === 'binding' && handle.path.length === 0 && isLocalTo(handle, hold.fn)) {
    const coverage = coverageOf(context, hold, releases)
    if (coverage.kind !== 'some-exits') return safe('cleared')
    return leak({ ...described(context, hold), kind: 'partly-released', confidence: 'likely', coverage: 'some-exits', release: releases[0]!, missing: coverage.missing })
  }
  if (!canBeOverwritten(context, hold, handle)) return safe('cleared')
  const { flow } = functionAt(hold.fn)
  const node = nodeOf(flow, 'call', hold.node.ref)
  const clears = new Set(releases.filter(r => keyOf(r.fn) === keyOf(hold.fn)).map(r => nodeOf(flow, 'call', r.node.ref)))
  if (node === undefined || clears.size > 0 && isDominatedOrGuarded(flow, node, clears)) return safe('cleared before it is set')
  if (callsReleasing(context, hold, releases)) return safe('cleared before it is set')
  return leak({ ...described(context, hold), kind: 'interval-overwritten', confidence: context.program.events.of(hold.fn).kind === 'unknown' ? 'possible' : 'likely', coverage: 'some-exits', release: releases[0]!, missing: 'the next start, which overwrites the handle' })
}

/** `clearInterval(BEAT)` beside `setInterval(f, BEAT)`: one defect, and the clear is where it is mended. */
function isClearedByDelay(context: Context, hold: Hold): boolean {
  const delay = argumentOf(hold.call!, 1)
  return delay !== undefined && valueAt(delay).kind === 'binding' && context.releases.timers.some(r => r.handle !== undefined && isSameExpression(r.handle, delay) && judgeClear(context, r) !== undefined)
}

const isLocalTo = (handle: Place, fn: FunctionRef): boolean => handle.root.kind === 'binding' && handle.root.binding.id >= 0 && handle.root.binding.file === fn.file && isInside(fn, refTo(fn.file, handle.root.binding.file.bindings[handle.root.binding.id]!.fn)) && handle.root.binding.file.bindings[handle.root.binding.id]!.fn !== 0

function isDominatedOrGuarded(flow: Parameters<typeof isDominated>[0], node: number, clears: ReadonlySet<number | undefined>): boolean {
  // a clear under `if (this.timer)` counts: the other way holds nothing
  return isDominated(flow, node, id => clears.has(id)) || [...clears].some(id => id !== undefined && id < node)
}

/** Whether the acquiring member may run again on the same object: a callback, a reconnect, a public method that is no once-only start. */
function canBeOverwritten(context: Context, hold: Hold, handle: Place): boolean {
  if (isOnceGuarded(context, hold) || handle.path.length !== 1 || handle.root.kind !== 'instance') return false
  const member = memberAround(context.program, hold.fn, handle.root.cls)
  if (member === undefined) return false
  if (isMadeAnew(context.program, hold.fn, { root: handle.root, path: [] })) return false
  if (isCalledAgain(context, member)) return true
  // inside a callback of the member: runs at each event
  if (keyOf(member) === keyOf(hold.fn)) return false
  const event = context.program.events.of(hold.fn)
  return event.kind === 'tick' && event.entry !== undefined && context.program.types.passedAt(hold.fn).some(p => keyOf(p.call) === keyOf(event.entry!))
}

/** Something in the class calls the member from a callback: a reconnect, a retry. */
function isCalledAgain(context: Context, member: FunctionRef): boolean {
  return context.program.graph.callersOf(member).some(({ how, from }) => {
    if (how !== 'calls' || isInside(from, member) || isOfSetupEvent(context, from)) return false
    const { kind, parent } = functionAt(from)
    return (kind === 'arrow' || kind === 'function') && parent !== null && functionAt(refTo(from.file, parent)).kind !== 'module' && context.program.types.passedAt(from).length > 0
  })
}

/** `server.on('listening', …)`: once for each start, before which the run before has ended. */
function isOfSetupEvent({ program }: Context, fn: FunctionRef): boolean {
  const passed = program.types.passedAt(fn)
  return passed.length > 0 && passed.every(({ call }) => {
    const first = argumentOf(call, 0), event = first === undefined ? undefined : valueAt(first), callee = valueAt(refTo(call.file, callAt(call).callee))
    return callee.kind === 'member' && program.models.acquireNames('listener').has(callee.property) && event?.kind === 'literal' && typeof event.value === 'string' && isSetupEvent(event.value)
  })
}

/** A method called before in the same function that clears: `this.stop()`. */
function callsReleasing(context: Context, hold: Hold, releases: readonly Release[]): boolean {
  return hold.fn.file.calls.some(call => call.fn === hold.fn.id && call.at < hold.start && context.program.graph.calleesOf(refTo(hold.fn.file, call.id)).some(fn => releases.some(r => isInside(r.fn, fn))))
}

function clearsItself(context: Context, hold: Hold, releases: readonly Release[]): boolean {
  const callback = hold.held === undefined ? undefined : context.program.types.functionOf(hold.held)
  return callback !== undefined && releases.some(r => isInside(r.fn, callback))
}

function judgeTimeout(context: Context, hold: Hold, releases: readonly Release[]): Verdict {
  const { program } = context
  const event = program.events.of(hold.fn)
  if (event.kind === 'once') return safe(event.label)
  if (isInTeardown(hold.fn)) return safe('once, while it is ended')
  if (context.program.graph.callsIn(hold.fn).some(call => isExit(hold.fn.file, call.callee))) return safe('the process ends')
  const delay = delayOf(hold), deadline = isDeadline(context, hold)
  if (delay !== undefined && (delay < SHORT || deadline && delay === SHORT)) return safe('fires within a second')
  const others = releases.filter(r => !clearsBeforeArming(hold, r) && !clearsWhenFired(context, hold, r))
  if (others.length === 0) {
    if (deadline && isClearedInRecord(context, hold)) return unknown('whether the clear of a record means this timer')
    if (deadline && event.kind !== 'unknown') return leak({ ...described(context, hold), kind: 'timeout-kept', severity: 'warning', confidence: weakest('likely', event.confidence), coverage: 'never' })
    return rearmingVerdict(context, hold)
  }
  const clearedBy = onlyEvent(context, hold, others)
  if (deadline && clearedBy !== undefined && event.kind !== 'unknown') return leak({ ...described(context, hold), kind: 'partly-released', severity: 'warning', confidence: 'likely', coverage: 'some-exits', release: others[0]!, missing: `a 'close' or 'error' that comes before ${clearedBy}` })
  const coverage = coverageOf(context, hold, releases)
  if (coverage.kind !== 'some-exits' || event.kind === 'unknown' || !deadline && coverage.basis !== 'flow') return safe('cleared')
  if (coverage.missing === A_REJECTION && settlesAround(context, hold)) return safe('settles what a rejection leaves pending')
  return leak({ ...described(context, hold), kind: 'partly-released', severity: 'warning', confidence: 'likely', coverage: 'some-exits', release: releases[0]!, missing: coverage.missing })
}

/** The promise around is settled by the timer when nothing else does: a rejection that nobody hears of leaves it to that. */
function settlesAround(context: Context, hold: Hold): boolean {
  const callback = hold.held === undefined ? undefined : context.program.types.functionOf(hold.held), executor = executorAround(context, hold.fn)
  return callback !== undefined && executor !== undefined && settleCalls(executor).some(({ file, id }) => isInside(refTo(file, file.calls[id]!.fn), callback))
}

/** `process.exit()`. */
function isExit({ values }: FunctionRef['file'], callee: number): boolean {
  const called = values[callee]!
  const object = called.kind === 'member' ? values[called.object]! : undefined
  return called.kind === 'member' && called.property === 'exit' && object?.kind === 'global' && object.name === 'process'
}

/** `const watcher = { timer }; this.watchers.push(watcher)`, and elsewhere `clearTimeout(watcher.timer)`: of some record with that field. */
function isClearedInRecord(context: Context, hold: Hold): boolean {
  const root = hold.handle?.root
  if (root?.kind !== 'binding' || root.binding.id < 0) return false
  const { file, id } = root.binding
  const isIt = (value: number): boolean => { const at = file.values[value]!; return at.kind === 'binding' && at.binding === id }
  const fields = new Set(file.values.flatMap(value => value.kind === 'object' ? value.properties.flatMap(p => p.key !== null && isIt(p.value) ? [p.key] : []) : []))
  for (const { target, value } of file.writes) {
    const to = file.values[target]!
    if (value !== undefined && to.kind === 'member' && isIt(value)) fields.add(to.property)
  }
  return fields.size > 0 && context.releases.timers.some(({ handle }) => {
    const cleared = handle === undefined ? undefined : valueAt(handle)
    return cleared?.kind === 'member' && fields.has(cleared.property)
  })
}

/** `clearTimeout(this.t); this.t = setTimeout(…)` ends the timer before, not this one. */
const clearsBeforeArming = (hold: Hold, release: Release): boolean => hold.handle?.root.kind === 'instance' && keyOf(release.fn) === keyOf(hold.fn) && release.start < hold.start

/** `const id = setTimeout(() => { clearTimeout(id); reject() }, ms)`: it has fired by then. */
function clearsWhenFired({ program }: Context, { held }: Hold, { fn }: Release): boolean {
  const callback = held === undefined ? undefined : program.types.functionOf(held)
  return callback !== undefined && isInside(fn, callback)
}

/** All clears stand in listeners for one event that need not come: its name. */
function onlyEvent(context: Context, hold: Hold, releases: readonly Release[]): string | undefined {
  const names = releases.map(r => {
    if (keyOf(r.fn) === keyOf(hold.fn) || !isInside(r.fn, hold.fn)) return undefined
    const [passed] = context.program.types.passedAt(r.fn)
    if (passed === undefined || !maySayClose(context, passed.call)) return undefined
    const event = passed === undefined ? undefined : argumentOf(passed.call, 0)
    const value = event === undefined ? undefined : valueAt(event)
    return value?.kind === 'literal' && typeof value.value === 'string' && !ENDING.has(value.value) ? `'${value.value}'` : undefined
  })
  return names.every(name => name !== undefined && name === names[0]) ? names[0] : undefined
}

/** A stream, a socket or a process: of Node's own type, or by the name of what it says. */
function maySayClose({ program }: Context, call: CallRef): boolean {
  const callee = valueAt(refTo(call.file, callAt(call).callee)), event = argumentOf(call, 0)
  const name = event === undefined ? undefined : valueAt(event)
  if (name?.kind === 'literal' && STREAMING.has(String(name.value))) return true
  return callee.kind === 'member' && program.types.of(refTo(call.file, callee.object)).some(key => program.models.basesOf(key).some(base => base.startsWith('node:') && base !== 'node:events#EventEmitter'))
}

const STREAMING: ReadonlySet<string> = new Set(['data', 'readable', 'drain', 'response', 'message', 'line', 'connect', 'open', 'connection'])
const ENDING: ReadonlySet<string> = new Set(['close', 'end', 'finish', 'exit', 'error', 'disconnect', 'abort'])

/** Up to it, a pending timeout is no growth that anyone would notice. */
const SHORT = 1000

function delayOf(hold: Hold): number | undefined {
  const delay = argumentOf(hold.call!, 1)
  if (delay === undefined) return 0
  return numberOf(delay)
}

/**
 * A deadline gives up waiting for something else: its callback rejects, aborts or destroys, while the same function waits for work.
 * A sleep only resolves, and is what is waited for.
 */
function isDeadline(context: Context, hold: Hold): boolean {
  const callback = hold.held === undefined ? undefined : context.program.types.functionOf(hold.held)
  if (callback === undefined) return isRejectHandle(hold)
  if (callback.file !== hold.fn.file || isDoneAtOnce(context, hold, callback)) return false
  const ending = callback.file.calls.some(call => isInside(refTo(callback.file, call.fn), callback) && givesUp(context, callback.file, call.callee, call.isNew))
  return ending && !isRetry(context, hold, callback) && (isRaced(hold) || (rivalSettles(context, hold, callback) ?? hasOtherWay(hold, callback)))
}

/** `if (delay) setTimeout(finish, delay); else finish()`: what is put off is the work itself. */
const isDoneAtOnce = ({ program }: Context, hold: Hold, callback: FunctionRef): boolean =>
  program.graph.callersOf(callback).some(({ how, from, call }) => how === 'calls' && isSame(from, hold.fn) && areApart(callAt(call).guards, hold.guards))

/** `setTimeout(() => { socket.destroy(); this.connect() }, ms)`: it starts the work anew. */
function isRetry(context: Context, hold: Hold, callback: FunctionRef): boolean {
  const around = [...enclosing(hold.fn)].filter(fn => functionAt(fn).kind !== 'module')
  if (around.some(fn => isSame(fn, callback))) return true
  if (context.program.graph.callsIn(callback).some(call => context.program.graph.calleesOf(refTo(callback.file, call.id)).some(callee => around.some(fn => isSame(fn, callee))))) return true
  const names = new Set(around.map(fn => functionAt(fn).name).filter(name => name !== ''))
  return context.program.graph.callsIn(callback).some(call => {
    const callee = callback.file.values[call.callee]!
    return callee.kind === 'member' && names.has(callee.property)
  })
}

function givesUp(context: Context, file: ValueRef['file'], callee: number, isNew: boolean): boolean {
  const value = file.values[callee]!
  if (isNew) return value.kind === 'global' && /Error$/.test(value.name) || value.kind === 'binding' && /Error$/.test(file.bindings[value.binding]!.name)
  if (value.kind === 'member') return GIVING_UP.test(value.property)
  if (value.kind !== 'binding') return false
  const binding = file.bindings[value.binding]!
  return binding.kind === 'param' && isPromiseExecutorParameter(context, refTo(file, binding.fn), value.binding, 1)
}

/** Members that give up: `controller.abort()`, `this.cancelWithStatus()`, `stream.destroy()`. */
const GIVING_UP = /^_?#?(abort|cancel|reject|destroy|fail)(?=[A-Z_]|$)/

/** `setTimeout(reject, ms)`, `setTimeout(abort, ms)`. */
function isRejectHandle(hold: Hold): boolean {
  const value = hold.held === undefined ? undefined : valueAt(hold.held)
  if (value?.kind !== 'binding') return false
  const [source] = hold.held!.file.bindings[value.binding]!.values
  const given = source === undefined ? undefined : hold.held!.file.values[source]
  if (given?.kind === 'member') return GIVING_UP.test(given.property)
  return hold.fn.file.functions[hold.fn.id]!.params[1]?.bindings.includes(value.binding) === true
}

function isPromiseExecutorParameter(context: Context, fn: FunctionRef, binding: number, index: number): boolean {
  if (functionAt(fn).params[index]?.bindings.includes(binding) !== true) return false
  return context.program.types.passedAt(fn).some(({ call }) => isPromiseConstruction(call))
}

/** Something besides the timer can end the wait: another callback, an await, a race. */
function hasOtherWay(hold: Hold, callback: FunctionRef): boolean {
  const { file } = hold.fn
  const others = file.functions.filter(f => f.parent === hold.fn.id && f.id !== callback.id)
  const calls = file.calls.filter(c => c.fn === hold.fn.id && c.id !== hold.call!.id && !isErrorMaking(file, c.callee))
  return others.length > 0 || calls.length > 0 || isRaced(hold)
}

const isErrorMaking = (file: ValueRef['file'], callee: number): boolean => {
  const value = file.values[callee]!
  return value.kind === 'global' && /Error$/.test(value.name)
}

/** The promise around the timer is an element of `Promise.race([…])`. */
function isRaced(hold: Hold): boolean {
  const { file } = hold.fn
  return file.calls.some(call => {
    const callee = file.values[call.callee]!
    return callee.kind === 'member' && (callee.property === 'race' || callee.property === 'any') && call.at < hold.start && hold.end <= call.end
  }) || file.calls.some(call => {
    const callee = file.values[call.callee]!
    return callee.kind === 'member' && callee.property === 'race' && Math.abs(call.at - hold.end) < RACE_DISTANCE && call.fn === file.functions[hold.fn.id]!.parent
  })
}

const RACE_DISTANCE = 2000

/** A chain that arms itself again keeps its object for ever, unless the teardown clears it or a test stops it. */
function rearmingVerdict(context: Context, hold: Hold): Verdict {
  const callback = hold.held === undefined ? undefined : context.program.types.functionOf(hold.held)
  const cls = ownerClass(hold.fn)
  if (callback === undefined || cls === undefined || hold.handle?.root.kind !== 'instance') return unknown('whether it is armed again')
  const rearms = callback.file.calls.some(call => isInside(refTo(callback.file, call.fn), callback) && context.program.graph.calleesOf(refTo(callback.file, call.id)).some(fn => keyOf(fn) === keyOf(hold.fn)))
  if (!rearms || !hasTeardown(context, cls) || hold.guards.length > 0) return unknown('whether it is armed again')
  const life = context.program.lifetimes.ofClass(cls)
  if (life.lifetime === 'process') return safe('one instance for the process')
  return leak({ ...described(context, hold), kind: 'timeout-kept', confidence: 'likely', coverage: 'never' })
}

/** `clearInterval(delay)`: what is cleared never was a timer. */
export function judgeClear(context: Context, release: Release): Verdict | undefined {
  if (release.handle === undefined || release.resource !== 'interval' && release.resource !== 'timeout') return undefined
  const value = valueAt(release.handle)
  const number = value.kind === 'literal' && typeof value.value === 'number' || value.kind === 'binding' && release.handle.file.bindings[value.binding]!.values.length === 1 && numberOf(release.handle) !== undefined
  if (!number && value.kind !== 'function') return undefined
  const event = context.program.events.of(release.fn)
  const hold: Hold = { resource: release.resource, fn: release.fn, start: release.start, end: release.end, node: release.node, place: { root: { kind: 'global', name: 'process' }, path: [] }, guards: [], isCache: false, isDuckTyped: false, isOnce: false, ...(release.call === undefined ? {} : { call: release.call }) }
  return leak({ hold, kind: 'timer-clear-ineffective', confidence: 'certain', coverage: 'ineffective', holder: 'the event loop', lifetime: 'process', event, subject: release.resource === 'interval' ? 'clearInterval' : 'clearTimeout', place: hold.place, release })
}
