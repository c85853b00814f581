import { isPromiseConstruction } from '../link/promise-executor.ts'
import { argumentOf, callAt, functionAt, isInside, refTo, valueAt, type CallRef, type FunctionRef, type ValueRef } from '../link/refs.ts'
import type { Context } from './context.ts'
import { weakest } from './frequency.ts'
import type { Hold } from './hold.ts'
import { textOf } from './source-text.ts'
import { leak, safe, type Verdict } from './verdict.ts'

/** Streams of which `drain` comes, or an error: no client can leave them. */
const FAITHFUL: ReadonlySet<string> = new Set(['node:fs#WriteStream', 'node:process#WriteStream', 'node:tty#WriteStream'])

/**
 * `await new Promise(r => res.once('drain', r))` before a `finally`: a response that its client leaves never drains, so the wait never ends and
 * the cleanup never runs (measured: what it would release stays, an entry of 1.2 to 1.6 KB). A wait that nothing else depends on goes with
 * the response and keeps nothing.
 */
export function judgeWait(context: Context, call: CallRef): Verdict | undefined {
  const wait = waitOf(context, call)
  if (wait === undefined) return undefined
  const { program } = context, { waiting, holder, at } = wait
  if (!cleansUp(waiting) || program.types.of(holder).some(key => FAITHFUL.has(key))) return undefined
  const event = program.events.of(waiting)
  if (event.kind === 'once') return safe(event.label)
  const facts = callAt(at), place = program.places.of(holder)
  const hold: Hold = { resource: 'listener', fn: waiting, start: facts.at, end: facts.end, node: { kind: 'call', ref: at.id }, holder, place, call: at, guards: facts.guards, isCache: false, isDuckTyped: false, isOnce: true }
  return leak({ hold, kind: 'wait-unsettled', confidence: event.kind === 'unknown' ? 'possible' : weakest(event.confidence, 'likely'), coverage: 'some-exits', holder: textOf(program, holder), lifetime: 'unknown', event, subject: 'drain', place, missing: 'a client that leaves' })
}

interface Wait {
  /** The function that waits. */
  readonly waiting: FunctionRef
  readonly holder: ValueRef
  /** The call that is awaited. */
  readonly at: CallRef
}

function waitOf(context: Context, call: CallRef): Wait | undefined {
  const { program } = context, facts = callAt(call)
  const callee = valueAt(refTo(call.file, facts.callee))
  if (program.types.symbolsOf(refTo(call.file, facts.callee)).includes('node:events#once')) {
    const holder = argumentOf(call, 0)
    return holder !== undefined && facts.args.length === 2 && isDrain(argumentOf(call, 1)) ? { waiting: refTo(call.file, facts.fn), holder, at: call } : undefined
  }
  if (callee.kind !== 'member' || callee.property !== 'once' && callee.property !== 'on' || !isDrain(argumentOf(call, 0))) return undefined
  const executor = refTo(call.file, facts.fn), [passed] = program.types.passedAt(executor)
  if (passed === undefined || !isPromiseConstruction(passed.call) || passed.call.file !== call.file || !isOnlyWayOut(executor, call)) return undefined
  return { waiting: refTo(call.file, callAt(passed.call).fn), holder: refTo(call.file, callee.object), at: passed.call }
}

function isDrain(event: ValueRef | undefined): boolean {
  const value = event === undefined ? undefined : valueAt(event)
  return value?.kind === 'literal' && value.value === 'drain'
}

/** Nothing but this listener settles the promise. */
function isOnlyWayOut(executor: FunctionRef, call: CallRef): boolean {
  const { file } = executor, settlers = new Set(functionAt(executor).params.flatMap(p => p.bindings))
  const isSettler = (id: number): boolean => { const value = file.values[id]!; return value.kind === 'binding' && settlers.has(value.binding) }
  const listener = callAt(call).args[1], inline = listener === undefined ? undefined : file.values[listener]
  const isOwn = (fn: number): boolean => inline?.kind === 'function' && isInside(refTo(file, fn), refTo(file, inline.fn))
  if (listener === undefined || !isSettler(listener) && inline?.kind !== 'function') return false
  return file.calls.every(other => other.id === call.id || !isInside(refTo(file, other.fn), executor) || isOwn(other.fn) || !isSettler(other.callee) && !other.args.some(isSettler))
    && file.writes.every(write => !isInside(refTo(file, write.fn), executor) || write.value === undefined || !isSettler(write.value))
}

/** The function has a `finally` block that does something. */
const cleansUp = (fn: FunctionRef): boolean => fn.file.calls.some(call => call.fn === fn.id && call.inFinally === true)
