import { argumentOf, callAt, functionAt, refTo, stripped, valueAt, type ValueRef } from '../link/refs.ts'
import type { Program } from '../link/program.ts'
import { keyDomainOf } from './key-domain.ts'
import { textOf } from './source-text.ts'

const DEPTH = 12
/** Following a value through callers costs this much of the depth. */
const CALL_COST = 4

/**
 * The data of an event that a value is made of, which is another each time, without bound: the path of a request, the address of who asks, a
 * random id. Undefined for anything of which that is not seen.
 */
export function eventDataIn(program: Program, ref: ValueRef, depth = 0): ValueRef | undefined {
  if (depth > DEPTH || keyDomainOf(program, ref) === 'finite' || isLookedUp(program, ref)) return undefined
  const at = stripped(ref), value = valueAt(at)
  const inner = (id: number): ValueRef | undefined => eventDataIn(program, refTo(at.file, id), depth + 1)
  const first = (ids: readonly number[]): ValueRef | undefined => { for (const id of ids) { const found = inner(id); if (found !== undefined) return found } return undefined }
  switch (value.kind) {
    case 'binding': return isParameter(at.file, value.binding) ? ofParameter(program, at, value.binding, depth) ?? first(at.file.bindings[value.binding]!.values) : first(at.file.bindings[value.binding]!.values)
    case 'choice': return value.operator === '&&' ? inner(value.options.at(-1)!) : first(value.options)
    case 'computed': return value.operator === '+' || value.operator === 'template' ? first(value.parts) : undefined
    case 'member': return value.property === 'length' ? undefined : isData(program, at) ? at : isPartOfData(program, refTo(at.file, value.object)) ? refTo(at.file, value.object) : value.property === '0' ? inner(value.object) : undefined
    case 'index': return isPartOfData(program, refTo(at.file, value.object)) ? refTo(at.file, value.object) : undefined
    case 'call': return ofCall(program, at, value.call, depth)
    default: return undefined
  }
}

/** A property of the types that the models describe. */
function isData({ types, models }: Program, ref: ValueRef): boolean {
  const value = valueAt(ref)
  if (value.kind !== 'member') return false
  const keys = types.of(refTo(ref.file, value.object))
  return (keys.length > 0 ? keys : typeByConvention(ref.file, value.object)).some(key => models.memberRows(key, value.property).some(row => row.role === 'data'))
}

/** `req.params` of `req.params.id`, also in a variable. */
function isPartOfData(program: Program, ref: ValueRef, depth = 0): boolean {
  const value = valueAt(stripped(ref))
  if (isData(program, stripped(ref))) return true
  const given = value.kind === 'binding' ? ref.file.bindings[value.binding]!.values : []
  return depth < 2 && given.length === 1 && isPartOfData(program, refTo(ref.file, given[0]!), depth + 1)
}

/** `req` of a handler that nothing declares: `(req, res) => …`. */
function typeByConvention({ bindings, functions, values }: ValueRef['file'], object: number): readonly string[] {
  const value = values[object]!
  const binding = value.kind === 'binding' ? bindings[value.binding]! : undefined
  if (value.kind !== 'binding' || binding?.kind !== 'param') return []
  const [first, second] = functions[binding.fn]!.params
  if (first?.bindings.includes(value.binding) !== true || first.bindings.length > 1) return []
  if (/^_?(req|request)$/.test(binding.name) && /^_?(res|response|reply)$/.test(second?.name ?? '')) return ['express#Request']
  return binding.name === 'ctx' && second?.name === 'next' ? ['koa#Context'] : []
}

const isParameter = ({ bindings }: ValueRef['file'], id: number): boolean => bindings[id]!.kind === 'param'

/** What some caller gives. */
function ofParameter(program: Program, { file }: ValueRef, id: number, depth: number): ValueRef | undefined {
  const { fn } = file.bindings[id]!, owner = refTo(file, fn)
  const index = functionAt(owner).params.findIndex(p => p.name !== undefined && p.bindings.length === 1 && p.bindings[0] === id)
  for (const { how, call } of index < 0 ? [] : program.graph.callersOf(owner)) {
    const given = how === 'calls' ? argumentOf(call, index) : undefined
    const found = given === undefined ? undefined : eventDataIn(program, given, depth + CALL_COST)
    if (found !== undefined) return found
  }
  return undefined
}

/** Members of a text that give another for each other text. */
const KEEPING: ReadonlySet<string> = new Set(['toString', 'toLowerCase', 'toUpperCase', 'trim', 'normalize'])
/** Functions that do. */
const COPYING: ReadonlySet<string> = new Set(['global#String', 'global#decodeURIComponent', 'global#encodeURIComponent', 'global#decodeURI', 'global#encodeURI'])

function ofCall(program: Program, at: ValueRef, id: number, depth: number): ValueRef | undefined {
  const call = refTo(at.file, id), { callee, args } = callAt(call)
  if (program.types.rowsOf(call, 'data').length > 0) return at
  const called = valueAt(refTo(at.file, callee))
  if (called.kind === 'member' && (KEEPING.has(called.property) || isFirstPart(at.file, called.property, args))) return eventDataIn(program, refTo(at.file, called.object), depth + 1)
  return args[0] !== undefined && program.types.symbolsOf(refTo(at.file, callee)).some(symbol => COPYING.has(symbol)) ? eventDataIn(program, refTo(at.file, args[0]), depth + 1) : undefined
}

/** `url.split('?')`, of which the first is the path. */
const isFirstPart = ({ values }: ValueRef['file'], member: string, [separator]: readonly number[]): boolean => {
  const given = separator === undefined ? undefined : values[separator]!
  return member === 'split' && given?.kind === 'literal' && (given.value === '?' || given.value === '#')
}

/** Asked for in a list or a table of the same file: what passes may be one of few. */
function isLookedUp(program: Program, ref: ValueRef): boolean {
  const { file } = ref, value = valueAt(ref)
  if (value.kind !== 'binding' && value.kind !== 'member') return false
  const text = textOf(program, ref)
  const isIt = (id: number): boolean => {
    const at = file.values[id]!
    return (at.kind === 'binding' || at.kind === 'member') && textOf(program, refTo(file, id)) === text || at.kind === 'choice' && at.options.some(isIt) || at.kind === 'call' && file.calls[at.call]!.args.some(isIt)
  }
  const isAsked = ({ id, callee, args }: ValueRef['file']['calls'][number]): boolean => { const called = file.values[callee]!; return called.kind === 'member' && ASKING.has(called.property) && (args.some(isIt) || isIt(called.object)) && program.types.rowsOf(refTo(file, id), 'label').length === 0 }
  return file.calls.some(isAsked)
    || file.values.some(at => at.kind === 'computed' && at.operator === 'in' && at.parts.some(isIt))
}

const ASKING: ReadonlySet<string> = new Set(['has', 'includes', 'indexOf', 'hasOwn', 'hasOwnProperty', 'test', 'get', 'match', 'find', 'some'])
