import { isReleasingName } from '../link/naming.ts'
import { keyOfPlace } from '../link/places.ts'
import { isPromiseConstruction } from '../link/promise-executor.ts'
import { argumentOf, callAt, enclosing, functionAt, isInside, isSame, keyOf, refTo, valueAt, type CallRef, type FunctionRef, type ValueRef } from '../link/refs.ts'
import type { Context } from './context.ts'
import { isDominated, nodeOf, openExits, reaches } from './flow.ts'
import { heldWay } from './held-way.ts'
import type { Hold } from './hold.ts'
import { TERMINAL } from './forgotten-listener.ts'
import { literalOf } from './listener-removal.ts'
import type { Release } from './releases.ts'

/**
 * Inside `new Promise((resolve, reject) => …)`, every call of resolve or reject ends the work: each must be accompanied by a release.
 * Gives the first that is not, as a person would name it; undefined when all are, or when no promise is built here.
 */
export function settleGap(context: Context, hold: Hold, releases: readonly Release[]): string | undefined {
  const executor = executorAround(context, hold.fn)
  if (executor === undefined || !releases.every(r => isInside(r.fn, executor) || isReplyRelease(hold, r))) return undefined
  const settles = settleCalls(executor)
  if (settles.length < 2) return undefined
  const own = hold.resource === 'timeout' || hold.isOnce || hold.resource === 'collection' || TERMINAL.has(literalOf(hold.key) ?? '') ? ownCallbacks(context, hold) : []
  const gap = settles.find(call => !own.some(fn => isOfOwnCallback(call, fn)) && !isEndOfHeld(context, hold, call) && isAfter(hold, call) && !isAccompanied(context, hold, call, releases))
  return gap === undefined ? undefined : nameOf(context, gap)
}

/** Whether something besides the timer's own callback can settle the promise it stands in; undefined outside a promise. */
export function rivalSettles(context: Context, hold: Hold, own: FunctionRef): boolean | undefined {
  const executor = executorAround(context, hold.fn)
  return executor === undefined ? undefined : settleCalls(executor).some(call => !isOfOwnCallback(call, own) && isAfter(hold, call)) || handsOn(executor, own)
}

/** resolve or reject is given to someone else: `stream.once('end', resolve)`. */
function handsOn(executor: FunctionRef, own: FunctionRef): boolean {
  const settlers = new Set(functionAt(executor).params.flatMap(p => p.bindings))
  return executor.file.calls.some(call => isInside(refTo(executor.file, call.fn), executor) && !isInside(refTo(executor.file, call.fn), own) && call.args.some(arg => {
    const value = executor.file.values[arg]!
    return value.kind === 'binding' && settlers.has(value.binding)
  }))
}

/** The entry of a pending request that the handler of its reply deletes by key: no other end of the promise comes by there. */
const isReplyRelease = (hold: Hold, release: Release): boolean => hold.resource === 'collection' && release.key !== undefined && !isReleasingName(functionAt(release.fn).name)

/** The function given to `new Promise` that the code stands in. */
export function executorAround(context: Context, fn: FunctionRef): FunctionRef | undefined {
  for (let id: number | null = fn.id; id !== null && id !== 0; id = fn.file.functions[id]!.parent) {
    const at = refTo(fn.file, id)
    if (context.program.types.passedAt(at).some(({ call }) => isPromiseConstruction(call))) return at
  }
  return undefined
}

/** The calls of its resolve and reject. */
export function settleCalls(executor: FunctionRef): CallRef[] {
  const settlers = new Set(functionAt(executor).params.flatMap(p => p.bindings))
  return executor.file.calls.filter(call => {
    const callee = executor.file.values[call.callee]!
    return callee.kind === 'binding' && settlers.has(callee.binding)
  }).map(call => refTo(executor.file, call.id))
}

const isOfOwnCallback = (call: CallRef, own: FunctionRef): boolean => isInside(refTo(call.file, callAt(call).fn), own)

