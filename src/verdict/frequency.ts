import type { FileFacts } from '../facts/file-facts.ts'
import type { CallEdge } from '../link/call-graph.ts'
import type { EventOf } from '../link/events.ts'
import type { LifetimeOf } from '../link/lifetimes.ts'
import { isLifecycleName, isSetupName, isTeardownName } from '../link/naming.ts'
import type { Program } from '../link/program.ts'
import type { Place } from '../link/places.ts'
import { argumentOf, callAt, functionAt, isInside, keyOf, parameterIndex, refTo, valueAt, type FunctionRef } from '../link/refs.ts'
import type { Confidence } from './finding.ts'
import { isMadeAnew } from './made-anew.ts'
import { areOfOneLine } from './one-line.ts'

/** How often a function runs within the life of a holder. */
export type Frequency =
  | { readonly kind: 'once'; readonly why: string }
  | { readonly kind: 'repeats'; readonly event: EventOf; readonly confidence: Confidence }
  | { readonly kind: 'unknown'; readonly missing: string; readonly event: EventOf }

const RANK: Readonly<Record<Confidence, number>> = { certain: 2, likely: 1, possible: 0 }
export const weakest = (...all: readonly Confidence[]): Confidence => all.reduce((a, b) => RANK[b] < RANK[a] ? b : a)

/** Whether `fn` runs more often than the thing at `place` is made. */
export function frequencyOf(program: Program, fn: FunctionRef, place: Place, life: LifetimeOf): Frequency {
  const frequency = seenFrequency(program, fn, place, life)
  // that it is called again is a guess
  return frequency.kind === 'repeats' && (frequency.event.isUnseen === true || isStartedByTick(program, fn, frequency.event)) ? { ...frequency, confidence: 'possible' } : frequency
}

/** A tick that starts something, `daemon.start()`, waits for it to run: the next tick finds it started. */
function isStartedByTick(program: Program, fn: FunctionRef, { kind }: EventOf): boolean {
  return kind === 'tick' && program.events.chainOf(fn).some(({ from }) => functionAt(from).kind !== 'constructor' && isLifecycleName(functionAt(from).name))
}

function seenFrequency(program: Program, fn: FunctionRef, place: Place, life: LifetimeOf): Frequency {
  const event = program.events.of(fn)
  if (diesWithEvent(program, fn, life)) return { kind: 'once', why: 'the holder dies with the event' }
  if (life.lifetime === 'connection') return perConnection(program, fn, event, life, place)
  if (isMadeAnew(program, fn, place)) return { kind: 'once', why: 'the holder is made anew each time' }
  if (isCallersThis(place)) return (event.entry !== undefined || event.kind === 'call') && event.kind !== 'once' && event.kind !== 'unknown' ? repeats(event, 'likely') : { kind: 'unknown', missing: 'what `this` is', event }
  if (place.root.kind === 'instance') return perInstance(program, fn, place.root.cls, life, event)
  if (life.scope !== undefined && place.root.kind === 'binding') return perActivation(program, fn, life.scope, event)
  return perProcess(event)
}

/** Whether the holder is gone when the code that acquires has run: a local, unless an inner function that outlives it acquires. */
export function diesWithEvent(program: Program, fn: FunctionRef, life: LifetimeOf): boolean {
  if (life.lifetime === 'event') return true
  if (life.lifetime !== 'call') return false
  return life.scope === undefined || !isInside(fn, life.scope) || !outlivesScope(program, fn, life.scope) || PER_EVENT.has(program.events.of(life.scope).kind)
}

/** `this` of a plain function: whoever calls it, again and again, is the same object. */
const isCallersThis = ({ root }: Place): boolean => root.kind === 'binding' && root.binding.id < 0

const PER_EVENT: ReadonlySet<string> = new Set(['request', 'connection', 'message', 'job', 'tick'])

/** A connection carries many requests and messages; in a library, many calls. */
function perConnection(program: Program, fn: FunctionRef, event: EventOf, life: LifetimeOf, place: Place): Frequency {
  if (isBroughtByEvent(program, fn, place)) return { kind: 'once', why: 'once per connection' }
  const { path } = place
  if (event.kind === 'request' || event.kind === 'message') return repeats(event, life.confidence)
  // the connection of what the event brings: the next request comes on the same one
  if (event.kind === 'tick' && path.length > 0) return repeats(event, 'likely')
  return event.kind === 'call' ? repeats(event, 'likely') : { kind: 'once', why: 'once per connection' }
}

