import { keyOfPlace, type Place } from '../link/places.ts'
import { isSetupName } from '../link/naming.ts'
import type { EventOf } from '../link/events.ts'
import { callAt, functionAt, isInside, isSame, keyOf, refTo, valueAt, type FunctionRef, type ValueRef } from '../link/refs.ts'
import { lastNameOf } from '../models/symbol-key.ts'
import type { Context } from './context.ts'
import { coverageOf } from './coverage.ts'
import { isMadeOften } from './forgotten-listener.ts'
import { clientSeverity, isClientPerEvent, isLentBy, isPerEvent, judgeDroppedClient } from './judge-client.ts'
import { judgeParts } from './judge-parts.ts'
import { outlivesScope, weakest } from './frequency.ts'
import type { Hold } from './hold.ts'
import type { Release } from './releases.ts'
import { hasTeardown } from './teardown.ts'
import { textOf } from './source-text.ts'
import { leak, safe, unknown, type Verdict } from './verdict.ts'

/** The members that end what the hold keeps. */
const membersOf = ({ row }: Hold): ReadonlySet<string> => new Set(row?.releasedBy?.map(lastNameOf))

/** A client that must be given back, taken into a local variable. */
export function judgeResource(context: Context, hold: Hold): Verdict {
  const { program } = context
  const byParts = hold.row?.parts === undefined ? undefined : judgeParts(context, hold)
  if (byParts !== undefined) return byParts
  if (hold.handle === undefined && hold.isOwed === true) return judgePassing(context, hold)
  if (hold.handle === undefined && hold.row?.isClient === true) return judgeDroppedClient(context, hold)
  if (hold.handle?.root.kind === 'instance') return judgeField(context, hold, hold.handle)
  if (hold.handle === undefined || hold.handle.root.kind !== 'binding' || hold.handle.path.length > 0) return unknown('who owns the client')
  const { binding } = hold.handle.root
  if (binding.id < 0 || binding.file.bindings[binding.id]!.fn === 0) return unknown('who owns the client')
  if (hold.row?.endsBy?.includes('done') === true) return safe('ends when it is done')
  const event = program.events.of(hold.fn)
  if (event.kind === 'once') return safe(event.label)
  if (isOfOwn(context, hold)) return safe('ends with what it was opened in')
  if (hold.row?.setup === true && !isPerEvent(context, hold)) return unknown('whether it is start-up code')
  const members = membersOf(hold)
  const releases = releasesOf(context, hold.handle, binding).filter(r => isReleasing(r, members))
  if (releases.length === 0) return judgeNeverReleased(context, hold, binding, event)
  if (isTransferred(context, hold)) return unknown('who owns the client')
  const coverage = coverageOf(context, hold, releases)
  if (coverage.kind !== 'some-exits' || event.kind === 'unknown') return safe('released')
  // that a throw may forget it is a defect where others take care of that
  const isCustom = hold.isOwed === true && (!context.owed.isAlwaysEnded(hold.call!) || isSetupName(functionAt(hold.fn).name))
  return leak({ hold, kind: 'partly-released', confidence: isCustom ? 'possible' : event.confidence === 'certain' ? 'certain' : 'likely', coverage: 'some-exits', holder: binding.file.bindings[binding.id]!.name, lifetime: 'process', event, subject: binding.file.bindings[binding.id]!.name, place: hold.handle, release: releases[0]!, missing: coverage.missing })
}

/**
 * A field of an object that is made again and again: what nothing ends outlives it. Asked of classes that have a teardown, which says that
 * their objects end.
 */
function judgeField(context: Context, hold: Hold, { root, path }: Place): Verdict {
  const { program } = context
  const [field, ...deeper] = path
  if (root.kind !== 'instance' || field === undefined || deeper.length > 0) return unknown('who owns the client')
  const members = membersOf(hold)
  const key = keyOfPlace({ root, path })
  const isIt = (ref: ValueRef): boolean => keyOfPlace(program.places.of(ref)) === key || isUntold(context, ref, field)
  const isEnded = program.files.some(file => file.calls.some(({ callee, args }) => {
    const called = file.values[callee]!
    return called.kind === 'member' && members.has(called.property) && isIt(refTo(file, called.object)) || args.some(id => isIt(refTo(file, id)))
  }))
  if (isEnded) return safe('released')
  if (hold.row?.endsBy !== undefined || !hasTeardown(context, root.cls) || program.lifetimes.ofClass(root.cls).lifetime === 'process' || !isMadeOften(context, root.cls)) return unknown('who owns the client')
  return leak({ hold, kind: 'resource-kept', confidence: 'likely', coverage: 'never', holder: `this.${field}`, lifetime: 'process', event: program.events.of(hold.fn), subject: `this.${field}`, place: hold.handle! })
}