/** What is held, when it is a callback or an object of them: the timer that fired is gone, and whoever calls an entry has taken it out. */
function ownCallbacks(context: Context, { held }: Hold): FunctionRef[] {
  if (held === undefined) return []
  const denoted = context.program.denotations.of(held), at = denoted.kind === 'value' ? denoted.value : held, value = valueAt(at)
  const candidates = value.kind === 'object' ? value.properties.filter(p => !isCalledHere(held, p.key)).map(p => refTo(at.file, p.value)) : [held]
  return candidates.flatMap(candidate => context.program.types.functionOf(candidate) ?? [])
}

/** `sent.done(error)` beside the code that has put `sent` in: that call has not taken it out. */
function isCalledHere({ file, id }: ValueRef, key: string | null): boolean {
  const held = file.values[id]!
  return held.kind === 'binding' && file.calls.some(({ callee }) => {
    const called = file.values[callee]!, object = called.kind === 'member' && called.property === key ? file.values[called.object]! : undefined
    return object?.kind === 'binding' && object.binding === held.binding
  })
}

/** The client's own 'error' or 'close': there is nothing left to give back. */
function isEndOfHeld(context: Context, hold: Hold, call: CallRef): boolean {
  const ending = hold.resource === 'resource' ? hold.handle : hold.resource === 'listener' ? hold.place : undefined
  if (ending === undefined) return false
  const key = keyOfPlace(ending), ends = hold.resource === 'listener' ? GONE : ENDING
  for (const fn of enclosing(refTo(call.file, callAt(call).fn))) {
    for (const passed of context.program.types.passedAt(fn)) {
      const callee = valueAt(refTo(passed.call.file, callAt(passed.call).callee))
      const event = argumentOf(passed.call, 0), name = event === undefined ? undefined : valueAt(event)
      if (callee.kind === 'member' && name?.kind === 'literal' && ends.has(String(name.value)) && keyOfPlace(context.program.places.of(refTo(passed.call.file, callee.object))) === key) return true
    }
  }
  return false
}

const ENDING: ReadonlySet<string> = new Set(['error', 'close', 'end', 'exit', 'disconnect'])
/** Events after which an emitter itself is gone, with all its listeners. */
const GONE: ReadonlySet<string> = new Set(['close', 'exit'])

/** Before the acquire there is nothing to release. */
function isAfter(hold: Hold, call: CallRef): boolean {
  const { fn } = callAt(call)
  // a function around has gone on before what it handed out runs
  if (fn !== hold.fn.id && isInside(hold.fn, refTo(call.file, fn))) return false
  if (fn !== hold.fn.id) return isInside(refTo(call.file, fn), hold.fn) || callAt(call).at > hold.start
  const { flow } = functionAt(hold.fn)
  const [from, to] = [nodeOf(flow, hold.node.kind, hold.node.ref), nodeOf(flow, 'call', call.id)]
  return from !== undefined && to !== undefined && reaches(flow, from, to)
}

/** A release stands before or behind the settling call on every way through its function, or in what calls that function. */
function isAccompanied(context: Context, hold: Hold, call: CallRef, releases: readonly Release[]): boolean {
  const fn = refTo(call.file, callAt(call).fn)
  const { flow } = functionAt(fn)
  const node = nodeOf(flow, 'call', call.id)
  if (node === undefined) return true
  const prune = (branch: number) => heldWay({ ...hold, guards: [] }, flow.nodes[branch]!.ref)
  const releasing = new Set(releasingNodes(context, fn, releases))
  if (releasing.size > 0 && (isDominated(flow, node, id => releasing.has(id), prune) || !openExits(flow, node, id => releasing.has(id), prune).normal)) return true
  if (isFinallyReleased(context, fn, releases) || isGivenToReleasing(context, fn, releases)) return true
  const callers = context.program.graph.callersOf(fn).filter(edge => edge.how === 'calls')
  return callers.length > 0 && callers.every(edge => releasingNodes(context, edge.from, releases).length > 0)
}

