import type { CallFacts, TypeFacts } from '../facts/file-facts.ts'
import { argumentOf, callAt, functionAt, refTo, stripped, valueAt, type ValueRef } from '../link/refs.ts'
import type { Program } from '../link/program.ts'

/** Whether an expression can take more and more different values as time goes on. */
export type KeyDomain = 'finite' | 'growing' | 'unknown'

const DEPTH = 16
/** A function with more callers than this is not followed to all of them. */
const FEW_CALLERS = 8
/** Of a field of the configuration: the first that is none ends the search, so it may go deeper. */
const CONFIGURED_DEPTH = 16
/** Following a key through callers costs this much of the depth. */
const CALL_COST = 3

export function keyDomainOf(program: Program, ref: ValueRef, depth = 0): KeyDomain {
  if (depth > DEPTH) return 'unknown'
  const value = valueAt(ref)
  const of = (id: number): KeyDomain => keyDomainOf(program, refTo(ref.file, id), depth + 1)
  switch (value.kind) {
    case 'literal': return 'finite'
    case 'computed':
      if (['!', 'typeof', '===', '!==', '==', '!=', '<', '>', '<=', '>=', 'instanceof', 'in', '%', '&'].includes(value.operator)) return 'finite'
      // a counter: `id++`, `id += 1`
      if (['++', '--', '+=', '-='].includes(value.operator)) return 'growing'
      return widest(value.parts.map(of))
    case 'choice': return widest(value.options.map(of))
    case 'await':
    case 'assigned': return of(value.value)
    case 'object':
    case 'array':
    case 'function': return 'growing'
    case 'this': return 'unknown'
    case 'param': return parameterDomain(program, ref, value.fn, value.index, depth)
    case 'binding': return bindingDomain(program, ref, value.binding, depth)
    case 'element': return elementDomain(program, refTo(ref.file, value.of), depth)
    case 'index': return 'unknown'
    case 'member': return memberDomain(program, ref, value.object, value.property, depth)
    case 'call': {
      const call = callAt(refTo(ref.file, value.call))
      const callee = valueAt(refTo(ref.file, call.callee))
      if (call.isNew) return 'growing'
      if (callee.kind === 'member' && callee.property === 'stringify' && call.args[0] !== undefined) return partsDomain(program, refTo(ref.file, call.args[0]), depth + 1)
      const fn = program.types.functionOf(refTo(ref.file, call.callee))
      if (fn !== undefined) {
        const returned = widest(functionAt(fn).returns.map(r => keyDomainOf(program, refTo(fn.file, r), depth + CALL_COST)))
        // what is not seen to be one of few is made of what is given
        return returned === 'unknown' && widest(call.args.map(of)) === 'growing' ? 'growing' : returned
      }
      if (isOfSize(program, ref.file, call)) return 'growing'
      // a method of a string gives another string of it
      if (call.args.length > 0 && callee.kind === 'member') return widest([of(callee.object), ...call.args.map(of)])
      // `nextId()`, `randomUUID()`: what is asked for anew each time is not the same each time
      return call.args.length === 0 ? 'growing' : widest(call.args.map(of))
    }
    default: return 'unknown'
  }
}

/** `nanoid(10)`, `randomBytes(16)` of a package: what is asked for by its length alone is made anew each time. */
const isOfSize = (program: Program, file: ValueRef['file'], { callee, args }: CallFacts): boolean =>
  args.length > 0 && args.every(arg => { const given = file.values[arg]!; return given.kind === 'literal' && typeof given.value === 'number' }) && program.places.of(refTo(file, callee)).root.kind === 'package'

/** `JSON.stringify({ host, port })`: as many texts as its parts have values, also of an object that callers give. */
function partsDomain(program: Program, ref: ValueRef, depth: number): KeyDomain {
  if (depth > DEPTH) return 'unknown'
  const denoted = program.denotations.of(ref)
  const made = denoted.kind === 'value' ? denoted.value : ref
  const value = valueAt(made)
  if (value.kind === 'object') return value.spreads.length > 0 ? 'growing' : widest(value.properties.map(p => keyDomainOf(program, refTo(made.file, p.value), depth + 1)))
  const parameter = denoted.kind === 'parameter' ? valueAt(denoted.value) : value
  if (parameter.kind === 'param') {
    const owner = denoted.kind === 'parameter' ? denoted.value : ref
    const given = givenArguments(program, refTo(owner.file, parameter.fn), parameter.index)
    return given === undefined || given.length > FEW_CALLERS ? 'growing' : widest(given.map(argument => partsDomain(program, argument, depth + CALL_COST)))
  }
  return keyDomainOf(program, ref, depth + 1)
}

