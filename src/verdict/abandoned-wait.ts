import { isPromiseConstruction } from '../link/promise-executor.ts'
import { argumentOf, callAt, functionAt, isInside, refTo, stripped, valueAt, type CallRef, type FunctionRef } from '../link/refs.ts'
import type { Context } from './context.ts'
import { openExits } from './flow.ts'
import { literalOf } from './listener-removal.ts'
import type { Hold } from './hold.ts'

/**
 * `const woken = new Promise(resolve => bus.once('job', resolve))`: where the function goes on without that promise, the listener stays.
 * It does where the promise is one of a race, or is asked for in one branch only. Gives the function that waits.
 */
export function abandonedWaitOf(context: Context, hold: Hold): FunctionRef | undefined {
  const construction = constructionAround(context, hold)
  if (construction === undefined || literalOf(hold.key) === undefined) return undefined
  const waiting = refTo(construction.file, callAt(construction).fn)
  return isRaced(construction) || isAskedInOneBranch(construction, waiting) ? waiting : undefined
}

/** The `new Promise(…)` whose executor registers, and does nothing else that could settle it. */
export function constructionAround({ program }: Context, hold: Hold): CallRef | undefined {
  const [passed, ...others] = program.types.passedAt(hold.fn)
  return passed !== undefined && others.length === 0 && isPromiseConstruction(passed.call) && passed.call.file === hold.fn.file && program.graph.callsIn(hold.fn).length === 1 ? passed.call : undefined
}

const RACING: ReadonlySet<string> = new Set(['race', 'any'])

/** An element of `Promise.race([…])`, as it is made or by its variable. */
function isRaced(construction: CallRef): boolean {
  const { file } = construction, own = keptIn(construction), { value } = callAt(construction)
  const isIt = (id: number): boolean => { const at = stripped(refTo(file, id)), found = valueAt(at); return at.id === value || found.kind === 'binding' && found.binding === own }
  return file.calls.some(call => {
    const callee = file.values[call.callee]!, object = callee.kind === 'member' ? file.values[callee.object]! : undefined
    if (callee.kind !== 'member' || !RACING.has(callee.property) || object?.kind !== 'global' || object.name !== 'Promise') return false
    const list = argumentOf(refTo(file, call.id), 0), elements = list === undefined ? undefined : valueAt(list)
    return elements?.kind === 'array' && elements.elements.length > 1 && elements.elements.some(isIt)
  })
}

/** The only variable that has the promise. */
function keptIn({ file, id }: CallRef): number | undefined {
  const { value } = file.calls[id]!
  const found = file.bindings.findIndex(({ values }) => values.length === 1 && values[0] === value)
  return found < 0 ? undefined : found
}

/** The variable is asked for in one function alone, and that has a way to its end that does not come by there. */
function isAskedInOneBranch(construction: CallRef, waiting: FunctionRef): boolean {
  const { file } = construction, own = keptIn(construction)
  if (own === undefined || file.bindings[own]!.fn !== waiting.id) return false
  const mentions = (id: number): boolean => {
    const value = file.values[id]!
    switch (value.kind) {
      case 'binding': return value.binding === own
      case 'member': return mentions(value.object)
      case 'call': { const { callee, args } = file.calls[value.call]!; return mentions(callee) || args.some(mentions) }
      case 'await':
      case 'assigned': return mentions(value.value)
      case 'choice': return value.options.some(mentions)
      case 'array': return value.elements.some(mentions)
      case 'object': return value.properties.some(p => mentions(p.value))
      default: return false
    }
  }
  const asking = file.functions.filter(fn => isInside(refTo(file, fn.id), waiting)).flatMap(fn => {
    const nodes = fn.flow.nodes.flatMap((node, id) => node.kind === 'call' && mentions(file.calls[node.ref]!.value) || (node.kind === 'await' || node.kind === 'return') && mentions(node.ref) ? [id] : [])
    return nodes.length === 0 ? [] : [{ fn, nodes: new Set(nodes) }]
  })
  // what stands in a callback of the one that asks belongs to it
  const [only, ...others] = asking.filter(one => !asking.some(other => other !== one && isInside(refTo(file, one.fn.id), refTo(file, other.fn.id))))
  if (only === undefined || others.length > 0) return false
  const flow = functionAt(refTo(file, only.fn.id)).flow
  // what is thrown on the way is an error of its own
  return openExits(flow, 0, id => only.nodes.has(id), undefined, () => false).normal
}