/** A page of a browser that the same function opens: whoever ends the browser ends the page. */
function isOfOwn({ program }: Context, { holder, fn }: Hold): boolean {
  const of = holder === undefined ? undefined : program.denotations.of(holder)
  if (of?.kind !== 'call' || !isSame(refTo(of.call.file, callAt(of.call).fn), fn)) return false
  return program.types.rowsOf(of.call, 'acquire').some(row => row.resource === 'resource')
}

/** `owner.client` of an object that nothing declares. */
function isUntold({ program }: Context, ref: ValueRef, field: string): boolean {
  const value = valueAt(ref)
  return value.kind === 'member' && value.property === field && program.types.of(refTo(ref.file, value.object)).length === 0
}

/** Also of a variable that may stand for something else: `const used = given ?? open()`. */
function releasesOf({ program, releases }: Context, handle: Place, { file, id }: ValueRef): readonly Release[] {
  const own = releases.at('resource', handle)
  const mention = file.bindings[id]!.values.length === 1 ? file.values.findIndex(value => value.kind === 'binding' && value.binding === id) : -1
  if (mention < 0) return own
  const isIt = (release: Release): boolean => { const value = release.handle === undefined ? undefined : valueAt(release.handle); return value?.kind === 'binding' && value.binding === id && release.fn.file === file }
  return [...new Set([...own, ...releases.at('resource', program.places.of(refTo(file, mention))).filter(isIt)])]
}

/** A client that a function makes, keeps to itself and never closes: one more for each run, each with its sockets. */
function judgeNeverReleased(context: Context, hold: Hold, binding: ValueRef, event: EventOf): Verdict {
  const { program } = context
  const { name, isUsing } = binding.file.bindings[binding.id]!
  if (isUsing === true) return safe('disposed of by `using`')
  const isClient = isClientPerEvent(context, hold)
  if (hold.row?.endsBy !== undefined && !isClient) return unknown('whether it ends by itself')
  if (!isForgottenHere(context, hold) && (event.kind === 'unknown' || event.kind === 'instance' || isSetupName(functionAt(hold.fn).name))) return unknown('who calls it')
  if (isNeverOpened(context, hold, binding)) return safe('nothing of it is opened')
  const isReturned = binding.file.functions.some(fn => fn.returns.some(id => { const value = binding.file.values[id]!; return value.kind === 'binding' && value.binding === binding.id }))
  if (hold.isOwed === true && context.owed.isNeverEnded(hold.call!) ? isReturned : isHandedOver(context, hold, binding)) return unknown('who owns the client')
  const confidence = isForgottenHere(context, hold) ? 'likely' : weakest(event.confidence, isClient && event.isUnseen === true ? 'possible' : 'likely')
  return leak({ hold, kind: isClient ? 'client-per-event' : 'resource-kept', confidence, ...(isClient ? clientSeverity(hold) : {}), coverage: 'never', holder: name, lifetime: 'process', event, subject: isClient ? textOf(program, refTo(hold.call!.file, callAt(hold.call!).value)) : name, place: hold.handle! })
}

/**
 * `const { version } = new Transport()`: an object of the program's own of which nothing is called and that nobody is given, and whose constructor
 * takes hold of nothing.
 */
function isNeverOpened(context: Context, hold: Hold, { file, id }: ValueRef): boolean {
  if (hold.isOwed !== true || !callAt(hold.call!).isNew) return false
  const isIt = (value: number): boolean => { const at = file.values[value]!; return at.kind === 'binding' && at.binding === id }
  const isUsed = file.calls.some(({ callee, args }) => { const called = file.values[callee]!; return called.kind === 'member' && isIt(called.object) || args.some(isIt) }) || file.writes.some(({ operator, value }) => operator !== 'declare' && value !== undefined && isIt(value))
  return !isUsed && context.program.graph.calleesOf(hold.call!).every(fn => holdsNothing(context, fn))
}

/** Neither it nor what it calls acquires anything; a collection goes with its object. */
function holdsNothing(context: Context, fn: FunctionRef, seen: ReadonlySet<string> = new Set()): boolean {
  if (seen.size > FAR) return false
  if (seen.has(keyOf(fn))) return true
  const { graph } = context.program, deeper = new Set(seen).add(keyOf(fn))
  return !context.holds.some(each => each.resource !== 'collection' && isInside(each.fn, fn)) && graph.callsIn(fn).every(({ id }) => graph.calleesOf(refTo(fn.file, id)).every(callee => holdsNothing(context, callee, deeper)))
}

/** Calls in calls are followed so far. */
const FAR = 5

/**
 * `(await open()).query(…)`: a thing that others end, made for one call and out of reach after it; a method that ends its own object owes
 * nothing.
 */
