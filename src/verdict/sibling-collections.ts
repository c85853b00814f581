import type { CallFacts } from '../facts/file-facts.ts'
import { keyOfPlace } from '../link/places.ts'
import { callAt, functionAt, isInside, isSame, refTo, type FunctionRef } from '../link/refs.ts'
import { areApart } from './are-apart.ts'
import type { Context } from './context.ts'
import { isSameExpression } from './find-holds.ts'
import type { Hold } from './hold.ts'
import type { Release } from './releases.ts'
import { isInTeardown } from './teardown.ts'

const DEPTH = 3

/**
 * `sockets.set(id, socket); names.set(id, name)`, and later `sockets.delete(id)` without the other: two collections are filled under one key at
 * once, and what ends the entry of the one forgets the other. Gives the function that does.
 */
export function siblingPrunedBy(context: Context, hold: Hold, evictions: readonly Release[]): string | undefined {
  const { program, holds, releases } = context
  if (hold.key === undefined || evictions.some(r => r.key === undefined || r.isAll && !isInTeardown(r.fn))) return undefined
  if (evictions.some(r => isDeadline(context, hold, r))) return undefined
  const own = keyOfPlace(hold.place), key = hold.key
  const siblings = holds.filter(other => other.resource === 'collection' && isSame(other.fn, hold.fn) && other.key !== undefined && isSameExpression(other.key, key) && keyOfPlace(other.place) !== own && isBeside(hold, other) && other.guards.length === 0)
  const reachesEviction = (fn: FunctionRef, depth: number): boolean => evictions.some(r => isInside(r.fn, fn)) || depth > 0 && program.graph.callsIn(fn).some(call => program.graph.calleesOf(refTo(fn.file, call.id)).some(callee => reachesEviction(callee, depth - 1)))
  const isCompleted = (fn: FunctionRef): boolean => reachesEviction(fn, DEPTH) || program.graph.callersOf(fn).some(({ from, call }) => isCompletedBeside(from, callAt(call)))
  // by the caller, in code that the call and it both come by
  const isCompletedBeside = (from: FunctionRef, { guards }: CallFacts): boolean =>
    evictions.some(r => isInside(r.fn, from)) || program.graph.callsIn(from).some(other => !areApart(guards, other.guards) && program.graph.calleesOf(refTo(from.file, other.id)).some(callee => reachesEviction(callee, DEPTH)))
  for (const sibling of siblings) {
    for (const release of releases.at('collection', sibling.place)) {
      if (release.key === undefined || release.isAll || keyOfPlace(release.place!) !== keyOfPlace(sibling.place) || isInside(release.fn, hold.fn) || isInside(hold.fn, release.fn) || functionAt(release.fn).name === '') continue
      // taken out here to be put in there: the entry goes on under its key
      const moves = holds.some(other => other.resource === 'collection' && isSame(other.fn, release.fn))
      if (!moves && !isCompleted(release.fn)) return `${functionAt(release.fn).name}()`
    }
  }
  return undefined
}

/** `timers[key] = setTimeout(() => { delete timers[key] }, ttl)`: the entry goes by itself, whoever forgets it. */
const isDeadline = ({ program }: Context, hold: Hold, { fn }: Release): boolean =>
  isInside(fn, hold.fn) && program.types.passedAt(fn).some(({ call }) => callAt(call).fn === hold.fn.id && program.types.rowsOf(call, 'acquire').some(({ resource }) => resource === 'timeout'))

/** Fields of one object, or variables of one module. */
const isBeside = ({ place: { root, path } }: Hold, { place: other }: Hold): boolean =>
  root.kind === 'instance' && other.root.kind === 'instance' && isSame(root.cls, other.root.cls) && path.length === 1 && other.path.length === 1
  || root.kind === 'binding' && other.root.kind === 'binding' && root.binding.file === other.root.binding.file && root.binding.id >= 0 && other.root.binding.id >= 0 && path.length === 0 && other.path.length === 0 && root.binding.file.bindings[root.binding.id]!.fn === other.root.binding.file.bindings[other.root.binding.id]!.fn
