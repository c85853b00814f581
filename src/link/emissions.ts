import type { FileFacts } from '../facts/file-facts.ts'
import type { Models } from '../models/lookup.ts'
import type { CallEdge } from './call-graph.ts'
import { keyOfPlace, type Places } from './places.ts'
import { callAt, refTo, valueAt, type CallRef, type FunctionRef } from './refs.ts'
import type { Types } from './types.ts'

/**
 * `bus.emit('x')` runs what `bus.on('x', f)` registered: an edge from each emission to each listener of the same event of the same emitter,
 * in whatever files they stand. Emitters are the same when their places are; an event name that the source does not fix joins nothing.
 */
export function emissionEdges(files: readonly FileFacts[], models: Models, types: Types, places: Places): readonly (readonly [FunctionRef, CallEdge])[] {
  const adding = models.memberNames('acquire', 'listener')
  const listeners = new Map<string, FunctionRef[]>()
  const emissions: { readonly key: string; readonly call: CallRef }[] = []
  for (const file of files) {
    for (const { id } of file.calls) {
      const call = refTo(file, id)
      const member = memberOf(call)
      if (member === undefined || member !== 'emit' && !adding.has(member)) continue
      const key = channelOf(call)
      if (key === undefined) continue
      if (member === 'emit') emissions.push({ key, call })
      else {
        const listener = callAt(call).args[1]
        const fn = listener === undefined ? undefined : types.functionOf(refTo(file, listener))
        if (fn !== undefined) listeners.set(key, [...listeners.get(key) ?? [], fn])
      }
    }
  }
  return emissions.flatMap(({ key, call }) => (listeners.get(key) ?? []).map(fn => [fn, { from: refTo(call.file, callAt(call).fn), call, how: 'calls', isImmediate: true }] as const))

  /** The emitter and the event. An emitter that belongs to one run of a function is left out: its events stay within that run. */
  function channelOf(call: CallRef): string | undefined {
    const callee = valueAt(refTo(call.file, callAt(call).callee))
    const first = callAt(call).args[0]
    const event = first === undefined ? undefined : call.file.values[first]
    if (callee.kind !== 'member' || event?.kind !== 'literal' || typeof event.value !== 'string') return undefined
    const place = places.of(refTo(call.file, callee.object))
    const { root } = place
    if (root.kind === 'unknown' || root.kind === 'result' || root.kind === 'binding' && (root.binding.id < 0 || root.binding.file.bindings[root.binding.id]!.fn !== 0)) return undefined
    return `${keyOfPlace(place)} ${event.value}`
  }
}

function memberOf(call: CallRef): string | undefined {
  const callee = valueAt(refTo(call.file, callAt(call).callee))
  return callee.kind === 'member' && !callAt(call).isNew ? callee.property : undefined
}
