import { isReleasingName } from '../link/naming.ts'
import { argumentOf, callAt, enclosing, functionAt, isInside, keyOf, refTo, stripped, valueAt, type CallRef, type FunctionRef, type ValueRef } from '../link/refs.ts'
import { comesFrom } from './comes-from.ts'
import type { Context } from './context.ts'
import { weakest } from './frequency.ts'
import type { Hold } from './hold.ts'
import { holdOfCall, PROCESS } from './hold-of-call.ts'
import { textOf } from './source-text.ts'
import { leak, safe, type Verdict } from './verdict.ts'

/** Streams that keep a descriptor open until they are read to their end or destroyed. */
const OPEN: ReadonlySet<string> = new Set(['node:fs#ReadStream', 'node:http#IncomingMessage'])
/** What a client that leaves closes. */
const RESPONSES: ReadonlySet<string> = new Set(['node:http#ServerResponse', 'node:http2#Http2ServerResponse'])
/** Events of a response that come whatever way it ends; an aborted one emits neither `finish` nor `end`. */
const ENDS: ReadonlySet<string> = new Set(['close', 'aborted', 'error'])

/**
 * `createReadStream(path).pipe(res)`: when the client leaves, `pipe` lets go of the source and does not destroy it, so its descriptor stays
 * (measured: one descriptor an abort; two and 80 KB for the response of another server). `pipeline` destroys it.
 */
export function judgePipe(context: Context, call: CallRef): Verdict | undefined {
  const { program } = context, facts = callAt(call)
  const callee = valueAt(refTo(call.file, facts.callee)), target = argumentOf(call, 0)
  if (callee.kind !== 'member' || callee.property !== 'pipe' || target === undefined || !hasType(context, target, RESPONSES) && !isResponseByName(context, target)) return undefined
  const source = sourceOf(refTo(call.file, callee.object))
  if (!hasType(context, source, OPEN) && !isMadeOfSource(context, source) && !isOpenedElsewhere(context, source) || isOwnRequest(context, source)) return undefined
  const fn = refTo(call.file, facts.fn), event = program.events.of(fn)
  if (event.kind === 'once') return safe(event.label)
  if (isEndedByOther(context, call, source)) return safe('destroyed elsewhere')
  const hold: Hold = { ...holdOfCall(call), resource: 'resource', place: PROCESS }
  return leak({ hold, kind: 'pipe-left', confidence: event.kind === 'unknown' ? 'possible' : weakest(event.confidence, 'likely'), coverage: 'some-exits', holder: textOf(program, target), lifetime: 'process', event, subject: textOf(program, source), place: hold.place, missing: 'a client that leaves' })
}

/** A parameter or member of no known type that is called what everyone calls a response. */
function isResponseByName({ program }: Context, ref: ValueRef): boolean {
  const value = valueAt(ref), binding = value.kind === 'binding' ? ref.file.bindings[value.binding]! : undefined
  const name = value.kind === 'member' ? value.property : binding?.kind === 'param' || binding?.values.every(id => ref.file.values[id]!.kind === 'member') === true ? binding.name : ''
  return /^res(ponse)?$|^serverResponse$/.test(name) && program.types.of(ref).every(type => program.models.rowsOf(type).length === 0)
}

/** The first stream of `a.pipe(b).pipe(res)`. */
function sourceOf(ref: ValueRef): ValueRef {
  const at = stripped(ref), value = valueAt(at)
  const callee = value.kind === 'call' ? valueAt(refTo(at.file, callAt(refTo(at.file, value.call)).callee)) : undefined
  return callee?.kind === 'member' && (callee.property === 'pipe' || callee.property === 'on' || callee.property === 'once') ? sourceOf(refTo(at.file, callee.object)) : at
}

function hasType({ program }: Context, ref: ValueRef, wanted: ReadonlySet<string>): boolean {
  return program.types.of(ref).flatMap(key => program.models.basesOf(key)).some(key => wanted.has(key))
}

/** `item.stream()` that gives a field, where the program makes items of `createReadStream(path)`. A stream of another kind, a Transform, is not followed. */
function isOpenedElsewhere(context: Context, source: ValueRef): boolean {
  const { program } = context, [type] = program.types.of(source)
  if (valueAt(source).kind !== 'call' && valueAt(source).kind !== 'binding' || type !== undefined && type !== 'node:stream#Readable' && type !== 'global#NodeJS.ReadableStream') return false
  return comesFrom(program, source, value => valueAt(value).kind === 'call' && hasType(context, value, OPEN))
}

/** `Readable.from(rows)`: when it is destroyed it ends the iterator, or cancels the web stream, that it reads. */
function isMadeOfSource({ program }: Pick<Context, 'program'>, source: ValueRef): boolean {
  const value = valueAt(source)
  if (value.kind === 'binding') return source.file.bindings[value.binding]!.values.some(id => isMadeOfSource({ program }, refTo(source.file, id)))
  if (value.kind === 'choice') return value.options.some(id => isMadeOfSource({ program }, refTo(source.file, id)))
  if (value.kind !== 'call') return false
  const call = refTo(source.file, value.call), given = argumentOf(call, 0)
  return program.types.symbolsOf(refTo(source.file, callAt(call).callee)).some(symbol => WRAPPING.has(symbol)) && given !== undefined && !isPlain(program, given)
}

