import { callAt, keyOf, parameterIndex, refTo, stripped, valueAt, type CallRef, type ValueRef } from '../link/refs.ts'
import type { Context } from './context.ts'

/** Functions that read a whole file, and the one that joins what a stream brought. */
const READING: ReadonlySet<string> = new Set(['node:fs#readFileSync', 'node:fs#readFile', 'node:fs/promises#readFile', 'node:fs#promises.readFile', 'global#Buffer.concat', 'node:buffer#Buffer.concat'])
const ASKING: ReadonlySet<string> = new Set(['global#fetch', 'undici#fetch', 'undici#request'])
/** Types whose 'data' is a chunk of some 64 KB. */
const STREAMS: ReadonlySet<string> = new Set(['node:stream#Readable', 'node:net#Socket', 'node:http#IncomingMessage'])
const DEPTH = 8

/** A file, a response, a chunk of a stream, or what is joined or decoded from one. */
export function isLarge(context: Context, ref: ValueRef, seen: Set<string> = new Set()): boolean {
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

/** What a variable that is given one value stands for. */
export function settled(ref: ValueRef, depth = 0): ValueRef {
  const at = stripped(ref), value = valueAt(at)
  if (value.kind !== 'binding' || depth > DEPTH) return at
  const { values, kind } = at.file.bindings[value.binding]!
  return kind !== 'param' && values.length === 1 ? settled(refTo(at.file, values[0]!), depth + 1) : at
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
  const index = parameterIndex(owner, value.binding)
  return program.types.passedAt(owner).some(({ call }) => {
    const { callee, args: [first] } = callAt(call), called = call.file.values[callee]!
    if (program.types.symbolsOf(refTo(call.file, callee)).some(symbol => READING.has(symbol))) return index === 1
    const event = first === undefined ? undefined : call.file.values[first]!
    if (index !== 0 || called.kind !== 'member' || event?.kind !== 'literal' || event.value !== 'data') return false
    return program.types.of(refTo(call.file, called.object)).flatMap(type => program.models.basesOf(type)).some(type => STREAMS.has(type))
  })
}