function widest(all: readonly KeyDomain[]): KeyDomain {
  if (all.includes('growing')) return 'growing'
  return all.includes('unknown') ? 'unknown' : 'finite'
}

const isFinite = (type: TypeFacts | undefined): boolean => type?.isFinite === true

/** The parameter of an iteration is an element of what is iterated; any other comes from outside. */
function parameterDomain(program: Program, ref: ValueRef, fn: number, index: number, depth: number): KeyDomain {
  if (isFinite(ref.file.functions[fn]!.params[index]?.type)) return 'finite'
  for (const edge of program.graph.callersOf(refTo(ref.file, fn))) {
    const callee = valueAt(refTo(edge.call.file, callAt(edge.call).callee))
    if (edge.how === 'passes' && edge.isImmediate && callee.kind === 'member' && index === 0) return elementDomain(program, refTo(edge.call.file, callee.object), depth)
  }
  // the name of an event, to an emitter of the program's own
  if (index === 0 && EMITTING.has(functionAt(refTo(ref.file, fn)).name)) return 'unknown'
  if (isAlwaysLiteral(program, refTo(ref.file, fn), index)) return 'finite'
  const given = givenArguments(program, refTo(ref.file, fn), index)
  if (given === undefined) return 'growing'
  if (given.length > FEW_CALLERS || depth + CALL_COST > DEPTH) return given.some(isMadeHere) ? 'growing' : 'unknown'
  if (given.every(argument => isConfigured(program, argument, depth + CALL_COST))) return 'unknown'
  return widest(given.map(argument => keyDomainOf(program, argument, depth + CALL_COST)))
}

const EMITTING: ReadonlySet<string> = new Set(['on', 'once', 'off', 'emit', 'addListener', 'removeListener', 'prependListener', 'addEventListener', 'removeEventListener', 'dispatchEvent'])

/** However many callers there are. */
function isAlwaysLiteral(program: Program, fn: ValueRef, index: number): boolean {
  const edges = program.graph.callersOf(fn)
  return program.events.of(fn).via !== undefined && edges.length > 0 && edges.every(({ how, call }) => {
    const given = how === 'calls' ? argumentOf(call, index) : undefined
    return given !== undefined && valueAt(given).kind === 'literal'
  })
}

/** `this.options.timezone`, of a field that the constructor alone sets: as many values as there are objects, also through parameters. */
function isConfigured(program: Program, ref: ValueRef, depth: number): boolean {
  if (depth > CONFIGURED_DEPTH) return false
  const value = valueAt(stripped(ref))
  switch (value.kind) {
    case 'member': {
      const object = refTo(ref.file, value.object)
      if (valueAt(object).kind !== 'this') return isConfigured(program, object, depth + 1)
      const owner = program.denotations.of(object)
      return owner.kind === 'instance' && isSetByConstructor(program, owner.cls, value.property)
    }
    case 'binding': {
      const { values, kind } = ref.file.bindings[value.binding]!
      return kind !== 'import' && values.length === 1 && isConfigured(program, refTo(ref.file, values[0]!), depth + 1)
    }
    case 'param': {
      const given = depth + CALL_COST > CONFIGURED_DEPTH ? undefined : givenArguments(program, refTo(ref.file, value.fn), value.index)
      return given !== undefined && given.length <= FEW_CALLERS && given.every(argument => isConfigured(program, argument, depth + CALL_COST))
    }
    default: return false
  }
}

function isSetByConstructor(program: Program, cls: ValueRef, field: string): boolean {
  return program.denotations.lineageOf(cls).every(({ file, id }) => file.writes.every(write => {
    const target = file.values[write.target]!
    if (target.kind !== 'member' || target.property !== field || file.values[target.object]!.kind !== 'this') return true
    const { cls: owner, kind } = file.functions[write.fn]!
    return owner !== id || kind === 'constructor' || kind === 'field'
  }))
}

/** An object that stands in the call itself: another key each time. */
const isMadeHere = (ref: ValueRef): boolean => ['object', 'array', 'function'].includes(valueAt(ref).kind)

/** What callers give; undefined where others call it, too: a framework with the data of an event, whoever imports an exported function. */
function givenArguments(program: Program, fn: ValueRef, index: number): readonly ValueRef[] | undefined {
  if (program.events.of(fn).via === undefined) return undefined
  const edges = program.graph.callersOf(fn)
  const given = edges.flatMap(edge => edge.how === 'passes' ? [] : argumentOf(edge.call, index) ?? [])
  return given.length === edges.length && given.length > 0 ? given : undefined
}

