import { functionAt, argumentOf, callAt, enclosing, isInside, refTo, valueAt, type CallRef, type FunctionRef } from '../link/refs.ts'
import type { Context } from './context.ts'
import { nodeOf, openExits } from './flow.ts'
import { weakest } from './frequency.ts'
import type { Hold } from './hold.ts'
import { holdOfCall, PROCESS } from './hold-of-call.ts'
import { literalOption, optionsOf } from './given-options.ts'
import { endsRequest, isBodilessStatus, readsOf, type Reads } from './response-reads.ts'
import { textOf } from './source-text.ts'
import { leak, safe, unknown, type Verdict } from './verdict.ts'

/** The response of another server as Node.js gives it: a stream itself. */
const STREAM = 'node:http#IncomingMessage'
/** What a client resolves to that has no one to cancel a body which nobody reads; `fetch` has a registry that does. */
const ANSWER = 'undici#Dispatcher.ResponseData'

/**
 * The answer of another server whose body nobody reads: it stays where it is, with its socket, and the pool has one less (measured: 2 descriptors
 * and 10 KB for a small body, 130 to 272 KB for a large one). Asked of `http.get()`, `http.request()` and `undici.request()`, of each way
 * out of the code that is given the response. A response for which nobody listens is drained by Node.js.
 */
export function judgeResponse(context: Context, call: CallRef): Verdict | undefined {
  const taken = takenBy(context, call)
  if (taken === undefined) return undefined
  const { program } = context, fn = refTo(call.file, callAt(call).fn), event = program.events.of(fn)
  if (event.kind === 'once') return safe(event.label)
  const reads = readsOf(context, taken)
  if (reads === undefined) return unknown('who reads the response')
  const open = openExits(functionAt(taken.fn).flow, taken.start, node => reads.nodes.has(node), node => bodilessWay(taken.fn, node), () => false)
  if (!open.normal && !(taken.isAwaited && open.throws)) return safe('read on every exit')
  const asked = askingCall(call)
  if (hasNoBody(context, asked)) return safe('the answer to HEAD has no body')
  if (mayBeHead(call)) return unknown('whether the method is HEAD')
  if (isBoundedByTimeout(context, asked)) return unknown('whether a timeout ends it')
  return leak(describe(context, call, reads, event.kind === 'unknown' || literalOption(context, asked, 'agent') === false ? 'possible' : weakest(event.confidence, 'likely')))
}

function describe({ program }: Context, call: CallRef, { nodes }: Reads, confidence: 'certain' | 'likely' | 'possible') {
  const facts = callAt(call), fn = refTo(call.file, facts.fn)
  const hold: Hold = { ...holdOfCall(call), resource: 'resource', place: PROCESS }
  const callee = textOf(program, refTo(call.file, facts.callee))
  return { hold, kind: 'response-unread', confidence, coverage: nodes.size > 0 ? 'some-exits' : 'never', holder: callee, lifetime: 'process', event: program.events.of(fn), subject: callee, place: hold.place } as const
}

/** Who is given a response, and from which flow node on. */
export interface Taken {
  /** The function that must see to it. */
  readonly fn: FunctionRef
  readonly start: number
  /** The values that stand for the stream, and those of which a member is the stream. */
  readonly streams: readonly number[]
  readonly answers: readonly number[]
  /** An error goes to whoever awaits it. */
  readonly isAwaited: boolean
}

function takenBy(context: Context, call: CallRef): Taken | undefined {
  return takenByListener(context, call) ?? takenByAwait(context, call)
}

/** `http.get(url, res => …)`, `asked.on('response', res => …)`. */
function takenByListener(context: Context, call: CallRef): Taken | undefined {
  const { program } = context
  const row = program.types.entryRowsOf(call).find(({ event, params }) => event === 'call' && params?.length === 1 && params[0] === STREAM)
  const last = row === undefined ? undefined : argumentOf(call, callAt(call).args.length - 1)
  const fn = last === undefined ? undefined : program.types.functionOf(last)
  if (fn === undefined || fn.file !== call.file || takersOf(context, call) > 1) return undefined
  return { fn, start: 0, streams: parameterValues(fn), answers: [], isAwaited: false }
}

