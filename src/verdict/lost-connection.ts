import { keyOf, type FunctionRef } from '../link/refs.ts'
import type { Context } from './context.ts'
import type { Hold } from './hold.ts'
import type { Release } from './releases.ts'

/** More functions than these on the way to an eviction, and nothing is said of it. */
const MOST = 40

/**
 * A registry of connections from which only what a client sends takes one out: a connection that breaks sends nothing. Asked of a collection
 * that outlives them, and only where all ways to every eviction are known and start with a message.
 */
export function isLeftByLostConnection({ program }: Context, hold: Hold, evictions: readonly Release[]): boolean {
  if (hold.held === undefined || !program.types.of(hold.held).some(key => program.models.lifetimeOf(key) === 'connection')) return false
  if (program.lifetimes.ofPlace(hold.place).lifetime !== 'process') return false
  return evictions.every(release => !release.isAll && startsWithMessage(release.fn))

  function startsWithMessage(fn: FunctionRef): boolean {
    const seen = new Map([[keyOf(fn), fn]])
    for (const at of seen.values()) {
      const edges = program.graph.callersOf(at)
      if (edges.length === 0 || seen.size > MOST) return false
      for (const { from, call, how } of edges) {
        const rows = how === 'passes' ? program.types.entryRowsOf(call) : []
        if (rows.some(row => row.event !== 'message' && row.event !== 'call')) return false
        if (how === 'passes' && rows.length === 0) return false
        if (rows.some(row => row.event === 'message')) continue
        seen.set(keyOf(from), from)
      }
    }
    return true
  }
}
