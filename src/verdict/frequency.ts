import type { EventOf } from '../link/events.ts'
import type { LifetimeOf } from '../link/lifetimes.ts'
import { isSetupName, isTeardownName } from '../link/naming.ts'
import type { Program } from '../link/program.ts'
import type { Place } from '../link/places.ts'
import { functionAt, isInside, keyOf, refTo, type FunctionRef } from '../link/refs.ts'
import type { Confidence } from './finding.ts'

/** How often a function runs within the life of a holder. */
export type Frequency =
  | { readonly kind: 'once'; readonly why: string }
  | { readonly kind: 'repeats'; readonly event: EventOf; readonly confidence: Confidence }
  | { readonly kind: 'unknown'; readonly missing: string; readonly event: EventOf }

const RANK: Readonly<Record<Confidence, number>> = { certain: 2, likely: 1, possible: 0 }
export const weakest = (...all: readonly Confidence[]): Confidence => all.reduce((a, b) => RANK[b] < RANK[a] ? b : a)

/** Whether `fn` runs more often than the thing at `place` is made. */
export function frequencyOf(program: Program, fn: FunctionRef, place: Place, life: LifetimeOf): Frequency {
  const event = program.events.of(fn)
  if (life.lifetime === 'call' || life.lifetime === 'event') return { kind: 'once', why: 'the holder dies with the event' }
  if (life.lifetime === 'connection') return event.kind === 'request' || event.kind === 'message' ? repeats(event, 'certain') : { kind: 'once', why: 'once per connection' }
  if (place.root.kind === 'instance') return perInstance(program, fn, place.root.cls, life, event)
  if (life.scope !== undefined && place.root.kind === 'binding') return perActivation(program, fn, life.scope, life, event)
  return perProcess(event)
}

function perProcess(event: EventOf): Frequency {
  switch (event.kind) {
    case 'once': return { kind: 'once', why: event.label }
    case 'unknown': return { kind: 'unknown', missing: 'who calls it', event }
    case 'call':
    case 'instance':
    case 'tick': return repeats(event, weakest(event.confidence, 'likely'))
    default: return repeats(event, event.confidence)
  }
}

const repeats = (event: EventOf, confidence: Confidence): Frequency => ({ kind: 'repeats', event, confidence })

/** A member runs per object in the constructor, and any number of times elsewhere. */
function perInstance(program: Program, fn: FunctionRef, cls: FunctionRef, life: LifetimeOf, event: EventOf): Frequency {
  const member = memberAround(program, fn, cls)
  if (member === undefined) return life.lifetime === 'process' ? perProcess(event) : { kind: 'unknown', missing: 'which object is meant', event }
  if (runsOncePerInstance(program, member, new Set())) return isCallbackOf(program, fn, member, event) ? repeats(event, weakest(event.confidence, life.confidence)) : { kind: 'once', why: 'once per instance' }
  if (event.kind === 'once') return { kind: 'once', why: event.label }
  if (event.kind === 'unknown') return { kind: 'unknown', missing: 'who calls it', event }
  return repeats(event, weakest(event.confidence, life.confidence))
}

/** A listener or timer callback made in the constructor runs once per event of its own. */
function isCallbackOf(program: Program, fn: FunctionRef, member: FunctionRef, event: EventOf): boolean {
  if (keyOf(fn) === keyOf(member) || event.entry === undefined) return false
  return program.types.passedAt(fn).some(p => keyOf(p.call) === keyOf(event.entry!))
}

/** The member function of the class that the code stands in. */
export function memberAround(program: Program, fn: FunctionRef, cls: FunctionRef): FunctionRef | undefined {
  const line = program.denotations.lineageOf(cls)
  for (let id: number | null = fn.id; id !== null; id = fn.file.functions[id]!.parent) {
    const facts = fn.file.functions[id]!
    if (facts.cls === null || facts.kind === 'arrow') continue
    const own = refTo(fn.file, facts.cls)
    if (line.some(c => keyOf(c) === keyOf(own)) || program.denotations.lineageOf(own).some(c => keyOf(c) === keyOf(cls))) return refTo(fn.file, id)
  }
  return undefined
}

function runsOncePerInstance(program: Program, member: FunctionRef, seen: Set<string>): boolean {
  if (seen.has(keyOf(member))) return true
  seen.add(keyOf(member))
  const { kind, name, cls } = functionAt(member)
  if (kind === 'constructor' || kind === 'field') return true
  const callers = program.graph.callersOf(member)
  if (callers.length === 0) return isSetupName(name) || isTeardownName(name)
  if (isSetupName(name) && callers.every(edge => !isInLoop(edge.call))) return true
  return callers.every(edge => {
    const from = memberAround(program, edge.from, refTo(member.file, cls!))
    return edge.how === 'calls' && from !== undefined && keyOf(from) === keyOf(edge.from) && !isInLoop(edge.call) && runsOncePerInstance(program, from, seen)
  })
}

const isInLoop = (call: FunctionRef): boolean => call.file.calls[call.id]!.inLoop

/** Code inside the function that owns the variable: once when it runs in the same activation. */
function perActivation(program: Program, fn: FunctionRef, scope: FunctionRef, life: LifetimeOf, event: EventOf): Frequency {
  if (keyOf(fn) === keyOf(scope)) return { kind: 'once', why: 'once for each holder' }
  if (!isInside(fn, scope)) return perProcess(event)
  const inner = event.kind
  const outer = program.events.of(scope)
  if (!outlivesScope(program, fn, scope)) return { kind: 'once', why: 'runs in the same activation' }
  if (outer.kind === 'once') return inner === 'once' || inner === 'unknown' ? { kind: 'unknown', missing: 'how often the inner function runs', event } : repeats(event, weakest(event.confidence, 'likely'))
  if (outer.kind === 'call' || outer.kind === 'instance' || outer.kind === 'unknown') return inner === 'unknown' || inner === 'once' ? { kind: 'unknown', missing: 'how often the inner function runs', event } : repeats(event, weakest(event.confidence, life.confidence === 'certain' ? 'likely' : life.confidence))
  return { kind: 'unknown', missing: 'how long one event lasts', event }
}

/** Whether some function between `fn` and `scope` is given away, so that it may run again after the scope returned. */
function outlivesScope(program: Program, fn: FunctionRef, scope: FunctionRef): boolean {
  for (let id: number | null = fn.id; id !== null && id !== scope.id; id = fn.file.functions[id]!.parent) {
    const callers = program.graph.callersOf(refTo(fn.file, id))
    const isLocalOnly = callers.length > 0 && callers.every(edge => edge.how === 'calls' && isInside(edge.from, scope))
    if (!isLocalOnly) return true
    if (callers.some(edge => keyOf(edge.from) !== keyOf(scope) && outlivesScope(program, edge.from, scope))) return true
  }
  return false
}
