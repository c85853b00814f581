import { isSetupName } from '../link/naming.ts'
import { isPromiseConstruction } from '../link/promise-executor.ts'
import { callAt, functionAt, isInside, isSame, keyOf, refTo, stripped, valueAt, type ValueRef } from '../link/refs.ts'
import type { Context } from './context.ts'
import { isDominated, nodeOf, openExits, reaches } from './flow.ts'
import { isSameExpression } from './find-holds.ts'
import { heldWay } from './held-way.ts'
import type { Hold } from './hold.ts'
import { neverRejects } from './never-rejects.ts'
import type { Release } from './releases.ts'
import { settleGap } from './settle.ts'

/** What is missing where a release waits for a promise to be fulfilled. */
export const A_REJECTION = 'a rejected promise'

/** How the releases that name a hold cover the exits of the function that acquires. */
export type CoverageOf =
  | { readonly kind: 'every-exit' }
  | { readonly kind: 'some-exits'; readonly missing: string; readonly basis: 'flow' | 'settle' }
  | { readonly kind: 'unknown' }

/**
 * Asks whether there is a way from the acquire to an exit that passes no release. It is answered where all releases stand in the
 * function that acquires; one release elsewhere (a teardown, a callback, a helper) is taken to cover what is left.
 */
export function coverageOf(context: Context, acquired: Hold, releases: readonly Release[]): CoverageOf {
  const hold = outOfExecutor(context, acquired, releases)
  const gap = settleGap(context, hold, releases)
  if (gap !== undefined) return { kind: 'some-exits', missing: gap, basis: 'settle' }
  const again = startsAgain(context, hold, releases)
  if (again) return { kind: 'some-exits', missing: 'the branch that starts again', basis: 'flow' }
  const local = releases.filter(r => keyOf(r.fn) === keyOf(hold.fn))
  const inner = releases.filter(r => keyOf(r.fn) !== keyOf(hold.fn) && isInside(r.fn, hold.fn))
  if (local.length < releases.length) return inner.length + local.length < releases.length ? { kind: 'unknown' } : settleCoverage(context, local, inner)
  const { flow } = functionAt(hold.fn)
  const start = heldFrom(hold)
  if (start === undefined) return { kind: 'unknown' }
  const nodes = new Set(local.map(r => nodeOf(flow, r.node.kind, r.node.ref)))
  if (!local.some(r => r.start > hold.end)) return { kind: 'unknown' }
  const openWhere = (mayThrow: (id: number) => boolean) => openExits(flow, start, node => nodes.has(node), branch => heldWay(hold, flow.nodes[branch]!.ref), mayThrow)
  const open = openWhere(id => flow.nodes[id]!.kind !== 'await' || !neverRejects(context.program, refTo(hold.fn.file, flow.nodes[id]!.ref)))
  if (!open.normal && !open.throws) return { kind: 'every-exit' }
  if (open.throws && !open.normal) return { kind: 'some-exits', missing: throwsByAwait(hold) ? 'an awaited promise that rejects' : 'a throw', basis: 'flow' }
  // `try { await work(); release() } catch { log() }`: only what is caught comes by no release
  if (open.normal && !openWhere(() => false).normal) return { kind: 'some-exits', missing: 'an awaited promise that rejects', basis: 'flow' }
  return returnsBefore(hold, start, local, nodes) ? { kind: 'some-exits', missing: 'an early return', basis: 'flow' } : { kind: 'unknown' }
}

/**
 * A return between the acquire and the `try` whose `finally` releases. A release elsewhere may be for one outcome only; what is returned inside
 * the `try` comes by the release, and `if (isOwn) release(); return` is thought of.
 */
function returnsBefore(hold: Hold, start: number, local: readonly Release[], releasing: ReadonlySet<number | undefined>): boolean {
  const { flow } = functionAt(hold.fn), { file } = hold.fn
  const [last] = local.filter(r => r.call !== undefined && callAt(r.call).inFinally === true)
  return last !== undefined && flow.nodes.some((node, id) => {
    const returned = node.kind === 'return' ? file.values[node.ref] : undefined
    return returned !== undefined && hold.end < returned.at && returned.at < last.start && reaches(flow, start, id) && openExits(flow, id, at => releasing.has(at)).normal && ![...releasing].some(release => release !== undefined && (reaches(flow, id, release) || reaches(flow, release, id)))
  })
}

/** `running.set(id, job); …; running.delete(id)` in another function: it takes out what it has put in itself. */
export function isOfOther({ holdsAt }: Context, hold: Hold, { key, fn, start, isAll }: Release): boolean {
  if (hold.resource !== 'collection' || key === undefined || isAll || isSame(fn, hold.fn)) return false
  return holdsAt(hold.place).some(other => other !== hold && isSame(other.fn, fn) && other.start < start && other.key !== undefined && isSameExpression(other.key, key))
}

/** `const done = new Promise(resolve => map.set(id, resolve))`: it runs at once, as a part of the function around it, which releases. */
function outOfExecutor({ program }: Context, hold: Hold, releases: readonly Release[]): Hold {
  const [passed] = program.types.passedAt(hold.fn)
  if (passed === undefined || !isPromiseConstruction(passed.call) || releases.some(r => isInside(r.fn, hold.fn))) return hold
  const { at, end, fn } = callAt(passed.call), around = refTo(passed.call.file, fn)
  return releases.some(r => keyOf(r.fn) === keyOf(around)) ? { ...hold, fn: around, start: at, end, node: { kind: 'call', ref: passed.call.id } } : hold
}