/** The values that the first parameter has: of a pattern, the whole of it. */
function parameterValues({ file, id }: FunctionRef): readonly number[] {
  return file.values.flatMap((value, at) => value.kind === 'param' && value.fn === id && value.index === 0 ? [at] : [])
}

/** `await request(url)`, `request(url).then(answer => …)`. */
function takenByAwait({ program }: Context, call: CallRef): Taken | undefined {
  if (!program.types.rowsOf(call, 'type').some(row => row.returns === ANSWER)) return undefined
  const { value, fn: id, result } = callAt(call), { file } = call
  const then = file.calls.find(({ callee }) => { const called = file.values[callee]!; return called.kind === 'member' && called.property === 'then' && called.object === value })
  if (then !== undefined) {
    const given = then.args[0] === undefined ? undefined : program.types.functionOf(refTo(file, then.args[0]))
    return given === undefined || given.file !== file ? undefined : { fn: given, start: 0, streams: [], answers: parameterValues(given), isAwaited: true }
  }
  const fn = refTo(file, id), { flow } = functionAt(fn)
  const start = result === 'awaited' ? flow.nodes.findIndex(node => node.kind === 'await' && node.ref === value) : nodeOf(flow, 'call', call.id) ?? -1
  return start < 0 ? undefined : { fn, start, streams: [], answers: [value], isAwaited: true }
}

/** How many listeners the request has for its response: one of them reading is enough. */
function takersOf({ program }: Context, call: CallRef): number {
  const own = requestOf(call)
  return call.file.calls.filter(({ id }) => {
    const other = refTo(call.file, id)
    return requestOf(other) === own && program.types.entryRowsOf(other).some(({ params }) => params?.[0] === STREAM) && program.types.functionOf(argumentOf(other, callAt(other).args.length - 1) ?? refTo(call.file, callAt(other).callee)) !== undefined
  }).length
}

/** The call that made the request which this one is, or is called on. */
function requestOf({ file, id }: CallRef, depth = 0): number {
  const callee = file.values[file.calls[id]!.callee]!
  return callee.kind === 'member' ? madeBy(file, callee.object, depth + 1) ?? id : id
}

function madeBy(file: CallRef['file'], id: number, depth: number): number | undefined {
  if (depth > CHAIN) return undefined
  const value = file.values[id]!
  if (value.kind === 'call') return requestOf(refTo(file, value.call), depth)
  if (value.kind !== 'binding') return undefined
  const { values } = file.bindings[value.binding]!, [only] = values
  return only !== undefined && values.length === 1 && file.values[only]!.kind === 'call' ? madeBy(file, only, depth + 1) : undefined
}

const CHAIN = 20

/** The call that says what is asked for: `http.request(options)` of `http.request(options).on('response', …)`. */
const askingCall = (call: CallRef): CallRef => refTo(call.file, requestOf(call))

/** A status that says there is no body closes its way. */
function bodilessWay({ file, id }: FunctionRef, node: number): number | undefined {
  const { kind, ref } = file.functions[id]!.flow.nodes[node]!
  return kind === 'branch' ? isBodilessStatus(file, ref) : undefined
}

const hasNoBody = (context: Context, call: CallRef): boolean => String(literalOption(context, call, 'method')).toUpperCase() === 'HEAD'

/** The file speaks of HEAD, and the call does not say another method. */
function mayBeHead(call: CallRef): boolean {
  return call.file.values.some(value => value.kind === 'literal' && (value.value === 'HEAD' || value.value === 'head'))
}

/** A timeout of the socket also ends a response that is not read; so does a signal. */
function isBoundedByTimeout(context: Context, call: CallRef): boolean {
  const options = optionsOf(context, call)
  if (options.some(({ keys }) => keys.has('signal'))) return true
  const { file } = call, scope = [...enclosing(refTo(file, callAt(call).fn))].at(-2) ?? refTo(file, 0)
  const within = file.calls.filter(other => isInside(refTo(file, other.fn), scope))
  const isTimed = within.some(({ callee, args }) => {
    const called = file.values[callee]!, [first] = args, event = first === undefined ? undefined : valueAt(refTo(file, first))
    return called.kind === 'member' && (called.property === 'setTimeout' || event?.kind === 'literal' && event.value === 'timeout')
  })
  return isTimed && within.some(({ callee }) => endsRequest(file, callee))
}
