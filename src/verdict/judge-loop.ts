import type { CallFacts } from '../facts/file-facts.ts'
import type { EventOf } from '../link/events.ts'
import { isSetupEvent } from '../link/naming.ts'
import { callAt, functionAt, isInside, isSame, keyOf, refTo, valueAt, type CallRef, type FunctionRef } from '../link/refs.ts'
import type { Context } from './context.ts'
import type { Confidence } from './finding.ts'
import { nodeOf, openExits } from './flow.ts'
import { isMadeOften, TERMINAL } from './forgotten-listener.ts'
import { frequencyOf, weakest } from './frequency.ts'
import type { Hold } from './hold.ts'
import { holdOfCall, PROCESS } from './hold-of-call.ts'
import { clearsOf, isHandedOn, isKeptElsewhere } from './judge-timer.ts'
import { literalOf } from './listener-removal.ts'
import { isOnceGuarded } from './once-guard.ts'
import { isBehindSwitch } from './runtime-switch.ts'
import { textOf } from './source-text.ts'
import { hasTeardown, ownerClass } from './teardown.ts'
import { leak, safe, unknown, type Verdict } from './verdict.ts'
import { isServing } from './while-serving.ts'

/**
 * `const poll = () => { …; setTimeout(poll, 1000) }`, started for each event: the event loop keeps one chain for each, with all that it captures
 * (measured: 1.4 to 1.5 KB, 1 KB of it captured). Asked of the timeouts of chains that every way through the function arms again.
 */
export function judgeChain(context: Context, hold: Hold): Verdict | undefined {
  const { program } = context, callback = hold.held === undefined ? undefined : program.types.functionOf(hold.held)
  if (hold.resource !== 'timeout' || hold.call === undefined || callback === undefined) return undefined
  const loop = loopOf(context, hold.call, callback)
  if (loop === undefined || !isAlwaysPassed(context, hold.call, loop)) return undefined
  if (hold.handle === undefined ? isHandedOn(context, hold) : clearsOf(context, hold.handle).length > 0 || isKeptElsewhere(hold.handle)) return judgeRestarted(context, hold, loop, callback) ?? safe('the timer is kept, and cleared')
  const start = startOf(context, loop, callback)
  if (start === undefined) return unknown('who starts the loop')
  const { event, confidence } = start
  return leak({ hold, kind: 'loop-unstoppable', confidence, coverage: 'never', holder: 'the event loop', lifetime: 'process', event, subject: `${functionAt(loop).name || 'a loop'}()`, place: hold.place })
}

/**
 * `refresh() { this.timer = setTimeout(() => this.refresh(), ms); … }`, which a listener calls as well: each event starts a chain beside the one that
 * runs, and the field has the timer of the last alone. Silent where something on the way clears it first.
 */
function judgeRestarted(context: Context, hold: Hold, loop: FunctionRef, callback: FunctionRef): Verdict | undefined {
  const { program } = context, { handle } = hold
  if (handle === undefined || handle.root.kind !== 'instance' || handle.path.length !== 1) return undefined
  const releases = clearsOf(context, handle), isClearing = (fn: FunctionRef, depth: number): boolean => releases.some(r => isInside(r.fn, fn)) || depth > 0 && program.graph.callsIn(fn).some(({ id }) => program.graph.calleesOf(refTo(fn.file, id)).some(callee => !isSame(callee, loop) && isClearing(callee, depth - 1)))
  if (isClearing(loop, 1)) return undefined
  const starts = program.graph.callersOf(loop).filter(({ from, how, call }) => how === 'calls' && !isInside(from, loop) && !isInside(from, callback) && !isClearing(from, 1) && callAt(call).guards.length === 0 && !program.graph.callersOf(from).some(outer => outer.how === 'calls' && isClearing(outer.from, 0)))
  const [event] = starts.flatMap(({ from }) => { const of = program.events.of(from); return !isOwnTurn(context, of, loop) && isHeard(context, from, of, starts.length) && frequencyOf(program, from, handle, program.lifetimes.ofPlace(handle)).kind === 'repeats' ? [of] : [] })
  if (event === undefined) return undefined
  return leak({ hold, kind: 'interval-overwritten', confidence: 'likely', coverage: 'some-exits', holder: 'the event loop', lifetime: 'process', event, subject: 'setTimeout', place: hold.place, release: releases[0]!, missing: 'the next start, which overwrites the handle' })
}