/** An inner function that releases in one branch, and in another calls the acquiring function again without releasing. */
function startsAgain(context: Context, hold: Hold, releases: readonly Release[]): boolean {
  return releases.some(release => {
    if (keyOf(release.fn) === keyOf(hold.fn) || !isInside(release.fn, hold.fn)) return false
    const { flow } = functionAt(release.fn)
    const releasing = new Set(releases.filter(r => keyOf(r.fn) === keyOf(release.fn)).map(r => nodeOf(flow, r.node.kind, r.node.ref)))
    return context.program.graph.callsIn(release.fn).some(call => {
      const node = nodeOf(flow, 'call', call.id)
      return node !== undefined && context.program.graph.calleesOf(refTo(release.fn.file, call.id)).some(fn => keyOf(fn) === keyOf(hold.fn)) && !isDominated(flow, node, id => releasing.has(id))
    })
  })
}

/** The node behind which something is held: `await pool.connect()` holds nothing when it rejects. */
function heldFrom(hold: Hold): number | undefined {
  const { flow } = functionAt(hold.fn)
  const start = nodeOf(flow, hold.node.kind, hold.node.ref)
  const next = start === undefined ? undefined : flow.nodes[start]!.next[0]
  const awaited = next === undefined ? undefined : flow.nodes[next]
  const held = awaited?.kind === 'await' && hold.call !== undefined && awaited.ref === hold.fn.file.calls[hold.call.id]!.value ? next : start
  return opened(hold, held)
}

/** `const runner = source.createQueryRunner(); await runner.connect()`: what fails to open holds nothing, and the way on starts behind it. */
function opened(hold: Hold, held: number | undefined): number | undefined {
  const { flow } = functionAt(hold.fn), { file } = hold.fn
  const root = hold.handle?.root
  if (held === undefined || root?.kind !== 'binding' || hold.resource !== 'resource') return held
  let at: number | undefined = flow.nodes[held]!.next[0]
  while (at !== undefined && flow.nodes[at]!.kind === 'write') at = flow.nodes[at]!.next[0]
  const opening = at === undefined ? undefined : flow.nodes[at]!
  if (opening?.kind !== 'call') return held
  const { callee, value } = file.calls[opening.ref]!
  const called = file.values[callee]!
  const object = called.kind === 'member' ? file.values[called.object]! : undefined
  if (called.kind !== 'member' || object?.kind !== 'binding' || object.binding !== root.binding.id || !(isSetupName(called.property) || called.property === 'open')) return held
  const awaited = opening.next[0]
  return awaited !== undefined && flow.nodes[awaited]!.kind === 'await' && flow.nodes[awaited]!.ref === value ? awaited : held
}

const throwsByAwait = (hold: Hold): boolean => functionAt(hold.fn).flow.nodes.some(n => n.kind === 'await')

/**
 * Releases that stand in callbacks of the acquiring function: `.then(release)` with no `.catch`, or a promise of which one settle path
 * releases and another does not.
 */
function settleCoverage(context: Context, local: readonly Release[], inner: readonly Release[]): CoverageOf {
  if (local.length > 0) return { kind: 'unknown' }
  const { program } = context
  for (const release of inner) {
    const [passed] = program.types.passedAt(release.fn)
    if (passed === undefined) return { kind: 'unknown' }
    const callee = valueAt(refTo(passed.call.file, passed.call.file.calls[passed.call.id]!.callee))
    if (callee.kind !== 'member') return { kind: 'unknown' }
    if (callee.property !== 'then' || passed.index !== 0) return { kind: 'unknown' }
    // `watcher.whenDisposed.then(…)`: a promise that is kept may be one that never rejects
    const promise = refTo(passed.call.file, callee.object)
    if (!mayReject(promise) || neverRejects(program, promise)) return { kind: 'unknown' }
    if (isContinued(passed.call)) return { kind: 'unknown' }
  }
  return { kind: 'some-exits', missing: A_REJECTION, basis: 'flow' }
}

/** The promise of a call to some function, but for one that handles both outcomes itself: `work.then(done, done)`, `work.catch(ignore)`. */
function mayReject(promise: ValueRef): boolean {
  const at = stripped(promise), value = valueAt(at)
  if (value.kind === 'binding') {
    const { values } = at.file.bindings[value.binding]!
    return values.length === 1 && mayReject(refTo(at.file, values[0]!))
  }
  if (value.kind !== 'call') return false
  const { callee, args } = at.file.calls[value.call]!
  const called = at.file.values[callee]!
  return called.kind !== 'member' || called.property !== 'catch' && (called.property !== 'then' || args.length < 2)
}

/** `.then(f)` that something more is chained to, or that has a second argument. */
function isContinued(call: Release['fn']): boolean {
  const facts = call.file.calls[call.id]!
  if (facts.args.length > 1 || facts.result === 'awaited') return true
  return call.file.values.some(v => v.kind === 'member' && v.object === facts.value && (v.property === 'catch' || v.property === 'finally' || v.property === 'then'))
}

