import { argumentOf, callAt, functionAt, valueAt } from '../link/refs.ts'
import type { Context } from './context.ts'
import type { Hold } from './hold.ts'

/** A helper with more callers than this is given all sorts of emitters. */
const FEW_CALLERS = 8

/**
 * `watch(emitter) { emitter.on('x', () => …) }`: what the listener means to each emitter that a caller gives. The hold as it is for each of
 * them: on the emitter of that caller, as often as that caller runs.
 */
export function holdsAtCallers({ program }: Context, hold: Hold): readonly Hold[] {
  const { root, path } = hold.place
  if (root.kind !== 'binding' || root.binding.id < 0 || root.binding.file !== hold.fn.file || hold.guards.length > 0 || isGiven(hold)) return []
  const { kind, fn } = root.binding.file.bindings[root.binding.id]!
  const edges = kind === 'param' && fn === hold.fn.id ? program.graph.callersOf(hold.fn) : []
  if (edges.length > FEW_CALLERS) return []
  const index = functionAt(hold.fn).params.findIndex(({ bindings, isRest }) => !isRest && bindings.length === 1 && bindings[0] === root.binding.id)
  return edges.flatMap(({ how, call, from }) => {
    const given = how === 'calls' && index >= 0 ? argumentOf(call, index) : undefined, place = given === undefined ? undefined : program.places.of(given)
    if (given === undefined || place === undefined || place.root.kind === 'unknown' || place.root.kind === 'result') return []
    const { at, end, guards } = callAt(call)
    return [{ ...withoutCall(hold), fn: from, start: at, end, node: { kind: 'call' as const, ref: call.id }, holder: given, place: { root: place.root, path: [...place.path, ...path] }, guards }]
  })
}

/** The listener is the caller's as well: then the caller's call is what is judged. */
function isGiven({ held, fn }: Hold): boolean {
  const value = held === undefined ? undefined : valueAt(held), binding = value?.kind === 'binding' ? held!.file.bindings[value.binding]! : undefined
  return held?.file === fn.file && binding?.kind === 'param' && binding.fn === fn.id
}

/** Its options are those of the helper's call, and were looked at. */
const withoutCall = (hold: Hold): Hold => Object.fromEntries(Object.entries(hold).filter(([name]) => name !== 'call')) as unknown as Hold