/** A request, a message, or an event that is listened for beside another start: it comes while the loop runs. */
const isHeard = ({ program, holds }: Context, from: FunctionRef, event: EventOf, starts: number): boolean =>
  isServing(event) && event.isUnseen !== true || starts > 1 && holds.some(({ resource, isOnce, held, key }) => {
    const name = literalOf(key) ?? '', listener = resource === 'listener' && !isOnce && held !== undefined ? program.types.functionOf(held) : undefined
    return listener !== undefined && isSame(listener, from) && !isSetupEvent(name) && !TERMINAL.has(name)
  })

/** The function that the timer runs again and that arms it: the callback itself, or what it calls. */
function loopOf({ program }: Context, arming: CallRef, callback: FunctionRef): FunctionRef | undefined {
  const within = refTo(arming.file, callAt(arming).fn)
  if (isInside(within, callback)) return callback
  const [only, ...others] = program.graph.callsIn(callback).filter(call => program.graph.calleesOf(refTo(callback.file, call.id)).some(fn => isInside(within, fn)))
  const called = only === undefined || others.length > 0 ? undefined : program.graph.calleesOf(refTo(callback.file, only.id))
  return called?.length === 1 && isAlways(callback, only!) ? called[0] : undefined
}

/** Whether every way through the loop passes the call, in its own body or in that of a `then`, a `finally` or another timer. */
function isAlwaysPassed(context: Context, call: CallRef, loop: FunctionRef): boolean {
  const within = refTo(call.file, callAt(call).fn)
  if (!isAlways(within, callAt(call))) return false
  if (isSame(within, loop)) return true
  const [passed, ...others] = context.program.types.passedAt(within)
  return passed !== undefined && others.length === 0 && passed.call.file === call.file && isContinuation(passed.call) && !endsOnRejection(passed.call) && isAlwaysPassed(context, passed.call, loop)
}

/** `ping().then(again).catch(close)`, `ping().then(again, close)`: somebody has thought of how the loop ends. */
function endsOnRejection(then: CallRef): boolean {
  const { args, value, callee } = callAt(then), { values } = then.file, member = values[callee]!
  if (member.kind !== 'member' || member.property !== 'then') return false
  return args.length > 1 || values.some(chained => chained.kind === 'member' && chained.object === value && chained.property === 'catch')
}

function isContinuation(call: CallRef): boolean {
  const callee = valueAt(refTo(call.file, callAt(call).callee))
  return callee.kind === 'member' ? callee.property === 'then' || callee.property === 'finally' : callee.kind === 'global' && /^set(Timeout|Immediate)$/.test(callee.name)
}

/** No test, return, throw or exit of the process comes before it: the function cannot end otherwise. */
function isAlways(fn: FunctionRef, { id, guards, inLoop }: CallFacts): boolean {
  const { flow } = functionAt(fn), node = nodeOf(flow, 'call', id)
  if (node === undefined || guards.length > 0 || inLoop || flow.nodes.some(({ kind }) => kind === 'throw')) return false
  return !openExits(flow, 0, at => at === node).normal && !fn.file.calls.some(call => isInside(refTo(fn.file, call.fn), fn) && isExit(fn, call.callee))
}

/** `process.exit()`. */
function isExit({ file }: FunctionRef, callee: number): boolean {
  const called = file.values[callee]!, object = called.kind === 'member' ? file.values[called.object]! : undefined
  return called.kind === 'member' && called.property === 'exit' && object?.kind === 'global' && object.name === 'process'
}

interface Start {
  readonly event: EventOf
  readonly confidence: Confidence
}

/** The surest event that starts the loop from outside of it. */
function startOf(context: Context, loop: FunctionRef, callback: FunctionRef): Start | undefined {
  const { program } = context, cls = ownerClass(loop)
  // an object that lives as long as the process has one chain, unless an event starts it
  const edges = program.graph.callersOf(loop).filter(({ from, how, isImmediate }) => !isInside(from, loop) && !isInside(from, callback) && (how === 'calls' || isImmediate))
  const starts = edges.flatMap(({ from, call }): Start[] => {
    const guarded = { fn: from, guards: callAt(call).guards }
    const event = program.events.of(from)
    if (isOnceGuarded(context, guarded) || isOwnTurn(context, event, loop) || event.kind === 'once' || event.kind === 'unknown') return []
    if (event.kind === 'call' && cls === undefined && !isGivenWork(loop)) return []
    const isSure = (isServing(event) || isLeftBehind(context, loop, from)) && event.isUnseen !== true && !isBehindSwitch(program, guarded)
    return [{ event, confidence: isSure ? weakest(event.confidence, 'likely') : 'possible' }]
  })
  return starts.find(({ confidence }) => confidence !== 'possible') ?? starts[0]
}

