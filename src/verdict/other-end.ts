import type { MemberFacts, Value } from '../facts/file-facts.ts'
import { argumentOf, callAt, classAt, functionAt, isInside, isSame, refTo, valueAt, type ClassRef, type FunctionRef } from '../link/refs.ts'
import type { Program } from '../link/program.ts'
import { memberAround } from './frequency.ts'
import type { Context } from './context.ts'
import type { Hold } from './hold.ts'
import { areOfOneLine } from './one-line.ts'
import type { Release } from './releases.ts'
import { ownerClass } from './teardown.ts'

/**
 * `close() { this.closed = true; bus.off(…) }` and `transportClosed() { this.closed = true }`: the object has two ends, told by the flag that both
 * set, and only one of them releases. Gives the name of the other.
 */
export function endThatForgets(context: Context, hold: Hold, all: readonly Release[]): string | undefined {
  const { program } = context, cls = ownerClass(hold.fn)
  const releases = cls === undefined ? [] : all.filter(release => !isOfOtherObject(program, cls, release))
  if (cls === undefined || releases.length === 0) return undefined
  const releasing = releases.map(release => memberAround(program, release.fn, cls))
  const ends = endsOf(cls)
  // each release is a part of an end
  const flags = releasing.map(member => member === undefined ? [] : ends.filter(end => isSame(end.fn, member)).map(end => end.flag))
  const [shared] = (flags[0] ?? []).filter(flag => flags.every(all => all.includes(flag)))
  if (shared === undefined) return undefined
  const isReleasing = (fn: FunctionRef, depth: number): boolean => releases.some(release => isInside(release.fn, fn)) || depth > 0 && program.graph.callsIn(fn).some(call => program.graph.calleesOf(refTo(fn.file, call.id)).some(callee => isReleasing(callee, depth - 1)))
  const forgetting = ends.find(end => end.flag === shared && (end.isFlag || isHeardClose(context, end.fn)) && !releasing.some(member => member !== undefined && isSame(member, end.fn)) && !isReleasing(end.fn, 3) && !program.graph.callersOf(end.fn).some(({ from }) => ownerClass(from) !== undefined && isSame(ownerClass(from)!, cls) && isReleasing(from, 1)))
  return forgetting === undefined ? undefined : `${functionAt(forgetting.fn).name}()`
}

/** `this.bus.off('x', this.onX)` in a class of its own takes off what it has put there itself, and `off(listener)` what its callers give. */
function isOfOtherObject(program: Program, cls: ClassRef, { fn, handle }: Release): boolean {
  const owner = ownerClass(fn), value = handle === undefined ? undefined : valueAt(handle)
  const isOwn = value?.kind === 'member' && valueAt(refTo(handle!.file, value.object)).kind === 'this'
  const isGiven = value?.kind === 'binding' && handle!.file.bindings[value.binding]!.kind === 'param'
  if (owner === undefined || !isOwn && !isGiven) return false
  return !areOfOneLine(program, cls, owner)
}

/** The methods that say, by a flag of that kind, that the object has come to its end. */
function endsOf(cls: ClassRef): readonly { readonly fn: FunctionRef; readonly flag: string; readonly isFlag: boolean }[] {
  const { file } = cls, methods = new Set(classAt(cls).members.filter((member: MemberFacts) => member.kind === 'method' && !member.isStatic).map(({ fn }) => fn))
  return file.writes.flatMap(({ fn, target, value, operator }) => {
    const to = file.values[target]!, given = value === undefined ? undefined : file.values[value]!
    if (operator !== '=' || !methods.has(fn) || to.kind !== 'member' || given === undefined || valueAt(refTo(file, to.object)).kind !== 'this') return []
    const isFlag = given.kind === 'literal' && given.value === true
    return (isFlag ? ENDED.test(to.property) : isEndState(given)) ? [{ fn: refTo(file, fn), flag: to.property, isFlag }] : []
  })
}

/** What an object says of itself when it is over. */
const ENDED = /^[_#]?(is)?_?(closed|destroyed|disposed|ended|stopped|terminated)$/i

/** `State.CLOSED`, `'closing'`. */
function isEndState(value: Value): boolean {
  const name = value.kind === 'member' ? value.property : value.kind === 'literal' && typeof value.value === 'string' ? value.value : ''
  return STATES.test(name)
}

const STATES = /^(closed|closing|destroyed|disposed|ended|ending|stopped|terminated|disconnected)$/i

/** `this.socket.on('close', this.onClosed.bind(this))`: the other side ends the object, and nobody calls its own teardown. */
function isHeardClose({ program }: Context, fn: FunctionRef): boolean {
  return program.types.passedAt(fn).some(({ call }) => {
    const callee = valueAt(refTo(call.file, callAt(call).callee)), first = argumentOf(call, 0), event = first === undefined ? undefined : valueAt(first)
    return callee.kind === 'member' && program.models.acquireNames('listener').has(callee.property) && event?.kind === 'literal' && CLOSED.has(String(event.value))
  })
}

const CLOSED: ReadonlySet<string> = new Set(['close', 'disconnect', 'exit'])
