import type { Value } from '../facts/file-facts.ts'
import type { Program } from '../link/program.ts'
import { argumentOf, callAt, functionAt, refTo, valueAt, type ValueRef } from '../link/refs.ts'
import type { Context } from './context.ts'
import type { Hold } from './hold.ts'

/** A helper with more callers than this is given all sorts of emitters. */
const FEW_CALLERS = 8

/**
 * `watch(emitter) { emitter.on('x', () => …) }`: what the listener means to each emitter that a caller gives. The hold as it is for each of
 * them: on the emitter of that caller, as often as that caller runs.
 */
export function holdsAtCallers({ program }: Context, hold: Hold): readonly Hold[] {
  const given = parameterOf(hold)
  if (given === undefined || isGiven(hold) || !hold.guards.every(({ test }) => asksForKind(program, refTo(hold.fn.file, test), given.binding))) return []
  const edges = program.graph.callersOf(hold.fn)
  if (edges.length > FEW_CALLERS) return []
  const index = functionAt(hold.fn).params.findIndex(({ bindings, isRest }) => !isRest && bindings.length === 1 && bindings[0] === given.binding)
  return edges.flatMap(({ how, call, from }) => {
    const argument = how === 'calls' && index >= 0 ? argumentOf(call, index) : undefined, place = argument === undefined ? undefined : program.places.of(argument)
    if (argument === undefined || place === undefined || place.root.kind === 'unknown' || place.root.kind === 'result') return []
    const { at, end, guards } = callAt(call)
    return [{ ...withoutCall(hold), fn: from, start: at, end, node: { kind: 'call' as const, ref: call.id }, holder: argument, place: { root: place.root, path: [...place.path, ...given.path] }, guards }]
  })
}

/** The parameter of the function itself that the emitter is, or is reached through; also one of which all callers give the same. */
function parameterOf({ holder, place: { root, path }, fn }: Hold): { readonly binding: number; readonly path: readonly string[] } | undefined {
  const isOwn = (id: number): boolean => { const { kind, fn: owner } = fn.file.bindings[id]!; return kind === 'param' && owner === fn.id }
  if (root.kind === 'binding' && root.binding.id >= 0 && root.binding.file === fn.file && isOwn(root.binding.id)) return { binding: root.binding.id, path }
  const value = holder?.file === fn.file ? valueAt(holder) : undefined
  return value?.kind === 'binding' && isOwn(value.binding) ? { binding: value.binding, path: [] } : undefined
}

/** `typeof client.subscribe === 'function'`, `isModern(client)` that asks the same: the answer is one for each emitter, whenever it is asked. */
function asksForKind(program: Program, ref: ValueRef, binding: number, depth = 0): boolean {
  const value = valueAt(ref), inner = (id: number): boolean => asksForKind(program, refTo(ref.file, id), binding, depth)
  switch (value.kind) {
    case 'literal': return true
    case 'computed': return value.parts.every(part => { const at = ref.file.values[part]!; return (value.operator === 'typeof' || value.operator === 'in') && at.kind === 'member' && isBinding(ref.file.values[at.object]!, binding) || (value.operator === 'in' || value.operator === 'instanceof') && (isBinding(at, binding) || at.kind === 'binding') || inner(part) })
    case 'choice': return value.options.every(inner)
    case 'call': {
      const call = refTo(ref.file, value.call), [fn, ...others] = program.graph.calleesOf(call)
      const index = callAt(call).args.findIndex(arg => isBinding(ref.file.values[arg]!, binding))
      const param = fn === undefined || others.length > 0 || index < 0 ? undefined : functionAt(fn).params[index]?.bindings[0]
      const [returned, ...more] = fn === undefined ? [] : functionAt(fn).returns
      return param !== undefined && returned !== undefined && more.length === 0 && depth < 2 && asksForKind(program, refTo(fn!.file, returned), param, depth + 1)
    }
    default: return false
  }
}

const isBinding = (value: Value, binding: number): boolean => value.kind === 'binding' && value.binding === binding

/** The listener is the caller's as well: then the caller's call is what is judged. */
function isGiven({ held, fn }: Hold): boolean {
  const value = held === undefined ? undefined : valueAt(held), binding = value?.kind === 'binding' ? held!.file.bindings[value.binding]! : undefined
  return held?.file === fn.file && binding?.kind === 'param' && binding.fn === fn.id
}

/** Its options are those of the helper's call, and were looked at. */
const withoutCall = (hold: Hold): Hold => Object.fromEntries(Object.entries(hold).filter(([name]) => name !== 'call')) as unknown as Hold