/** `server.on('connection', socket => …)`: the parameter of what is called for each event, in the code of that event itself. */
function isBroughtByEvent(program: Program, fn: FunctionRef, { root, path }: Place, depth = 0): boolean {
  if (root.kind !== 'binding' || root.binding.id < 0 || path.length > 0 || depth > BROUGHT_DEPTH) return false
  const { file, id } = root.binding
  const binding = file.bindings[id]!
  if (binding.kind !== 'param') return false
  const owner = refTo(file, binding.fn)
  const [own, outer] = [program.events.of(fn).entry, program.events.of(owner).entry]
  if (keyOf(owner) !== keyOf(fn) && (own === undefined ? undefined : keyOf(own)) !== (outer === undefined ? undefined : keyOf(outer))) return false
  // the socket of a request that a client sends: the next request comes on the same one
  if (program.types.passedAt(owner).some(({ call }) => program.types.entryRowsOf(call).some(row => row.isReused === true))) return false
  const { parent, cls } = functionAt(owner)
  // given away: handed to a call, or returned by a factory to whoever brings connections
  if (program.types.passedAt(owner).length > 0 || cls === null && parent !== null && parent !== 0 && program.graph.callersOf(owner).length === 0) return true
  const index = parameterIndex(owner, id)
  const callers = program.graph.callersOf(owner)
  return callers.length > 0 && callers.every(({ how, call, from }) => {
    const given = how === 'calls' ? argumentOf(call, index) : undefined
    return given !== undefined && isBroughtByEvent(program, from, program.places.of(given), depth + 1)
  })
}

const BROUGHT_DEPTH = 4

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
  const chain = program.events.chainOf(fn)
  if (chain.some(edge => edge.how === 'creates' && isMadeThen(program, edge, cls))) return { kind: 'once', why: 'while the object around is made' }
  if (isMadeOnTheWay(program, wayTo(fn, chain), cls)) return { kind: 'once', why: 'once for each object, which is made for the event' }
  const member = memberAround(program, fn, cls) ?? chain.map(({ from }) => memberAround(program, from, cls)).findLast(around => around !== undefined)
  if (member === undefined) return life.lifetime === 'process' ? perProcess(event) : { kind: 'unknown', missing: 'which object is meant', event }
  if (runsOncePerInstance(program, member, cls, new Set())) return isCallbackOf(program, fn, member, event) ? repeats(event, weakest(event.confidence, life.confidence)) : { kind: 'once', why: 'once per instance' }
  if (event.kind === 'once') return { kind: 'once', why: event.label }
  if (event.kind === 'unknown') return { kind: 'unknown', missing: 'who calls it', event }
  return repeats(event, weakest(event.confidence, life.confidence))
}

/** The object itself is made there, or one that makes it, or something is while it is made: in its constructor, or in a member that runs once. */
function isMadeThen(program: Program, { call, from }: CallEdge, cls: FunctionRef): boolean {
  const makers = program.graph.creationsOf(cls).map(site => refTo(site.file, callAt(site).fn))
  const made = program.graph.calleesOf(call).map(callee => functionAt(callee).cls === null ? undefined : refTo(callee.file, functionAt(callee).cls!))
  if (made.some(other => other !== undefined && (areOfOneLine(program, cls, other) || makers.some(maker => memberAround(program, maker, other) !== undefined)))) return true
  const around = memberAround(program, from, cls)
  return around !== undefined && runsOncePerInstance(program, around, cls, new Set())
}

/** The functions that wait for `fn` to run: a callback that is kept runs when they have gone on, and an endless loop any number of times. */
function wayTo(fn: FunctionRef, chain: readonly CallEdge[]): readonly FunctionRef[] {
  const way = [fn]
  for (const { how, isImmediate, from, call } of chain.toReversed()) {
    if (how === 'passes' && isImmediate !== true || callAt(call).inEndlessLoop === true) break
    way.push(from)
  }
  return way
}

/**
 * `const writer = new Writer(); encode(value, writer)`: all objects of the class are made by functions on the way from the event, for a variable of
 * theirs; or they are a part of such an object, made in its constructor or by a field.
 */
