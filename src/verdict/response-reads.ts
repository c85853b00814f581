import type { FileFacts } from '../facts/file-facts.ts'
import { callAt, isInside, refTo, type FunctionRef } from '../link/refs.ts'
import type { Context } from './context.ts'
import type { Taken } from './judge-response.ts'

/** Where a function sees to a response: flow nodes that read it, give it to someone, or end the request. */
export interface Reads {
  readonly nodes: ReadonlySet<number>
}

/** Members of a stream that neither read it nor end it. */
const IDLE: ReadonlySet<string> = new Set(['setEncoding', 'setTimeout', 'pause', 'off', 'removeListener', 'removeAllListeners', 'isPaused', 'listenerCount'])
const LISTENING: ReadonlySet<string> = new Set(['on', 'once', 'addListener', 'prependListener'])
/** Events whose listeners let the data flow. */
const FLOWING: ReadonlySet<string> = new Set(['data', 'readable'])
const ENDING: ReadonlySet<string> = new Set(['destroy', 'abort'])
/** Statuses without a body. */
const BODILESS: ReadonlySet<unknown> = new Set([204, 205, 304])

/** `asked.destroy()`, `controller.abort()`: also of something else than the response. */
export function endsRequest({ values }: FileFacts, callee: number): boolean {
  const called = values[callee]!
  return called.kind === 'member' && ENDING.has(called.property)
}

/** Which way of a test is taken only where the response has no body. */
export function isBodilessStatus(file: FileFacts, test: number): number | undefined {
  const value = file.values[test]!
  if (value.kind === 'choice' && value.operator === '||') return value.options.every(id => isBodilessStatus(file, id) === 0) ? 0 : undefined
  if (value.kind !== 'computed' || !value.parts.some(id => { const part = file.values[id]!; return part.kind === 'literal' && BODILESS.has(part.value) })) return undefined
  if (value.operator === '===' || value.operator === '==') return 0
  return value.operator === '!==' || value.operator === '!=' ? 1 : undefined
}

/** The nodes of the taking function that see to the response; undefined where it goes a way that is not followed. */
export function readsOf(context: Context, taken: Taken): Reads | undefined {
  const { fn } = taken, { file } = fn
  const { streams, answers } = aliasesOf(context, taken)
  const isIt = (id: number): boolean => streams.has(id) || answers.has(id)
  if (isLost(file, isIt)) return undefined
  const calls = new Set<number>()
  for (const call of file.calls) {
    const called = file.values[call.callee]!
    if (call.args.some(isIt) || endsRequest(file, call.callee) || isIt(call.callee)) calls.add(call.id)
    else if (called.kind === 'member' && streams.has(called.object) && isReading(file, called.property, call.args[0])) calls.add(call.id)
  }
  const returned = file.functions.flatMap(({ id, returns }) => returns.some(isIt) ? [id] : [])
  if (returned.some(id => id !== fn.id && !isInside(refTo(file, id), fn))) return undefined
  return { nodes: nodesOf(context, fn, calls, new Set(returned), isIt) }
}

/** Every expression that stands for the stream, or for an answer whose member it is. */
function aliasesOf({ program }: Context, taken: Taken): { readonly streams: ReadonlySet<number>; readonly answers: ReadonlySet<number> } {
  const { file } = taken.fn, streams = new Set(taken.streams), answers = new Set(taken.answers)
  const STEPS = 6
  for (let step = 0, before = -1; step < STEPS && before !== streams.size + answers.size; step++) {
    before = streams.size + answers.size
    file.values.forEach((value, id) => {
      for (const known of [streams, answers]) {
        if (value.kind === 'await' && known.has(value.value) || value.kind === 'assigned' && known.has(value.value)) known.add(id)
        if (value.kind === 'binding') { const { values } = file.bindings[value.binding]!; if (values.length === 1 && known.has(values[0]!)) known.add(id) }
      }
      if (value.kind === 'member' && answers.has(value.object) && program.models.memberReturns('undici#Dispatcher.ResponseData', value.property) !== undefined) streams.add(id)
    })
  }
  return { streams, answers }
}

/** Kept in an object, a list, a field or a variable with other values; iterated; part of an expression. */
function isLost(file: FileFacts, isIt: (id: number) => boolean): boolean {
  return file.values.some(value => {
    switch (value.kind) {
      case 'object': return value.properties.some(p => isIt(p.value)) || value.spreads.some(isIt)
      case 'array': return value.elements.some(isIt)
      case 'choice': return value.options.some(isIt)
      case 'computed': return value.operator === '...' && value.parts.some(isIt)
      case 'element': return isIt(value.of)
      case 'index': return isIt(value.object)
      default: return false
    }
  }) || file.writes.some(({ value, target }) => value !== undefined && isIt(value) && !isIt(target)) || file.bindings.some(({ values }) => values.length > 1 && values.some(isIt))
}

function isReading(file: FileFacts, member: string, first: number | undefined): boolean {
  if (IDLE.has(member)) return false
  if (!LISTENING.has(member)) return true
  const event = first === undefined ? undefined : file.values[first]!
  return event?.kind !== 'literal' || FLOWING.has(String(event.value))
}

/** Flow nodes of `fn` at which one of the calls is made: by itself, in a function that it calls, or in one that it hands on. */
function nodesOf(context: Context, fn: FunctionRef, calls: ReadonlySet<number>, returning: ReadonlySet<number>, isIt: (id: number) => boolean): ReadonlySet<number> {
  const { file } = fn, nodes = new Set<number>()
  const sees = (inner: FunctionRef): boolean => inner.file === file && (file.calls.some(call => calls.has(call.id) && isInside(refTo(file, call.fn), inner)) || [...returning].some(id => isInside(refTo(file, id), inner)))
  file.functions[fn.id]!.flow.nodes.forEach((node, id) => {
    if (node.kind === 'return' && node.ref >= 0 && isIt(node.ref)) nodes.add(id)
    if (node.kind !== 'call') return
    const call = refTo(file, node.ref)
    if (calls.has(node.ref) || reached(context, call).some(sees) || context.program.graph.calleesOf(call).some(callee => endsIn(context, callee, DEPTH))) nodes.add(id)
  })
  return nodes
}

/** The functions of the taking function that a call runs, now or later. */
function reached({ program }: Context, call: FunctionRef): readonly FunctionRef[] {
  return [...program.graph.calleesOf(call), ...callAt(call).args.flatMap(arg => program.types.functionOf(refTo(call.file, arg)) ?? [])]
}

const DEPTH = 2

/** `cleanup()`, which ends the request. */
function endsIn(context: Context, fn: FunctionRef, depth: number): boolean {
  return fn.file.calls.some(call => isInside(refTo(fn.file, call.fn), fn) && (endsRequest(fn.file, call.callee) || depth > 0 && context.program.graph.calleesOf(refTo(fn.file, call.id)).some(callee => endsIn(context, callee, depth - 1))))
}