function judgePassing(context: Context, hold: Hold): Verdict {
  const { program } = context, { file } = hold.fn, { value } = callAt(hold.call!)
  const isIt = (id: number): boolean => { const at = file.values[id]!; return id === value || at.kind === 'await' && isIt(at.value) }
  const use = file.values.findIndex(at => at.kind === 'member' && isIt(at.object))
  const member = file.values[use]
  if (member?.kind !== 'member' || PROMISE_MEMBERS.has(member.property) || hold.row!.releasedBy!.includes(member.property)) return unknown('who owns the client')
  const call = file.calls.find(other => other.callee === use)
  const ends = (fn: FunctionRef): boolean => fn.file.calls.some(({ fn: within, callee }) => {
    const called = fn.file.values[callee]!
    return isInside(refTo(fn.file, within), fn) && called.kind === 'member' && hold.row!.releasedBy!.includes(called.property)
  })
  if (call !== undefined && program.graph.calleesOf(refTo(file, call.id)).some(ends)) return safe('ends itself')
  if (!context.owed.isAlwaysEnded(hold.call!)) return unknown('whether it must be ended')
  const event = program.events.of(hold.fn)
  if (event.kind === 'once') return safe(event.label)
  if (!isForgottenHere(context, hold) && (event.kind === 'unknown' || event.kind === 'instance' || isSetupName(functionAt(hold.fn).name))) return unknown('who calls it')
  const subject = textOf(program, refTo(file, callAt(hold.call!).callee))
  return leak({ hold, kind: 'resource-kept', confidence: weakest(event.confidence === 'possible' ? 'likely' : event.confidence, 'likely'), coverage: 'never', holder: subject, lifetime: 'process', event, subject, place: hold.place })
}

const PROMISE_MEMBERS: ReadonlySet<string> = new Set(['then', 'catch', 'finally'])

/** The same function makes another by the same call and ends that one. */
function isForgottenHere(context: Context, hold: Hold): boolean {
  if (hold.isOwed !== true) return false
  const members = new Set(hold.row!.releasedBy)
  return context.holds.some(other => other !== hold && other.isOwed === true && isSame(other.fn, hold.fn) && other.handle !== undefined && context.releases.at('resource', other.handle).some(r => isSame(r.fn, hold.fn) && isReleasing(r, members)))
}

/** Anything that may carry the client out of the function: an argument, an element, an assignment, a result, a closure that outlives it. */
export function isHandedOver({ program }: Context, hold: Hold, binding: ValueRef): boolean {
  const { file } = binding
  const isIt = (id: number): boolean => {
    const value = file.values[id]!
    switch (value.kind) {
      case 'binding': return value.binding === binding.id
      case 'choice': return value.options.some(isIt)
      case 'await':
      case 'assigned': return isIt(value.value)
      default: return false
    }
  }
  // `this.client = manager.client`: what is in it has found an owner
  const isPart = (id: number): boolean => { const value = file.values[id]!; return value.kind === 'member' && isIt(value.object) }
  return file.calls.some(call => call.args.some(isIt))
    || file.functions.some(fn => fn.returns.some(isIt))
    || file.writes.some(write => write.value !== undefined && (isIt(write.value) || isPart(write.value)) && file.values[write.target]!.kind !== 'binding')
    || file.values.some((value, id) => value.kind === 'object' ? value.properties.some(p => isIt(p.value)) && !(hold.row?.isClient === true && isLentBy(program, refTo(file, id))) || value.spreads.some(isIt) : (value.kind === 'array' ? value.elements : value.kind === 'computed' ? value.parts : []).some(isIt))
    || file.bindings.some((other, id) => id !== binding.id && other.values.some(isIt))
    || file.bindings[binding.id]!.capturedBy.some(fn => outlivesScope(program, refTo(file, fn), hold.fn))
}

function isReleasing(release: Release, members: ReadonlySet<string>): boolean {
  if (release.call === undefined) return true
  const callee = valueAt(refTo(release.call.file, callAt(release.call).callee))
  return callee.kind === 'member' && members.has(callee.property)
}

/** Returned, stored or passed on: someone else may owe the release. */
function isTransferred(context: Context, hold: Hold): boolean {
  const key = keyOfPlace(hold.handle!)
  const { file } = hold.fn
  const isIt = (id: number): boolean => {
    const value = file.values[id]!
    return value.kind === 'binding' && keyOfPlace(context.program.places.of(refTo(file, id))) === key
  }
  return file.functions.some(f => isInside(refTo(file, f.id), hold.fn) && f.returns.some(isIt)) || file.writes.some(w => w.value !== undefined && isIt(w.value) && file.values[w.target]!.kind !== 'binding') || file.calls.some(c => c.args.some(isIt) && context.program.graph.calleesOf(refTo(file, c.id)).length === 0)
}
