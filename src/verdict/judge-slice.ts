import { callAt, functionAt, keyOf, refTo, stripped, valueAt, type CallRef, type ValueRef } from '../link/refs.ts'
import type { Context } from './context.ts'
import { frequencyOf, weakest } from './frequency.ts'
import type { Hold } from './hold.ts'
import { textOf } from './source-text.ts'
import { leak, safe, unknown, type Verdict } from './verdict.ts'

/** Longer pieces of a string are views of it; up to this length they are copies (V8's SlicedString). */
const COPIED = 12
const CUTTING: ReadonlySet<string> = new Set(['slice', 'substring', 'substr', 'subarray'])
/** Functions that read a whole file, and the one that joins what a stream brought. */
const READING: ReadonlySet<string> = new Set(['node:fs#readFileSync', 'node:fs#readFile', 'node:fs/promises#readFile', 'node:fs#promises.readFile', 'global#Buffer.concat', 'node:buffer#Buffer.concat'])
const ASKING: ReadonlySet<string> = new Set(['global#fetch', 'undici#fetch', 'undici#request'])
/** Types whose 'data' is a chunk of some 64 KB. */
const STREAMS: ReadonlySet<string> = new Set(['node:stream#Readable', 'node:net#Socket', 'node:http#IncomingMessage'])
const DEPTH = 8

/**
 * A piece of a large text or buffer in a collection that outlives the event: it keeps the whole (measured: 4 KB for 20 characters of a text of
 * 4 KB, 64 KB for 16 bytes of a chunk). A bound of the collection bounds the pieces, not what they keep. Asked of collections of the process
 * alone, as a parser's rest waits for the next chunk only.
 */
export function judgeSlice(context: Context, hold: Hold): Verdict | undefined {
  if (hold.resource !== 'collection') return undefined
  const piece = [hold.held, hold.node.kind === 'call' ? hold.key : undefined].flatMap(ref => ref === undefined ? [] : pieceIn(context, ref, 0) ?? [])[0]
  if (piece === undefined) return undefined
  const { program } = context, life = program.lifetimes.ofPlace(hold.place)
  if (life.lifetime !== 'process') return unknown('how long the piece is kept')
  const frequency = frequencyOf(program, hold.fn, hold.place, life)
  if (frequency.kind === 'once') return safe(frequency.why)
  if (frequency.kind === 'unknown') return unknown(frequency.missing)
  const facts = callAt(piece), callee = valueAt(refTo(piece.file, facts.callee))
  const parent = callee.kind === 'member' ? textOf(program, refTo(piece.file, callee.object)) : '…'
  return leak({ hold, kind: 'slice-kept', confidence: weakest(frequency.confidence, life.confidence, 'likely'), coverage: 'never', holder: hold.holder === undefined ? 'the collection' : textOf(program, hold.holder), lifetime: life.lifetime, event: frequency.event, subject: parent, place: hold.place })
}

/** The call that cuts a piece from something large, where the value is one or has one among its properties. */
function pieceIn(context: Context, ref: ValueRef, depth: number): CallRef | undefined {
  const at = settled(ref), value = valueAt(at)
  if (depth > 2) return undefined
  if (value.kind === 'object') return value.properties.map(p => pieceIn(context, refTo(at.file, p.value), depth + 1)).find(piece => piece !== undefined)
  if (value.kind !== 'call') return undefined
  const call = refTo(at.file, value.call), { callee } = callAt(call), called = at.file.values[callee]!
  if (called.kind !== 'member' || !CUTTING.has(called.property) || isShort(call, called.property)) return undefined
  return isLarge(context, refTo(at.file, called.object), new Set()) ? call : undefined
}

/** What a variable that is given one value stands for. */
function settled(ref: ValueRef, depth = 0): ValueRef {
  const at = stripped(ref), value = valueAt(at)
  if (value.kind !== 'binding' || depth > DEPTH) return at
  const { values, kind } = at.file.bindings[value.binding]!
  return kind !== 'param' && values.length === 1 ? settled(refTo(at.file, values[0]!), depth + 1) : at
}