function isMadeOnTheWay(program: Program, way: readonly FunctionRef[], cls: FunctionRef, depth = 0): boolean {
  const sites = depth > MADE_DEPTH ? [] : program.graph.creationsOf(cls)
  return sites.length > 0 && sites.every(({ file, id }) => {
    const { fn, value } = file.calls[id]!, maker = refTo(file, fn), { kind, cls: whole } = functionAt(maker)
    if (whole !== null && (kind === 'constructor' || kind === 'field')) return isMadeOnTheWay(program, way, refTo(file, whole), depth + 1)
    return way.some(at => keyOf(at) === keyOf(maker)) && fn !== 0 && file.bindings.some(binding => binding.fn === fn && binding.kind !== 'param' && binding.values.length === 1 && binding.values[0] === value)
  })
}

/** Parts of parts are followed so far. */
const MADE_DEPTH = 2

/** A listener or timer callback made in the constructor runs once per event of its own. */
function isCallbackOf(program: Program, fn: FunctionRef, member: FunctionRef, event: EventOf): boolean {
  if (keyOf(fn) === keyOf(member) || event.entry === undefined) return false
  return program.types.passedAt(fn).some(p => keyOf(p.call) === keyOf(event.entry!))
}

/** The member function of the class that the code stands in. */
export function memberAround(program: Program, fn: FunctionRef, cls: FunctionRef): FunctionRef | undefined {
  let inner: number | undefined
  for (let id: number | null = fn.id; id !== null; id = fn.file.functions[id]!.parent) {
    const facts = fn.file.functions[id]!
    if (facts.cls === null || facts.kind === 'arrow') {
      inner = id
      continue
    }
    // `onData = () => {…}`: the arrow is the member, not the initialiser or the constructor that makes it
    if (inner !== undefined && (facts.kind === 'field' && fn.file.classes[facts.cls]!.members.some(m => m.fn === inner) || facts.kind === 'constructor' && isGivenToThis(fn.file, id, inner))) return refTo(fn.file, inner)
    const own = refTo(fn.file, facts.cls)
    if (areOfOneLine(program, cls, own)) return refTo(fn.file, id)
  }
  return undefined
}

/** `this.write = async chunk => {…}`, in the constructor. */
function isGivenToThis({ writes, values }: FileFacts, constructor: number, fn: number): boolean {
  return writes.some(({ fn: within, target, value }) => {
    const to = values[target]!, given = value === undefined ? undefined : values[value]!
    return within === constructor && given?.kind === 'function' && given.fn === fn && to.kind === 'member' && values[to.object]!.kind === 'this'
  })
}

function runsOncePerInstance(program: Program, member: FunctionRef, cls: FunctionRef, seen: Set<string>): boolean {
  if (seen.has(keyOf(member))) return true
  seen.add(keyOf(member))
  const { kind, name } = functionAt(member)
  if (kind === 'constructor' || kind === 'field') return true
  const callers = program.graph.callersOf(member)
  if (callers.length === 0) return isSetupName(name) || isTeardownName(name)
  if (isLifecycleName(name) && callers.every(edge => !isInLoop(edge.call))) return true
  return callers.every(edge => {
    if (isOnNewObject(program, edge)) return true
    const from = memberAround(program, edge.from, cls)
    if (from !== undefined && edge.how === 'calls' && isOnceCallback(program, edge.from) && functionAt(edge.from).parent === from.id) return !isInLoop(edge.call) && runsOncePerInstance(program, from, cls, seen)
    return edge.how === 'calls' && from !== undefined && keyOf(from) === keyOf(edge.from) && !isInLoop(edge.call) && runsOncePerInstance(program, from, cls, seen)
  })
}

/** `const peer = new Peer(); peer.begin()`, there or in what `once` calls: the first call on that object. */
function isOnNewObject(program: Program, { how, from, call }: CallEdge): boolean {
  const callee = valueAt(refTo(call.file, callAt(call).callee)), object = callee.kind === 'member' ? valueAt(refTo(call.file, callee.object)) : undefined
  if (how !== 'calls' || object?.kind !== 'binding' || isInLoop(call)) return false
  const { fn, values, kind } = call.file.bindings[object.binding]!, owner = refTo(call.file, fn)
  const made = kind === 'param' || fn === 0 || values.length !== 1 ? undefined : valueAt(refTo(call.file, values[0]!))
  if (made?.kind !== 'call' || !callAt(refTo(call.file, made.call)).isNew) return false
  return keyOf(from) === keyOf(owner) || functionAt(from).parent === fn && isOnceCallback(program, from)
}

