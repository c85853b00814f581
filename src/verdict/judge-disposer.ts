import { isParameterPlace, keyOfPlace } from '../link/places.ts'
import { callAt, functionAt, isInside, refTo, valueAt, type FunctionRef } from '../link/refs.ts'
import type { LifetimeOf } from '../link/lifetimes.ts'
import type { Context } from './context.ts'
import { creationKinds, isRepeating } from './creation-kinds.ts'
import type { Defect } from './defect.ts'
import type { Confidence } from './finding.ts'
import { diesWithEvent, frequencyOf, weakest } from './frequency.ts'
import type { Hold } from './hold.ts'
import { isCapturedLocalSignal } from './judge-listener.ts'
import { isOnceGuarded } from './once-guard.ts'
import { textOf } from './source-text.ts'
import { hasTeardown, ownerClass } from './teardown.ts'
import { leak, safe, unknown, type Verdict } from './verdict.ts'

/**
 * A listener that only the function or object which the call returns can take off again, and that nobody keeps: `source.onDidChange(f)`,
 * `bus.subscribe(f)`. Where somebody keeps it, who calls it is not followed.
 */
export function judgeDisposer(context: Context, hold: Hold): Verdict {
  const { program } = context
  if (callAt(hold.call!).result !== 'dropped') return unknown('who calls the disposer')
  if (isOnceGuarded(context, hold)) return safe('guarded by a flag')
  const life = program.lifetimes.ofPlace(hold.place), event = program.events.of(hold.fn)
  const told = (confidence: Confidence): Verdict => leak(describe(context, hold, life, confidence))
  if (diesWithEvent(program, hold.fn, life) || life.lifetime === 'unknown' && isCapturedLocalSignal(hold)) return safe('the source dies with the event')
  if (isEnding(context, hold)) return event.kind === 'once' || event.kind === 'unknown' || event.kind === 'instance' ? unknown('who calls it') : told(weakest(event.confidence, 'likely'))
  if (isForgottenByOwner(context, hold)) return told('likely')
  const frequency = frequencyOf(program, hold.fn, hold.place, life)
  if (frequency.kind === 'once') return safe(frequency.why)
  if (frequency.kind === 'unknown') return unknown(frequency.missing)
  if (life.lifetime === 'unknown' && !isAround(hold, life)) return unknown('how long the source lives')
  return told(weakest(frequency.confidence, life.lifetime === 'process' || life.lifetime === 'connection' ? life.confidence : 'likely'))
}

function describe(context: Context, hold: Hold, life: LifetimeOf, confidence: Confidence): Defect {
  const callee = valueAt(refTo(hold.call!.file, callAt(hold.call!).callee))
  return {
    hold, kind: 'disposer-ignored', confidence, coverage: 'never', holder: hold.holder === undefined ? 'the process' : textOf(context.program, hold.holder), lifetime: life.lifetime,
    event: context.program.events.of(hold.fn), subject: callee.kind === 'member' ? callee.property : textOf(context.program, refTo(hold.call!.file, callAt(hold.call!).callee)), place: hold.place,
  }
}

/** A signal or token that a caller cancels its work with, and that may stand for much more work than this call. */
function isEnding({ program }: Context, { holder }: Hold): boolean {
  if (holder === undefined) return false
  if (program.types.of(holder).includes('global#AbortSignal')) return true
  const written = program.declared.of(holder)
  return written !== undefined && program.declared.memberOf(written, CANCELLED) !== undefined
}

const CANCELLED = 'isCancellationRequested'

/** A variable of a function around, whose inner function subscribes again and again. */
const isAround = (hold: Hold, { scope }: LifetimeOf): boolean => scope !== undefined && scope.id !== hold.fn.id && isInside(hold.fn, scope)

/**
 * An object that must be ended, and subscribes while it is made or set up to something that it was given and that its teardown leaves alone:
 * the source keeps it. Asked of classes of which events make objects.
 */
function isForgottenByOwner(context: Context, hold: Hold): boolean {
  const { program } = context, cls = ownerClass(hold.fn)
  if (cls === undefined || !hasTeardown(context, cls) || !isMade(hold.fn)) return false
  const { root, path } = hold.place
  const isGiven = root.kind === 'instance' && keyOfPlace({ root, path: [] }) === keyOfPlace({ root: { kind: 'instance', cls }, path: [] }) && path.length === 1 && program.denotations.fieldValuesOf(cls, path[0]!).every(value => program.denotations.of(value).kind === 'parameter')
    || isParameterPlace(hold.place)
  return isGiven && program.lifetimes.ofClass(cls).lifetime !== 'process' && creationKinds(program, cls).some(kind => isRepeating(kind) && kind !== 'instance')
}

const isMade = (fn: FunctionRef): boolean => functionAt(fn).kind === 'constructor'