const WRAPPING: ReadonlySet<string> = new Set(['node:stream#Readable.from', 'node:stream#Readable.fromWeb'])

/** An array, a text or a buffer holds nothing open. */
const isPlain = (program: Context['program'], ref: ValueRef): boolean => ['literal', 'array', 'computed'].includes(valueAt(stripped(ref)).kind) || program.types.of(ref).some(type => ['global#Array', 'global#String', 'global#Buffer', 'global#Uint8Array'].includes(type))

/** The body of the request that the response answers goes with the connection: what a server is given, not what a client asked for. */
function isOwnRequest({ program }: Context, source: ValueRef): boolean {
  const value = valueAt(source)
  if (value.kind !== 'binding') return false
  const { fn } = source.file.bindings[value.binding]!, index = source.file.functions[fn]!.params.findIndex(p => p.bindings.includes(value.binding))
  if (index < 0) return false
  const taking = program.types.passedAt(refTo(source.file, fn)).flatMap(({ call }) => program.types.entryRowsOf(call))
  return taking.length === 0 || taking.some(row => row.event !== 'call')
}

/** A destroy of the source, or of what gave it, that runs when the response ends; a signal; a function that is given both. */
function isEndedByOther(context: Context, call: CallRef, source: ValueRef): boolean {
  const { program } = context, { file } = call
  const scope = [...enclosing(refTo(file, callAt(call).fn))].at(-2)
  if (scope === undefined) return true
  const names = new Set(variablesOf(context, source).map(keyOf))
  const isIt = (id: number): boolean => { const value = file.values[id]!; return value.kind === 'binding' && names.has(keyOf(refTo(file, value.binding))) }
  const made = valueAt(source).kind === 'call' ? source : givenTo(source)
  if (made !== undefined && hasSignal(made)) return true
  return file.calls.some(other => {
    if (other.id === call.id || !isInside(refTo(file, other.fn), scope)) return false
    const callee = file.values[other.callee]!
    const ends = callee.kind === 'member' && isReleasingName(callee.property) && isIt(callee.object) || callee.kind === 'member' && callee.property === 'abort' && isIt(callee.object)
    if (ends) return !runsOnlyUpon(program, refTo(file, other.fn), scope)
    // handed to someone who may end it: `track(file, res)`, `finished(file, …)`
    return other.args.some(isIt) && callee.kind !== 'member'
  })
}

/** The variables that stand for the stream, and for the request that answers with it. */
function variablesOf({ program }: Context, source: ValueRef): readonly ValueRef[] {
  const value = valueAt(source)
  const own = value.kind === 'binding' ? [refTo(source.file, value.binding)] : []
  const parent = value.kind === 'binding' ? source.file.bindings[value.binding]! : undefined
  const asking = parent?.kind === 'param' ? program.types.passedAt(refTo(source.file, parent.fn)).map(({ call }) => callAt(call).value) : []
  const asked = source.file.bindings.flatMap((binding, id) => binding.values.some(given => asking.includes(valueIn(source, given))) ? [refTo(source.file, id)] : [])
  return [...own, ...asked]
}

const valueIn = (source: ValueRef, id: number): number => stripped(refTo(source.file, id)).id

function givenTo(source: ValueRef): ValueRef | undefined {
  const value = valueAt(source)
  const [first] = value.kind === 'binding' ? source.file.bindings[value.binding]!.values : []
  return first === undefined ? undefined : stripped(refTo(source.file, first))
}

/** `createReadStream(path, { signal })`. */
function hasSignal(made: ValueRef): boolean {
  const value = valueAt(made)
  return value.kind === 'call' && callAt(refTo(made.file, value.call)).args.some(id => {
    const options = made.file.values[id]!
    return options.kind === 'object' && options.properties.some(p => p.key === 'signal')
  })
}

/** The code stands in a listener for an event that an aborted response does not emit. */
function runsOnlyUpon(program: Context['program'], fn: FunctionRef, scope: FunctionRef): boolean {
  for (const around of enclosing(fn)) {
    if (keyOf(around) === keyOf(scope)) return false
    for (const { call } of program.types.passedAt(around)) {
      const callee = valueAt(refTo(call.file, callAt(call).callee)), first = argumentOf(call, 0)
      const event = first === undefined ? undefined : valueAt(first)
      if (callee.kind === 'member' && /^(on|once|addListener)$/.test(callee.property) && event?.kind === 'literal' && typeof event.value === 'string') return !ENDS.has(event.value)
    }
  }
  return functionAt(fn).kind === 'module'
}
