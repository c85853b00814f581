import type { Program } from '../link/program.ts'
import { keyOfPlace } from '../link/places.ts'
import { callAt, functionAt, keyOf, refTo, stripped, valueAt, type CallRef, type ValueRef } from '../link/refs.ts'
import { placeOfTarget } from './releases.ts'

/** Which function value an expression gives, each time it is evaluated. */
export type HandleIdentity =
  /** The same function as every other expression with this key. */
  | { readonly kind: 'same'; readonly key: string }
  /** A new function at every evaluation: an inline function, `.bind()`, a wrapper made on the spot. */
  | { readonly kind: 'fresh'; readonly of?: string }
  | { readonly kind: 'unknown' }

export function handleIdentity(program: Program, ref: ValueRef): HandleIdentity {
  const at = stripped(ref)
  const value = valueAt(at)
  switch (value.kind) {
    case 'function': return { kind: 'fresh', of: `fn ${keyOf(refTo(at.file, value.fn))}` }
    case 'call': return freshCall(program, at, value.call)
    case 'binding': {
      const { values, kind } = at.file.bindings[value.binding]!
      const [only] = values
      if (values.length === 1 && only !== undefined && kind !== 'param') {
        const given = valueAt(refTo(at.file, only))
        if (given.kind === 'function') return { kind: 'same', key: `fn ${keyOf(refTo(at.file, given.fn))}` }
        if (given.kind === 'member' || given.kind === 'binding') return handleIdentity(program, refTo(at.file, only))
      }
      const fn = kind === 'import' || kind === 'function' ? program.types.functionOf(at) : undefined
      return { kind: 'same', key: fn === undefined ? `b ${at.file.file}#${value.binding}` : `fn ${keyOf(fn)}` }
    }
    case 'member': {
      const denoted = program.denotations.of(at)
      if (denoted.kind === 'function') return { kind: 'same', key: `fn ${keyOf(denoted.fn)}` }
      const place = placeOfTarget(program, at)
      return place.root.kind === 'unknown' ? { kind: 'unknown' } : { kind: 'same', key: `p ${keyOfPlace(place)}` }
    }
    default: return { kind: 'unknown' }
  }
}

function freshCall(program: Program, at: ValueRef, call: number): HandleIdentity {
  const facts = callAt(refTo(at.file, call))
  const callee = at.file.values[facts.callee]!
  if (callee.kind !== 'member' || callee.property !== 'bind') return makesFunction(program, refTo(at.file, call)) ? { kind: 'fresh' } : { kind: 'unknown' }
  const bound = handleIdentity(program, refTo(at.file, callee.object))
  return bound.kind === 'same' ? { kind: 'fresh', of: bound.key } : { kind: 'fresh' }
}

/** `debounced(f)`: each call gives a function of its own. */
function makesFunction(program: Program, call: CallRef): boolean {
  const [fn, ...others] = program.graph.calleesOf(call)
  if (fn === undefined || others.length > 0 || functionAt(fn).isAsync || functionAt(fn).returns.length === 0) return false
  return functionAt(fn).returns.every(id => valueAt(refTo(fn.file, id)).kind === 'function')
}

/** The function that a fresh handle wraps: bound, or the only thing an inline arrow calls. */
export function wrappedIdentity(program: Program, ref: ValueRef): string | undefined {
  const identity = handleIdentity(program, ref)
  if (identity.kind !== 'fresh') return undefined
  const value = valueAt(stripped(ref))
  if (value.kind !== 'function') return identity.of
  const inner = ref.file.calls.filter(call => call.fn === value.fn)
  if (inner.length !== 1) return undefined
  const callee = handleIdentity(program, refTo(ref.file, inner[0]!.callee))
  return callee.kind === 'same' ? callee.key : undefined
}
