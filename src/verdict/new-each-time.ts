import type { FileFacts } from '../facts/file-facts.ts'
import type { Program } from '../link/program.ts'
import { keyOfPlace } from '../link/places.ts'
import { callAt, functionAt, refTo, stripped, valueAt, type CallRef, type ValueRef } from '../link/refs.ts'

/** What gives another value at each call: clocks and random numbers. */
const CHANGING: ReadonlySet<string> = new Set([
  'global#Date.now', 'global#Date', 'global#Math.random', 'node:perf_hooks#Performance.now', 'node:process#Process.hrtime', 'node:process#Process.hrtime.bigint',
  'global#crypto.randomUUID', 'node:crypto#randomUUID', 'node:crypto#randomBytes', 'node:crypto#default.randomUUID', 'node:crypto#default.randomBytes',
])
const DEPTH = 8

/**
 * Whether a text differs each time it is computed, because a time, a random number or a counter is part of it. What only changes when something
 * else does, `stats.mtimeMs`, is not such.
 */
export function isNewEachTime(program: Program, ref: ValueRef, depth = 0): boolean {
  if (depth > DEPTH) return false
  const at = stripped(ref), value = valueAt(at)
  const of = (id: number): boolean => isNewEachTime(program, refTo(at.file, id), depth + 1)
  switch (value.kind) {
    case 'computed': return value.operator === '++' ? isLastingCounter(at.file, value.parts[0]!) : value.parts.some(of)
    case 'choice': return value.operator === '?:' ? value.options.every(of) : value.options.some(of)
    case 'member': return of(value.object) || isCounted(program, at)
    case 'binding': return isCounted(program, at) || isGivenNew(program, at, value.binding, depth)
    case 'call': return isChangingCall(program, refTo(at.file, value.call), depth)
    default: return false
  }
}

function isChangingCall(program: Program, call: CallRef, depth: number): boolean {
  const { callee, args, isNew } = callAt(call), called = valueAt(refTo(call.file, callee))
  const of = (id: number): boolean => isNewEachTime(program, refTo(call.file, id), depth + 1)
  const symbols = program.types.symbolsOf(refTo(call.file, callee))
  // `new Date(file.time)` is a certain time
  if (symbols.some(symbol => CHANGING.has(symbol)) && (args.length === 0 || !symbols.includes('global#Date'))) return true
  const [own, ...others] = isNew ? [] : program.graph.calleesOf(call)
  if (own !== undefined) return others.length === 0 && functionAt(own).returns.some(id => isNewEachTime(program, refTo(own.file, id), depth + 1))
  return called.kind === 'member' && of(called.object) || args.some(of)
}

/** A constant that is given such a value, or an object of which a part is: `url.searchParams.set('t', Date.now())`. */
function isGivenNew(program: Program, { file }: ValueRef, binding: number, depth: number): boolean {
  const { kind, values, fn } = file.bindings[binding]!
  if (kind === 'param' || kind === 'import' || fn === 0) return false
  const of = (id: number): boolean => isNewEachTime(program, refTo(file, id), depth + 1)
  if (values.length === 1 && of(values[0]!)) return true
  return file.writes.some(({ target, value, fn: within }) => value !== undefined && within === fn && isPartOf(file, target, binding) && of(value))
    || file.calls.some(({ callee, args, fn: within }) => within === fn && isPartOf(file, callee, binding) && args.some(of))
}

/** `url.search`, `url.searchParams.set`. */
function isPartOf({ values }: FileFacts, id: number, binding: number): boolean {
  const value = values[id]!
  if (value.kind !== 'member') return false
  const object = values[value.object]!
  return object.kind === 'binding' && object.binding === binding || isPartOf({ values } as FileFacts, value.object, binding)
}

/** A variable or field that is counted up somewhere, and that does not begin anew with each run. */
function isCounted(program: Program, ref: ValueRef): boolean {
  const key = keyOfPlace(program.places.of(ref))
  return key !== '?' && ref.file.writes.some(({ operator, target }) => operator === 'arithmetic' && keyOfPlace(program.places.of(refTo(ref.file, target))) === key && isLastingCounter(ref.file, target))
}

function isLastingCounter({ values, bindings }: FileFacts, id: number): boolean {
  const value = values[id]!
  return value.kind === 'binding' ? bindings[value.binding]!.fn === 0 : value.kind === 'member'
}