/** An object of which there are many, and that can be ended, starts the loop itself: it goes on behind its end. */
function isLeftBehind(context: Context, loop: FunctionRef, from: FunctionRef): boolean {
  const cls = ownerClass(loop), starting = ownerClass(from)
  return cls !== undefined && starting !== undefined && isSame(cls, starting) && context.program.lifetimes.ofClass(cls).lifetime !== 'process' && hasTeardown(context, cls) && isMadeOften(context, cls)
}

/** What the timer of the loop itself runs is a turn of it, not a start. */
const isOwnTurn = ({ program }: Context, { entry }: EventOf, loop: FunctionRef): boolean => entry !== undefined && program.types.rowsOf(entry, 'acquire').some(row => row.resource === 'timeout') && isInside(refTo(entry.file, callAt(entry).fn), loop)

/** It stands in the function that is called, and so has what that is given. */
const isGivenWork = (loop: FunctionRef): boolean => functionAt(loop).parent !== 0

/**
 * `async function loop() { await work(); await loop() }`: each call waits for the next, and none ever returns (measured: 150 to 920 B for each
 * round). Started once it grows as well. A loop that a return, a test or a rejection that is caught ends is none.
 */
export function judgeLoop(context: Context, call: CallRef): Verdict | undefined {
  const { program } = context, facts = callAt(call), fn = refTo(call.file, facts.fn)
  if (facts.isNew || facts.result !== 'awaited' && facts.result !== 'returned') return undefined
  const loop = awaitedBy(context, call)
  if (loop === undefined || !isAlways(fn, facts) || !waitsBefore(loop, facts)) return undefined
  const hold: Hold = { ...holdOfCall(call), resource: 'collection', place: PROCESS }
  return leak({ hold, kind: 'recursion-unsettled', confidence: 'likely', coverage: 'never', holder: 'the promise of each round', lifetime: 'process', event: program.events.of(loop), subject: textOf(program, refTo(call.file, facts.value)), place: PROCESS })
}

/** The function that calls itself there and waits: in its own body, or in the callback of a `then` that it returns or awaits. */
function awaitedBy({ program }: Context, call: CallRef): FunctionRef | undefined {
  const fn = refTo(call.file, callAt(call).fn), [callee, ...others] = program.graph.calleesOf(call)
  if (callee === undefined || others.length > 0) return undefined
  if (isOfOther(call)) return undefined
  if (isSame(callee, fn)) return functionAt(fn).isAsync && !functionAt(fn).isGenerator ? fn : undefined
  const [passed, ...more] = program.types.passedAt(fn)
  if (passed === undefined || more.length > 0 || passed.call.file !== call.file || callAt(call).result !== 'returned') return undefined
  const { callee: through, result, fn: within } = callAt(passed.call), member = valueAt(refTo(call.file, through))
  const isThen = member.kind === 'member' && member.property === 'then' && keyOf(refTo(call.file, within)) === keyOf(callee)
  return isThen && (result === 'returned' || result === 'awaited') && isAlways(callee, callAt(passed.call)) ? callee : undefined
}

/** `this.next.handle()`, `child.walk()`: the same method of another object; objects that stand in each other end somewhere. */
function isOfOther(call: CallRef): boolean {
  const callee = valueAt(refTo(call.file, callAt(call).callee))
  return callee.kind === 'member' && call.file.values[callee.object]!.kind !== 'this'
}

/** Something is awaited, or it stands in a continuation: else it would be no loop but an overflow of the stack. */
const waitsBefore = (loop: FunctionRef, { fn, value }: CallFacts): boolean => fn !== loop.id || functionAt(loop).flow.nodes.some(({ kind, ref }) => kind === 'await' && ref !== value)
