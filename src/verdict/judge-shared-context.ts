import { callAt, functionAt, isInside, refTo, valueAt, type FunctionRef, type ValueRef } from '../link/refs.ts'
import type { Context } from './context.ts'
import { frequencyOf, weakest } from './frequency.ts'
import type { Hold } from './hold.ts'
import { settled } from './large-values.ts'
import { numberOf } from './number-of.ts'
import { leak, safe, unknown, type Verdict } from './verdict.ts'

/** A timer of less is over before anyone counts it. */
const LONG = 10_000

/**
 * A closure that outlives its event and keeps something large which it does not mention: V8 puts what any closure of a function captures into
 * one context, and each closure keeps the whole context (measured). Asked of closures that are put into a collection of the process or given to
 * a long timer, and whose hold is in order by itself: bounded, or released later.
 */
export function judgeSharedContext(context: Context, hold: Hold): Verdict | undefined {
  const found = closuresOf(context, hold).flatMap(closure => sharedBy(context, closure) ?? [])[0]
  if (found === undefined) return undefined
  const { program } = context, life = program.lifetimes.ofPlace(hold.place)
  if (life.lifetime !== 'process') return unknown('how long the closure is kept')
  if (hold.resource === 'timeout' && !isLong(hold)) return safe('fires soon')
  const frequency = frequencyOf(program, hold.fn, hold.place, life)
  if (frequency.kind === 'once') return safe(frequency.why)
  if (frequency.kind === 'unknown') return unknown(frequency.missing)
  if (isReleasedWithin(context, hold)) return safe('released by the code that adds it')
  return leak({ hold, kind: 'context-shared', confidence: weakest(frequency.confidence, life.confidence, 'likely'), coverage: 'never', holder: hold.resource === 'collection' ? 'the collection' : 'the event loop', lifetime: 'process', event: frequency.event, subject: found.name, missing: found.sibling, place: hold.place })
}

/** The function itself, or those that an object or an array has. */
function closuresOf({ program }: Context, { resource, held }: Hold): readonly FunctionRef[] {
  if (held === undefined || resource !== 'collection' && resource !== 'timeout' && resource !== 'interval') return []
  const at = settled(held), value = valueAt(at), fn = program.types.functionOf(at)
  if (fn !== undefined) return [fn]
  const parts = value.kind === 'object' ? value.properties.map(p => p.value) : value.kind === 'array' ? value.elements : []
  return parts.map(part => program.types.functionOf(settled(refTo(at.file, part)))).filter(part => part !== undefined)
}

interface Shared {
  readonly name: string
  /** The closure that captures it, as a message says it. */
  readonly sibling: string
}

/** Something large that the closure keeps, and only another one mentions. */
function sharedBy(context: Context, closure: FunctionRef): Shared | undefined {
  const { file } = closure
  for (const id of functionAt(closure).retains) {
    const binding = file.bindings[id]!
    if (!context.isLargeBinding(refTo(file, id)) || isLetGo(file, binding.values)) continue
    if (binding.capturedBy.some(user => isInside(refTo(file, user), closure))) continue
    const [user] = binding.capturedBy, sibling = user === undefined ? undefined : functionAt(refTo(file, user))
    if (sibling !== undefined) return { name: binding.name, sibling: sibling.name === '' ? 'another function' : `${sibling.name}()` }
  }
  return undefined
}

/** `text = undefined` when it has been used. */
function isLetGo(file: ValueRef['file'], values: readonly number[]): boolean {
  return values.slice(1).some(id => { const value = file.values[id]!; return value.kind === 'literal' && value.value === null || value.kind === 'global' && value.name === 'undefined' })
}

const isLong = (hold: Hold): boolean => {
  const delay = hold.call === undefined ? undefined : callAt(hold.call).args[1]
  return delay !== undefined && (numberOf(refTo(hold.fn.file, delay)) ?? 0) >= LONG
}

/** The entry or the timer goes with the work of the event: what it keeps is in use as long. What is taken out before makes room, and is another. */
function isReleasedWithin({ releases }: Context, hold: Hold): boolean {
  const within = hold.resource === 'collection' ? releases.at('collection', hold.place) : hold.handle === undefined ? [] : releases.at(hold.resource, hold.handle)
  return within.some(({ fn, start }) => start > hold.start && (isInside(fn, hold.fn) || isInside(hold.fn, fn)))
}