/** `work.then(value => resolve(value)).finally(release)`, `client.quit().finally(resolve)`: elsewhere in the chain that the callback is part of. */
function isFinallyReleased(context: Context, fn: FunctionRef, releases: readonly Release[]): boolean {
  return context.program.types.passedAt(fn).some(({ call }) => {
    for (let link: CallRef | undefined = call; link !== undefined; link = nextInChain(link)) {
      const callee = valueAt(refTo(link.file, callAt(link).callee))
      if (callee.kind === 'member' && callee.property === 'finally' && releasesThrough(context, link, releases)) return true
    }
    return chainBefore(call).some(link => releases.some(r => r.call !== undefined && isSame(r.call, link)))
  })
}

/** `finish(() => resolve(value))`, where `finish` releases, or calls what does, and calls what it is given. */
function isGivenToReleasing({ program }: Context, fn: FunctionRef, releases: readonly Release[]): boolean {
  const reaches = (at: FunctionRef, depth: number): boolean => releases.some(r => isInside(r.fn, at)) || depth > 0 && program.graph.callsIn(at).some(call => program.graph.calleesOf(refTo(at.file, call.id)).some(callee => reaches(callee, depth - 1)))
  return program.types.passedAt(fn).some(({ call }) => program.graph.calleesOf(call).some(callee => !isInside(fn, callee) && reaches(callee, 1)))
}

/** The calls that gave the promise that this call is made on. */
function chainBefore({ file, id }: CallRef): CallRef[] {
  const chain: CallRef[] = []
  for (let callee = file.values[file.calls[id]!.callee]!; callee.kind === 'member';) {
    const before = file.values[callee.object]!
    if (before.kind !== 'call') break
    chain.push(refTo(file, before.call))
    callee = file.values[file.calls[before.call]!.callee]!
  }
  return chain
}

/** The call on the promise that this call gives. */
function nextInChain({ file, id }: CallRef): CallRef | undefined {
  const { value } = file.calls[id]!
  const next = file.calls.find(({ callee }) => { const called = file.values[callee]!; return called.kind === 'member' && called.object === value })
  return next === undefined ? undefined : refTo(file, next.id)
}

/** Flow nodes of the function that release: directly, through a function they call, or through one they hand on. */
function releasingNodes(context: Context, fn: FunctionRef, releases: readonly Release[]): number[] {
  const { flow } = functionAt(fn)
  const nodes: number[] = []
  flow.nodes.forEach((node, id) => {
    if (releases.some(r => keyOf(r.fn) === keyOf(fn) && r.node.kind === node.kind && r.node.ref === node.ref)) nodes.push(id)
    else if (node.kind === 'call' && releasesThrough(context, refTo(fn.file, node.ref), releases)) nodes.push(id)
  })
  return nodes
}

function releasesThrough(context: Context, call: CallRef, releases: readonly Release[]): boolean {
  const reached = [...context.program.graph.calleesOf(call), ...callAt(call).args.flatMap(arg => context.program.types.functionOf(refTo(call.file, arg)) ?? [])]
  return reached.some(fn => releases.some(r => isInside(r.fn, fn)))
}

function nameOf(context: Context, call: CallRef): string {
  const fn = refTo(call.file, callAt(call).fn)
  const [passed] = context.program.types.passedAt(fn)
  const event = passed === undefined ? undefined : argumentOf(passed.call, 0)
  const literal = event === undefined ? undefined : valueAt(event)
  const callee = passed === undefined ? undefined : valueAt(refTo(passed.call.file, callAt(passed.call).callee))
  if (callee?.kind === 'global' && callee.name === 'setTimeout') return 'the timeout'
  if (literal?.kind === 'literal' && typeof literal.value === 'string') return `the '${literal.value}' event`
  const settler = valueAt(refTo(call.file, callAt(call).callee))
  return settler.kind === 'binding' ? `${call.file.bindings[settler.binding]!.name}() in line ${lineOfCall(call)}` : 'every settle path'
}

function lineOfCall(call: CallRef): number {
  const { at } = callAt(call)
  let line = 0
  while (line < call.file.lineStarts.length && call.file.lineStarts[line]! <= at) line++
  return line
}