function bindingDomain(program: Program, ref: ValueRef, id: number, depth: number): KeyDomain {
  const binding = ref.file.bindings[id]!
  if (isFinite(binding.type)) return 'finite'
  if (binding.kind === 'class' || binding.kind === 'function') return 'finite'
  if (binding.kind === 'import') return 'finite'
  // given once, when the module loads
  if (binding.kind === 'const' && isOfModule(binding) && !binding.inLoop) return 'finite'
  if (binding.values.length === 0) return 'unknown'
  return widest(binding.values.map(v => v === ref.id ? 'finite' : keyDomainOf(program, refTo(ref.file, v), depth + 1)))
}

const isOfModule = ({ kind, fn }: ValueRef['file']['bindings'][number]): boolean => fn === 0 && (kind === 'const' || kind === 'import')

/** The elements of a constant list are finite, those of anything else are not known to be. */
function elementDomain(program: Program, of: ValueRef, depth: number): KeyDomain {
  const denoted = program.denotations.of(of)
  const value = denoted.kind === 'value' ? valueAt(denoted.value) : valueAt(of)
  if (value.kind === 'array' && !value.hasSpread) return widest(value.elements.map(e => keyDomainOf(program, refTo(denoted.kind === 'value' ? denoted.value.file : of.file, e), depth + 1)))
  if (value.kind === 'object' && value.spreads.length === 0) return 'finite'
  if (value.kind === 'call') {
    const { callee, args } = callAt(refTo(of.file, value.call))
    const called = valueAt(refTo(of.file, callee))
    if (called.kind === 'member' && ['keys', 'entries', 'values'].includes(called.property) && args[0] !== undefined) return elementDomain(program, refTo(of.file, args[0]), depth + 1)
  }
  return 'unknown'
}

function memberDomain(program: Program, ref: ValueRef, object: number, property: string, depth: number): KeyDomain {
  const above = valueAt(refTo(ref.file, object))
  // there are as many classes as the source has
  if (property === 'name' && above.kind === 'member' && above.property === 'constructor') return 'finite'
  const owner = program.denotations.of(refTo(ref.file, object))
  // `SCHEMAS.order` of an object that stands in the module
  if (above.kind === 'binding' && owner.kind === 'value' && isOfModule(ref.file.bindings[above.binding]!)) {
    const made = valueAt(owner.value), found = made.kind === 'object' ? made.properties.find(({ key }) => key === property) : undefined
    if (found !== undefined && ['object', 'array', 'function'].includes(owner.value.file.values[found.value]!.kind)) return 'finite'
  }
  if (owner.kind === 'instance') {
    const member = program.denotations.lineageOf(owner.cls).flatMap(c => c.file.classes[c.id]!.members).find(m => m.name === property)
    if (isFinite(member?.type)) return 'finite'
    return 'unknown'
  }
  // a member of an enum-like constant
  if (owner.kind === 'value') {
    const object = valueAt(owner.value)
    const found = object.kind === 'object' ? object.properties.find(p => p.key === property) : undefined
    if (found !== undefined) return keyDomainOf(program, refTo(owner.value.file, found.value), depth + 1)
  }
  const given = owner.kind === 'parameter' ? propertiesGiven(program, owner.value, property) : []
  if (given.length > 0) return widest(given.map(value => keyDomainOf(program, value, depth + CALL_COST)))
  return keyDomainOf(program, refTo(ref.file, object), depth + 1) === 'growing' ? 'growing' : 'unknown'
}

/** `job.name` of a parameter that callers give as a literal object. */
function propertiesGiven(program: Program, parameter: ValueRef, property: string): readonly ValueRef[] {
  const value = valueAt(parameter)
  if (value.kind !== 'param') return []
  const given = givenArguments(program, refTo(parameter.file, value.fn), value.index)
  if (given === undefined || given.length > FEW_CALLERS) return []
  const found = given.flatMap(argument => {
    const denoted = program.denotations.of(argument)
    const object = denoted.kind === 'value' ? valueAt(denoted.value) : undefined
    const member = object?.kind === 'object' ? object.properties.find(p => p.key === property) : undefined
    return denoted.kind === 'value' && member !== undefined ? [refTo(denoted.value.file, member.value)] : []
  })
  return found.length === given.length ? found : []
}