/** A function that is given to `once` of an emitter, and to nothing else but what takes it off again. */
function isOnceCallback(program: Program, fn: FunctionRef): boolean {
  const members = program.types.passedAt(fn).map(({ call }) => { const callee = valueAt(refTo(call.file, callAt(call).callee)); return callee.kind === 'member' ? callee.property : '' })
  return members.includes('once') && members.every(member => member === 'once' || member === 'off' || member === 'removeListener')
}

const isInLoop = (call: FunctionRef): boolean => call.file.calls[call.id]!.inLoop

/** Code inside the function that owns the variable: once when it runs in the same activation. */
function perActivation(program: Program, fn: FunctionRef, scope: FunctionRef, event: EventOf): Frequency {
  if (keyOf(fn) === keyOf(scope)) return { kind: 'once', why: 'once for each holder' }
  if (!isInside(fn, scope)) return perProcess(event)
  const inner = event.kind
  const outer = program.events.of(scope)
  if (!outlivesScope(program, fn, scope)) return { kind: 'once', why: 'runs in the same activation' }
  if (outer.kind === 'once') return inner === 'once' || inner === 'unknown' ? { kind: 'unknown', missing: 'how often the inner function runs', event } : repeats(event, weakest(event.confidence, 'likely'))
  if (outer.kind === 'call' || outer.kind === 'instance' || outer.kind === 'unknown') return inner === 'unknown' || inner === 'once' ? { kind: 'unknown', missing: 'how often the inner function runs', event } : repeats(event, weakest(event.confidence, 'likely'))
  return { kind: 'unknown', missing: 'how long one event lasts', event }
}

/**
 * Whether the code runs again after the function that owns the variable has returned: the function it stands in, or one that calls
 * it, is returned or stored by the owner. A mere callback belongs to the same piece of work.
 */
export function outlivesScope(program: Program, fn: FunctionRef, scope: FunctionRef, seen: ReadonlySet<string> = new Set()): boolean {
  if (seen.has(keyOf(fn))) return false
  const deeper = new Set(seen).add(keyOf(fn))
  for (let id: number | null = fn.id; id !== null && id !== scope.id; id = fn.file.functions[id]!.parent) {
    const at = refTo(fn.file, id)
    if (isGivenAway(program, at, scope)) return true
    if (program.graph.callersOf(at).some(edge => edge.how === 'calls' && keyOf(edge.from) !== keyOf(scope) && isInside(edge.from, scope) && outlivesScope(program, edge.from, scope, deeper))) return true
  }
  return false
}

/** The owner returns the function, alone or in an object, or stores it in one. */
function isGivenAway(program: Program, fn: FunctionRef, scope: FunctionRef): boolean {
  const { file } = fn
  const isIt = (value: number): boolean => {
    const found = program.types.functionOf(refTo(file, value))
    if (found !== undefined && keyOf(found) === keyOf(fn)) return true
    const denoted = program.denotations.of(refTo(file, value))
    const object = denoted.kind === 'value' ? valueAt(denoted.value) : undefined
    return object?.kind === 'object' && denoted.kind === 'value' && denoted.value.file === file && object.properties.some(p => file.values[p.value]!.kind === 'function' ? (file.values[p.value] as { fn: number }).fn === fn.id : isBoundTo(program, refTo(file, p.value), fn))
  }
  if (functionAt(scope).returns.some(isIt)) return true
  const { cls, kind } = functionAt(fn)
  if (cls !== null && kind !== 'arrow' && file.classes[cls]!.fn === scope.id) return true
  return file.writes.some(w => w.value !== undefined && isInside(refTo(file, w.fn), scope) && file.values[w.target]!.kind === 'member' && isIt(w.value))
}

function isBoundTo(program: Program, value: FunctionRef, fn: FunctionRef): boolean {
  const found = program.types.functionOf(value)
  return found !== undefined && keyOf(found) === keyOf(fn)
}
