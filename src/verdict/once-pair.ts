import { isReleasingName, isSetupName } from '../link/naming.ts'
import { isPromiseConstruction } from '../link/promise-executor.ts'
import { keyOfPlace, type Place } from '../link/places.ts'
import { callAt, functionAt, isInside, keyOf, refTo, valueAt, type FunctionRef } from '../link/refs.ts'
import type { LifetimeOf } from '../link/lifetimes.ts'
import type { Context } from './context.ts'
import { TERMINAL } from './forgotten-listener.ts'
import { frequencyOf, outlivesScope } from './frequency.ts'
import type { Hold } from './hold.ts'
import { concerns, literalOf, matches } from './listener-removal.ts'
import type { Release } from './releases.ts'
import { executorAround, settleCalls } from './settle.ts'

/**
 * `res.once('drain', resolve); res.once('error', reject)` for each of many waits on one emitter: the event that comes takes its listener
 * with it, and the one that does not leaves its own, wait after wait.
 */
export function isLoserOfPair(context: Context, hold: Hold, life: LifetimeOf): boolean {
  const event = literalOf(hold.key)
  if (!hold.isOnce || event === undefined || !TERMINAL.has(event)) return false
  const others = context.holds.filter(h => h !== hold && h.resource === 'listener' && h.isOnce && keyOf(h.fn) === keyOf(hold.fn) && keyOfPlace(h.place) === keyOfPlace(hold.place))
  if (!others.some(h => literalOf(h.key) !== undefined && !TERMINAL.has(literalOf(h.key)!))) return false
  if (context.releases.ofEvent(event).some(r => r.fn.file === hold.fn.file && concerns(context, hold, r) && (r.isAll || matches(context, hold, r)))) return false
  return isWaitedAgain(context, hold, life)
}

/**
 * `connection.ping(() => resolve(true)); connection.once('error', () => resolve(false))`: the wait on a lasting emitter that something else ends,
 * each of which leaves its listener for the end that did not come.
 */
export function isLeftByOtherWay(context: Context, hold: Hold, life: LifetimeOf): boolean {
  const event = literalOf(hold.key), executor = hold.isOnce && event !== undefined && TERMINAL.has(event) ? executorAround(context, hold.fn) : undefined
  const own = hold.held === undefined ? undefined : context.program.types.functionOf(hold.held)
  if (executor === undefined || executor.id !== hold.fn.id || own === undefined || !isInside(own, executor)) return false
  const [passed] = context.program.types.passedAt(executor), waiting = passed === undefined ? '' : functionAt(refTo(passed.call.file, callAt(passed.call).fn)).name
  if (isSetupName(waiting) || isReleasingName(waiting)) return false
  const isSettled = (by: FunctionRef): boolean => settleCalls(executor).some(call => isInside(refTo(call.file, callAt(call).fn), by))
  const others = executor.file.functions.some(fn => fn.parent === executor.id && fn.id !== own.id && isSettled(refTo(executor.file, fn.id)))
  if (!isSettled(own) || !others || context.releases.ofEvent(event!).some(r => r.fn.file === hold.fn.file && concerns(context, hold, r) && (r.isAll || matches(context, hold, r)))) return false
  return isWaitedAgain(context, hold, life)
}

/**
 * `emitter.once('row', onRow); emitter.once('none', onNone)`, where `onRow` takes `onNone` off and not the other way round: gives the event
 * after which this listener stays.
 */
export function eventThatLeaves(context: Context, hold: Hold, releases: readonly Release[]): string | undefined {
  const { program } = context
  if (!hold.isOnce || hold.held === undefined) return undefined
  const own = program.types.functionOf(hold.held)
  for (const other of context.holds) {
    if (other === hold || other.resource !== 'listener' || !other.isOnce || keyOf(other.fn) !== keyOf(hold.fn) || keyOfPlace(other.place) !== keyOfPlace(hold.place) || literalOf(other.key) === literalOf(hold.key)) continue
    const handler = other.held === undefined ? undefined : program.types.functionOf(other.held), event = literalOf(other.key)
    if (own === undefined || handler === undefined || event === undefined || TERMINAL.has(event)) continue
    const removed = (by: FunctionRef, listener: Hold): boolean => context.releases.ofEvent(literalOf(listener.key)).some(r => isInside(r.fn, by) && (r.isAll || matches(context, listener, r)))
    if (removed(own, other) && !removed(handler, hold) && !releases.some(r => isInside(r.fn, handler))) return `the '${event}' event`
  }
  return undefined
}

/** The function waits more than once on the emitter, which was there before: a field, or a variable of a function around. */
function isWaitedAgain(context: Context, hold: Hold, life: LifetimeOf): boolean {
  const { program } = context, [passed] = program.types.passedAt(hold.fn)
  const isExecutor = passed !== undefined && isPromiseConstruction(passed.call)
  const waiting = isExecutor ? refTo(passed.call.file, callAt(passed.call).fn) : hold.fn
  const { root, path } = written(hold)
  if (root.kind === 'instance') return path.length > 0 && isSeenToRepeat(context, waiting, hold, life)
  if (root.kind !== 'binding' || root.binding.id < 0 || root.binding.file !== hold.fn.file) return false
  const owner = refTo(root.binding.file, root.binding.file.bindings[root.binding.id]!.fn)
  if (owner.id === 0) return isSeenToRepeat(context, waiting, hold, life)
  if (keyOf(owner) === keyOf(waiting)) return isExecutor && callAt(passed.call).inLoop && !root.binding.file.bindings[root.binding.id]!.inLoop
  const calls = program.graph.callersOf(waiting).filter(edge => edge.how === 'calls' && isInside(edge.from, owner))
  return isInside(waiting, owner) && (calls.length === 0 && outlivesScope(program, waiting, owner) || calls.length > 1 || calls.some(edge => callAt(edge.call).inLoop || keyOf(edge.from) !== keyOf(owner)))
}

/** A variable as it stands there, whatever its callers give. */
function written({ holder, place }: Hold): Place {
  const value = holder === undefined ? undefined : valueAt(holder)
  return value?.kind === 'binding' && place.root.kind === 'binding' ? { root: { kind: 'binding', binding: refTo(holder!.file, value.binding) }, path: [] } : place
}

function isSeenToRepeat({ program }: Context, waiting: FunctionRef, hold: Hold, life: LifetimeOf): boolean {
  const frequency = frequencyOf(program, waiting, hold.place, life)
  return frequency.kind === 'repeats' && frequency.event.kind !== 'instance'
}
