import type { Program } from '../link/program.ts'
import { callAt, refTo, stripped, valueAt, type ValueRef } from '../link/refs.ts'
import { isSameExpression } from './find-holds.ts'

/** What sort of value a key is: a Map takes `1`, `'1'` and an object that prints as `1` for three. */
export type KeyKind = 'text' | 'number' | 'object'

const DEPTH = 6
const ARITHMETIC: ReadonlySet<string> = new Set(['-', '*', '/', '%', '**', '|', '&', '^', '<<', '>>', '>>>', '++', '--', '-='])
const TEXT_MEMBERS: ReadonlySet<string> = new Set(['toString', 'toLowerCase', 'toUpperCase', 'trim', 'join', 'toISOString', 'toFixed', 'stringify', 'padStart', 'padEnd'])
const TEXT_FUNCTIONS: ReadonlySet<string> = new Set(['global#String', 'global#encodeURIComponent', 'global#decodeURIComponent', 'node:crypto#randomUUID'])
const NUMBER_FUNCTIONS: ReadonlySet<string> = new Set(['global#Number', 'global#parseInt', 'global#parseFloat', 'global#Number.parseInt', 'global#Number.parseFloat', 'global#Date.now'])

/** Undefined where the source does not say it. */
export function keyKindOf(program: Program, ref: ValueRef, depth = 0): KeyKind | undefined {
  if (depth > DEPTH) return undefined
  const at = stripped(ref), value = valueAt(at)
  const of = (id: number): KeyKind | undefined => keyKindOf(program, refTo(at.file, id), depth + 1)
  switch (value.kind) {
    case 'literal': return typeof value.value === 'string' ? 'text' : typeof value.value === 'number' ? 'number' : undefined
    case 'object':
    case 'array':
    case 'function': return 'object'
    case 'computed': return ofComputed(value.operator, value.parts.map(of))
    case 'choice': return value.operator === '&&' ? undefined : common(value.options.map(of))
    case 'call': return ofCall(program, at, value.call)
    case 'member': return written(program, at)
    case 'binding': {
      const { values, kind, type } = at.file.bindings[value.binding]!
      return type !== undefined || kind === 'param' ? written(program, at) : kind === 'const' ? common(values.map(of)) : undefined
    }
    default: return undefined
  }
}

/** Whether two keys can never be one: of different kinds, or one a text made of the other with more in it. */
export function areNeverEqual(program: Program, a: ValueRef, b: ValueRef): boolean {
  const [x, y] = [keyKindOf(program, a), keyKindOf(program, b)]
  return x !== undefined && y !== undefined && x !== y || isLongerTextOf(a, b) || isLongerTextOf(b, a)
}

/** `user:${id}` of `id`, in the same function. */
function isLongerTextOf(a: ValueRef, b: ValueRef): boolean {
  const value = valueAt(a)
  if (value.kind !== 'computed' || value.operator !== 'template' || value.parts.length !== 1) return false
  const part = refTo(a.file, value.parts[0]!), inner = valueAt(part)
  // two backticks, a dollar and two braces
  return value.end - value.at > inner.end - inner.at + 5 && isConstant(part) && isSameExpression(part, b)
}

/** Its value is the same wherever it is mentioned. */
function isConstant(ref: ValueRef): boolean {
  const value = valueAt(ref)
  return value.kind === 'member' ? isConstant(refTo(ref.file, value.object)) : value.kind === 'binding' && ref.file.bindings[value.binding]!.values.length <= 1
}

function ofComputed(operator: string, parts: readonly (KeyKind | undefined)[]): KeyKind | undefined {
  if (operator === 'template') return 'text'
  if (operator === '+' && parts.length === 2) return parts.includes('text') ? 'text' : parts.every(part => part === 'number') ? 'number' : undefined
  return ARITHMETIC.has(operator) ? 'number' : undefined
}

function ofCall(program: Program, at: ValueRef, id: number): KeyKind | undefined {
  const { callee, isNew } = callAt(refTo(at.file, id)), called = valueAt(refTo(at.file, callee))
  if (isNew) return 'object'
  const symbols = program.types.symbolsOf(refTo(at.file, callee))
  if (symbols.some(symbol => NUMBER_FUNCTIONS.has(symbol))) return 'number'
  if (symbols.some(symbol => TEXT_FUNCTIONS.has(symbol))) return 'text'
  return called.kind === 'member' && TEXT_MEMBERS.has(called.property) && program.graph.calleesOf(refTo(at.file, id)).length === 0 ? 'text' : undefined
}

/** By its annotation. */
function written(program: Program, ref: ValueRef): KeyKind | undefined {
  const name = program.declared.of(ref)?.type.name
  if (name === 'string') return 'text'
  if (name === 'number') return 'number'
  return program.types.of(ref).includes('global#URL') ? 'object' : undefined
}

const common = ([first, ...others]: readonly (KeyKind | undefined)[]): KeyKind | undefined => others.every(kind => kind === first) ? first : undefined
