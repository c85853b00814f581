import type { MemberFacts } from '../facts/file-facts.ts'
import { classAt, functionAt, isInside, isSame, refTo, valueAt, type ClassRef, type FunctionRef } from '../link/refs.ts'
import { memberAround } from './frequency.ts'
import type { Context } from './context.ts'
import type { Hold } from './hold.ts'
import type { Release } from './releases.ts'
import { ownerClass } from './teardown.ts'

/**
 * `close() { this.closed = true; bus.off(…) }` and `transportClosed() { this.closed = true }`: the object has two ends, told by the flag that both
 * set, and only one of them releases. Gives the name of the other.
 */
export function endThatForgets(context: Context, hold: Hold, releases: readonly Release[]): string | undefined {
  const { program } = context, cls = ownerClass(hold.fn)
  if (cls === undefined || releases.length === 0) return undefined
  const releasing = releases.map(release => memberAround(program, release.fn, cls))
  const ends = endsOf(cls)
  // each release is a part of an end
  const flags = releasing.map(member => member === undefined ? [] : ends.filter(end => isSame(end.fn, member)).map(end => end.flag))
  const [shared] = (flags[0] ?? []).filter(flag => flags.every(all => all.includes(flag)))
  if (shared === undefined) return undefined
  const isReleasing = (fn: FunctionRef, depth: number): boolean => releases.some(release => isInside(release.fn, fn)) || depth > 0 && program.graph.callsIn(fn).some(call => program.graph.calleesOf(refTo(fn.file, call.id)).some(callee => isReleasing(callee, depth - 1)))
  const forgetting = ends.find(end => end.flag === shared && !releasing.some(member => member !== undefined && isSame(member, end.fn)) && !isReleasing(end.fn, 3) && !program.graph.callersOf(end.fn).some(({ from }) => ownerClass(from) !== undefined && isSame(ownerClass(from)!, cls) && isReleasing(from, 1)))
  return forgetting === undefined ? undefined : `${functionAt(forgetting.fn).name}()`
}

/** The methods that say, by a flag of that kind, that the object has come to its end. */
function endsOf(cls: ClassRef): readonly { readonly fn: FunctionRef; readonly flag: string }[] {
  const { file } = cls, methods = new Set(classAt(cls).members.filter((member: MemberFacts) => member.kind === 'method' && !member.isStatic).map(({ fn }) => fn))
  return file.writes.flatMap(({ fn, target, value, operator }) => {
    const to = file.values[target]!, given = value === undefined ? undefined : file.values[value]!
    if (operator !== '=' || !methods.has(fn) || to.kind !== 'member' || !ENDED.test(to.property) || valueAt(refTo(file, to.object)).kind !== 'this') return []
    return given?.kind === 'literal' && given.value === true ? [{ fn: refTo(file, fn), flag: to.property }] : []
  })
}

/** What an object says of itself when it is over. */
const ENDED = /^[_#]?(is)?_?(closed|destroyed|disposed|ended|stopped|terminated)$/i