/** `text.slice(0, 12)`, `text.slice(-8)`: so short that it is copied. A buffer's piece is a view however short. */
function isShort({ file, id }: CallRef, member: string): boolean {
  if (member === 'subarray') return false
  const [first, second] = file.calls[id]!.args.map(arg => numberAt(file, arg))
  if (first === undefined) return false
  if (file.calls[id]!.args.length === 1) return member !== 'substring' && first < 0 && -first <= COPIED
  if (second === undefined) return false
  return (member === 'substr' ? second : second - first) <= COPIED
}

function numberAt(file: CallRef['file'], id: number): number | undefined {
  const value = file.values[id]!
  if (value.kind === 'literal') return typeof value.value === 'number' ? value.value : undefined
  const [part] = value.kind === 'computed' && value.operator === '-' && value.parts.length === 1 ? value.parts : []
  const inner = part === undefined ? undefined : numberAt(file, part)
  return inner === undefined ? undefined : -inner
}

/** A file, a response, a chunk of a stream, or what is joined or decoded from one. */
function isLarge(context: Context, ref: ValueRef, seen: Set<string>): boolean {
  const at = stripped(ref), value = valueAt(at), { file } = at
  // each variable once: `text = text + line` refers to itself
  const key = value.kind === 'binding' ? `b${keyOf(refTo(file, value.binding))}` : keyOf(at)
  if (seen.has(key)) return false
  seen.add(key)
  const inner = (id: number): boolean => isLarge(context, refTo(file, id), seen)
  switch (value.kind) {
    case 'binding': {
      const { values, kind } = file.bindings[value.binding]!
      return kind === 'param' ? isGivenLarge(context, at) : values.some(inner)
    }
    // `body += chunk`
    case 'computed': return value.operator === '+' && value.parts.some(inner)
    case 'call': return isReadCall(context, refTo(file, value.call), seen)
    default: return false
  }
}

function isReadCall(context: Context, call: CallRef, seen: Set<string>): boolean {
  const { callee } = callAt(call), called = call.file.values[callee]!
  if (context.program.types.symbolsOf(refTo(call.file, callee)).some(symbol => READING.has(symbol))) return true
  if (called.kind !== 'member') return false
  const object = refTo(call.file, called.object)
  // `bytes.toString('hex', 0, 8)` says how much it wants
  if (called.property === 'toString') return callAt(call).args.length < 2 && isLarge(context, object, seen)
  return called.property === 'text' && isAnswer(context, object)
}

/** The response that `fetch` gives, or the body of one. */
function isAnswer({ program }: Context, ref: ValueRef): boolean {
  const at = settled(ref), value = valueAt(at)
  if (value.kind === 'member' && value.property === 'body') return isAnswer({ program } as Context, refTo(at.file, value.object))
  return value.kind === 'call' && program.types.symbolsOf(refTo(at.file, callAt(refTo(at.file, value.call)).callee)).some(symbol => ASKING.has(symbol))
}

/** `socket.on('data', chunk => …)`, `readFile(path, (error, text) => …)`. */
function isGivenLarge({ program }: Context, ref: ValueRef): boolean {
  const value = valueAt(ref)
  if (value.kind !== 'binding') return false
  const { file } = ref, { fn } = file.bindings[value.binding]!, owner = refTo(file, fn)
  const index = functionAt(owner).params.findIndex(p => p.bindings.length === 1 && p.bindings[0] === value.binding)
  return program.types.passedAt(owner).some(({ call }) => {
    const { callee, args: [first] } = callAt(call), called = call.file.values[callee]!
    if (program.types.symbolsOf(refTo(call.file, callee)).some(symbol => READING.has(symbol))) return index === 1
    const event = first === undefined ? undefined : call.file.values[first]!
    if (index !== 0 || called.kind !== 'member' || event?.kind !== 'literal' || event.value !== 'data') return false
    return program.types.of(refTo(call.file, called.object)).flatMap(type => program.models.basesOf(type)).some(type => STREAMS.has(type))
  })
}
