import { enclosing, functionAt, isInside, isSame, refTo, stripped, valueAt, type FunctionRef, type ValueRef } from '../link/refs.ts'
import type { Context } from './context.ts'
import type { Hold } from './hold.ts'
import type { Release } from './releases.ts'

/**
 * Whether a list or Map of pending timers keeps those that have fired: each is taken out where it is cleared, and nothing in its callback does
 * so (measured: a fired timer keeps its callback with all that it captures).
 */
export function keepsFiredTimers(context: Context, hold: Hold, evictions: readonly Release[]): boolean {
  const timer = timerIn(context, hold)
  if (timer?.held === undefined || evictions.length === 0) return false
  const { program, releases } = context, callback = program.types.functionOf(timer.held)
  // one for each key at a time: cleared before the next is put in its place
  if (hold.key !== undefined && releases.timers.some(clear => isSame(clear.fn, hold.fn) && clear.start < hold.start)) return false
  // what takes one out also stops it
  if (!evictions.every(eviction => releases.timers.some(clear => isSame(clear.fn, eviction.fn)))) return false
  if (callback === undefined) return isParameter(timer.held)
  return !mayReach(context, callback, evictions, new Set())
}

/** The timeout that the value is the handle of: `setTimeout(…)` itself, or the variable that has it. */
function timerIn(context: Context, { held, fn }: Hold): Hold | undefined {
  if (held === undefined) return undefined
  const at = stripped(held), value = valueAt(at)
  const made = value.kind === 'binding' ? at.file.bindings[value.binding]!.values : [at.id]
  return context.holds.find(timer => timer.resource === 'timeout' && timer.call !== undefined && isSame(timer.fn, fn) && made.some(id => {
    const source = valueAt(stripped(refTo(at.file, id)))
    return source.kind === 'call' && source.call === timer.call!.id
  }))
}

function isParameter({ file, id }: ValueRef): boolean {
  const value = file.values[id]!
  return value.kind === 'binding' && file.bindings[value.binding]!.kind === 'param'
}

/** The callback takes it out, or calls something that does or that is not known. */
function mayReach(context: Context, fn: FunctionRef, evictions: readonly Release[], seen: Set<string>): boolean {
  const key = `${fn.file.file}#${fn.id}`
  if (seen.has(key)) return false
  seen.add(key)
  if (evictions.some(eviction => isInside(eviction.fn, fn))) return true
  const { graph } = context.program
  return graph.callsIn(fn).some(({ id, callee }) => {
    const callees = graph.calleesOf(refTo(fn.file, id))
    const called = fn.file.values[callee]!
    // a method that is not found may be any of the same object, and the one of that name that takes it out
    if (callees.length === 0) return called.kind === 'member' && (fn.file.values[called.object]!.kind === 'this' || evictions.some(eviction => [...enclosing(eviction.fn)].some(around => functionAt(around).name === called.property)))
    return callees.some(other => mayReach(context, other, evictions, seen))
  })
}
