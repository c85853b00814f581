import { callAt, refTo, valueAt, type CallRef, type ValueRef } from '../link/refs.ts'
import type { Context } from './context.ts'
import { frequencyOf, weakest } from './frequency.ts'
import type { Hold } from './hold.ts'
import { isLarge, settled } from './large-values.ts'
import { textOf } from './source-text.ts'
import { leak, safe, unknown, type Verdict } from './verdict.ts'

/** Longer pieces of a string are views of it; up to this length they are copies (V8's SlicedString). */
const COPIED = 12
const CUTTING: ReadonlySet<string> = new Set(['slice', 'substring', 'substr', 'subarray'])

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
  return isLarge(context, refTo(at.file, called.object)) ? call : undefined
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
