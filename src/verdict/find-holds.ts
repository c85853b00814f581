import type { FileFacts, Guard } from '../facts/file-facts.ts'
import type { Program } from '../link/program.ts'
import { isModuleBinding, keyOfPlace, type Place } from '../link/places.ts'
import type { RefCache } from '../link/ref-cache.ts'
import { argumentOf, callAt, functionAt, isInside, parameterIndex, refTo, valueAt, type CallRef, type FunctionRef, type ValueRef } from '../link/refs.ts'
import type { AcquireRow } from '../models/row.ts'
import type { Hold } from './hold.ts'
import { fitsCall } from './fits-call.ts'
import { holdOfCall, PROCESS } from './hold-of-call.ts'
import type { OwedResults } from './owed-results.ts'
import type { ReturnedDisposers } from './returned-disposers.ts'
import { placeOfTarget } from './releases.ts'

/** The event loop and the process keep timers and descriptors. */
/** Members by which a collection of the language grows, and which argument is kept. */
const GROWING: Readonly<Record<string, { readonly types: readonly string[]; readonly key?: number; readonly held: number }>> = {
  push: { types: ['global#Array'], held: 0 }, unshift: { types: ['global#Array'], held: 0 },
  set: { types: ['global#Map'], key: 0, held: 1 }, add: { types: ['global#Set'], key: 0, held: 0 },
}

/** Every acquire of a file, in source order. */
export function findHolds(program: Program, file: FileFacts, owed: OwedResults, disposers: ReturnedDisposers, registrations: Registrations): readonly Hold[] {
  const holds: Hold[] = []
  const owners = resultOwners(file)
  for (const call of file.calls) {
    const ref = refTo(file, call.id)
    const hold = modelledHold(program, ref, owners) ?? owedHold(program, ref, owners, owed) ?? subscription(program, ref, disposers) ?? listenerThrough(program, ref, registrations) ?? duckTypedListener(program, ref) ?? insertByCall(program, ref)
    if (hold !== undefined) holds.push(hold)
  }
  for (const write of file.writes) {
    const hold = insertByWrite(program, file, write.id)
    if (hold !== undefined) holds.push(hold)
  }
  return holds
}

function modelledHold(program: Program, ref: CallRef, owners: Owners): Hold | undefined {
  const row = program.types.rowsOf(ref, 'acquire').find(one => fitsCall(program, ref, one))
  if (row === undefined) return undefined
  const given = row.holder === 'process' || row.holder === 'return' ? undefined : selected(ref, row.holder)
  const holder = given === undefined ? undefined : program.types.viewed(given)
  const held = row.held === undefined ? undefined : selected(ref, row.held)
  const key = row.key?.[0] === undefined ? undefined : selected(ref, row.key[0])
  const handle = handlePlace(program, ref, row, owners)
  return {
    ...holdOfCall(ref), resource: row.resource, row, isOnce: row.endsBy?.includes('first-event') ?? false,
    place: holder === undefined ? PROCESS : program.places.of(holder),
    ...(holder === undefined ? {} : { holder }), ...(held === undefined ? {} : { held }), ...(key === undefined ? {} : { key }), ...(handle === undefined ? {} : { handle }),
  }
}

/** A call that makes what its caller must end, as other callers do. */
function owedHold(program: Program, ref: CallRef, owners: Owners, owed: OwedResults): Hold | undefined {
  const members = owed.membersOf(ref)
  if (members.size === 0) return undefined
  const row: AcquireRow = { role: 'acquire', symbol: '', resource: 'resource', holder: 'process', handle: 'return', releasedBy: [...members] }
  const handle = handlePlace(program, ref, row, owners)
  return { ...holdOfCall(ref), resource: 'resource', row, isOwed: true, place: PROCESS, ...(handle === undefined ? {} : { handle }) }
}

/** A call that keeps a listener until what it returns is used. */
function subscription(program: Program, ref: CallRef, disposers: ReturnedDisposers): Hold | undefined {
  if (callAt(ref).result !== 'dropped') return undefined
  const found = disposers.of(ref)
  if (found === undefined) return undefined
  const callee = valueAt(refTo(ref.file, callAt(ref).callee)), kept = found.keeper === undefined ? undefined : program.places.of(found.keeper)
  // what keeps the listener, where it was given or is one for all; else the object that is asked
  const given = found.keeper === undefined ? undefined : argumentFor(ref, found.keeper)
  const holder = given ?? (kept !== undefined && isOneForAll(kept) ? found.keeper : callee.kind === 'member' ? refTo(ref.file, callee.object) : undefined)
  if (holder === undefined) return undefined
  const row: AcquireRow = { role: 'acquire', symbol: '', resource: 'listener', holder: 'this', handle: 'return' }
  return { ...holdOfCall(ref), resource: 'listener', row, holder, place: program.places.of(holder), held: found.listener }
}

/** The argument that a parameter of the called function is given. */
function argumentFor(call: CallRef, param: ValueRef): ValueRef | undefined {
  const value = valueAt(param), binding = value.kind === 'binding' ? param.file.bindings[value.binding]! : undefined
  if (value.kind !== 'binding' || binding?.kind !== 'param') return undefined
  const index = parameterIndex(refTo(param.file, binding.fn), value.binding)
  return index < 0 ? undefined : argumentOf(call, index)
}

/** What a function of the program does with a listener that it is given: the hold in it, whose holder and listener are parameters. */
interface Registration {
  readonly hold: Hold
  readonly holder: ValueRef
  readonly held: ValueRef
}

/** Of each function that is called, once: most register nothing. */
export type Registrations = RefCache<Registration | null>

/** `listen(emitter, 'x', f)`, where `listen` of the program does `emitter.on('x', f)`: the caller's hold, as long as it drops what it is given back. */
function listenerThrough(program: Program, ref: CallRef, known: Registrations): Hold | undefined {
  const { isNew, result, args } = callAt(ref)
  if (isNew || result !== 'dropped' || args.length < 2) return undefined
  const [fn, ...others] = program.graph.calleesOf(ref)
  if (fn === undefined || others.length > 0) return undefined
  let registration = known.get(fn)
  if (registration === undefined) known.set(fn, registration = registrationIn(program, fn) ?? null)
  if (registration === null) return undefined
  const holder = argumentFor(ref, registration.holder), held = argumentFor(ref, registration.held)
  if (holder === undefined || held === undefined) return undefined
  const { hold } = registration, { key: named, ...rest } = hold, key = named === undefined ? undefined : argumentFor(ref, named) ?? named
  return { ...rest, ...holdOfCall(ref), isOnce: hold.isOnce, isDuckTyped: hold.isDuckTyped, holder, held, place: program.places.of(holder), ...(key === undefined ? {} : { key }) }
}

function registrationIn(program: Program, fn: FunctionRef): Registration | undefined {
  if (functionAt(fn).params.length < 2) return undefined
  for (const inner of program.graph.callsIn(fn)) {
    const at = refTo(fn.file, inner.id)
    const hold = modelledHold(program, at, NO_OWNERS) ?? duckTypedListener(program, at)
    if (hold?.resource !== 'listener' || hold.holder !== undefined && !inner.guards.every(({ test }) => asksWhatItCan(fn.file, test, hold.holder!)) || hold.holder === undefined || hold.held === undefined || !isParameterOf(fn, hold.holder) || !isParameterOf(fn, hold.held)) continue
    return removesListener(program, fn) ? undefined : { hold, holder: hold.holder, held: hold.held }
  }
  return undefined
}

/** `if ('addEventListener' in target)`, `if (target.on)`: by one of its members or another, the listener is added. */
function asksWhatItCan(file: FileFacts, test: number, holder: ValueRef): boolean {
  const value = file.values[test]!, isHolder = (id: number): boolean => isSameExpression(refTo(file, id), holder)
  switch (value.kind) {
    case 'member': return isHolder(value.object)
    case 'computed': return value.parts.some(part => value.operator === 'in' && isHolder(part) || asksWhatItCan(file, part, holder))
    default: return false
  }
}

function isParameterOf(fn: FunctionRef, { file, id }: ValueRef): boolean {
  const value = file.values[id]!
  return file === fn.file && value.kind === 'binding' && file.bindings[value.binding]!.kind === 'param' && file.bindings[value.binding]!.fn === fn.id
}

/** It, or a function in it, takes a listener off. */
function removesListener(program: Program, fn: FunctionRef): boolean {
  const names = program.models.memberNames('release', 'listener')
  return fn.file.calls.some(({ callee, fn: within }) => { const called = fn.file.values[callee]!; return called.kind === 'member' && names.has(called.property) && isInside(refTo(fn.file, within), fn) })
}

const NO_OWNERS: ReadonlyMap<number, number> = new Map()

const isOneForAll = ({ root }: Place): boolean => root.kind === 'static' || root.kind === 'global' || root.kind === 'package' || root.kind === 'module' || root.kind === 'binding' && isModuleBinding(root.binding)

export function selected(ref: CallRef, path: string): ValueRef | undefined {
  if (path === 'this') {
    const callee = valueAt(refTo(ref.file, callAt(ref).callee))
    return callee.kind === 'member' ? refTo(ref.file, callee.object) : undefined
  }
  const index = /^arg\[(\d+)\]$/.exec(path)?.[1]
  if (index !== undefined) return argumentOf(ref, Number(index))
  return path.startsWith('arg[last]') ? argumentOf(ref, callAt(ref).args.length - 1) : undefined
}

/** The variable or field that the call's result is assigned to. */
function handlePlace(program: Program, ref: CallRef, row: AcquireRow, owners: Owners): Place | undefined {
  if (row.handle === 'this') return placeMadeHere(program, ref)
  if (row.handle !== 'return' && row.resource === 'listener') return undefined
  const { value } = callAt(ref)
  const owner = owners.get(value)
  if (owner !== undefined) return placeOfTarget(program, refTo(ref.file, owner))
  const binding = fulfilledBinding(program, ref.file, value)
  return binding === undefined ? undefined : { root: { kind: 'binding', binding: refTo(ref.file, binding) }, path: [] }
}

/** `const producer = kafka.producer(); await producer.connect()`: the variable of the same function that alone has what is opened. */
function placeMadeHere(program: Program, ref: CallRef): Place | undefined {
  const receiver = selected(ref, 'this'), value = receiver === undefined ? undefined : valueAt(receiver)
  if (receiver === undefined || value?.kind !== 'binding') return undefined
  const { fn, kind, values } = ref.file.bindings[value.binding]!
  return fn === callAt(ref).fn && kind !== 'param' && values.length === 1 && ref.file.values[values[0]!]!.kind === 'call' ? program.places.of(receiver) : undefined
}

/** `createConnection().then(connection => …)`: the parameter of the callback. */
function fulfilledBinding(program: Program, file: FileFacts, promise: number): number | undefined {
  for (const { callee, args: [callback] } of file.calls) {
    const called = file.values[callee]!
    if (callback === undefined || called.kind !== 'member' || called.property !== 'then' || called.object !== promise) continue
    const fn = program.types.functionOf(refTo(file, callback))
    const [first] = fn === undefined || fn.file !== file ? [] : functionAt(fn).params
    return first?.bindings.length === 1 ? first.bindings[0] : undefined
  }
  return undefined
}

type Owners = ReadonlyMap<number, number>

/** Value of a call → the value it is assigned to. */
function resultOwners(file: FileFacts): Owners {
  const owners = new Map<number, number>()
  const note = (value: number, target: number) => { for (const id of resultsIn(file, value)) owners.set(id, target) }
  for (const write of file.writes) if (write.value !== undefined) note(write.value, write.target)
  file.values.forEach((value, id) => {
    if (value.kind === 'binding') for (const given of file.bindings[value.binding]!.values) if (!owners.has(given)) note(given, id)
  })
  return owners
}

function resultsIn(file: FileFacts, id: number): number[] {
  const value = file.values[id]!
  switch (value.kind) {
    case 'choice': return value.options.flatMap(o => resultsIn(file, o))
    case 'await':
    case 'assigned': return [...resultsIn(file, value.value), id]
    // `setTimeout(…).unref()` gives the timer itself
    case 'call': {
      const callee = file.values[file.calls[value.call]!.callee]!
      return callee.kind === 'member' && (callee.property === 'unref' || callee.property === 'ref') ? [...resultsIn(file, callee.object), id] : [id]
    }
    default: return [id]
  }
}

/** `x.on('event', f)` on a receiver that nothing declares. */
function duckTypedListener(program: Program, ref: CallRef): Hold | undefined {
  const call = callAt(ref)
  const callee = valueAt(refTo(ref.file, call.callee))
  if (call.isNew || callee.kind !== 'member' || !program.models.acquireNames('listener').has(callee.property)) return undefined
  const [event, listener] = [argumentOf(ref, 0), argumentOf(ref, 1)]
  if (event === undefined || listener === undefined) return undefined
  // `events.listen(emitter, 'x', f)`, or one whose result is kept to end it with: not the method of an emitter
  const third = argumentOf(ref, 2)
  if (third !== undefined && program.types.functionOf(third) !== undefined && program.types.functionOf(listener) === undefined || isKept(ref)) return undefined
  const object = refTo(ref.file, callee.object)
  if (isOwnFunction(program, ref)) return undefined
  const types = program.types.of(object)
  if (types.some(key => key.startsWith('global#')) || !isEventName(program, event) || !isListener(program, listener)) return undefined
  const row = program.models.rowsOf(`${callee.property.includes('Event') ? 'global#EventTarget' : 'node:events#EventEmitter'}.${callee.property}`).find(r => r.role === 'acquire')
  return {
    ...holdOfCall(ref), resource: 'listener', holder: object, place: program.places.of(object), key: event, held: listener, isDuckTyped: true,
    isOnce: row?.role === 'acquire' && (row.endsBy?.includes('first-event') ?? false),
    ...(row?.role === 'acquire' ? { row } : {}),
  }
}

/** The result goes into a list or a field: what ends it is kept. */
function isKept({ file, id }: CallRef): boolean {
  const { value, result } = file.calls[id]!
  return result === 'used' && (file.values.some(at => at.kind === 'array' && at.elements.includes(value)) || file.writes.some(write => write.value === value && file.values[write.target]!.kind === 'member'))
}

/** A function of the program that is no method: what it does with the listener stands in it. */
export const isOwnFunction = (program: Program, ref: CallRef): boolean => program.graph.calleesOf(ref).some(fn => { const { cls } = fn.file.functions[fn.id]!; return cls === null || fn.file.functions[fn.id]!.isStatic || fn.file.classes[cls]!.kind === 'object' })

function isEventName(program: Program, ref: ValueRef): boolean {
  const value = valueAt(ref)
  if (value.kind === 'literal') return typeof value.value === 'string'
  if (value.kind === 'computed') return value.operator === 'template' || value.operator === '+'
  return (value.kind === 'member' || value.kind === 'binding') && program.types.functionOf(ref) === undefined
}

function isListener(program: Program, ref: ValueRef): boolean {
  if (program.types.functionOf(ref) !== undefined) return true
  const { kind } = valueAt(ref)
  return kind === 'binding' || kind === 'member' || kind === 'call'
}

function insertByCall(program: Program, ref: CallRef): Hold | undefined {
  const call = callAt(ref)
  const callee = valueAt(refTo(ref.file, call.callee))
  if (call.isNew || callee.kind !== 'member' || call.args.length === 0) return undefined
  const growing = GROWING[callee.property]
  if (growing === undefined || !Object.hasOwn(GROWING, callee.property)) return undefined
  const object = refTo(ref.file, callee.object)
  // a class of the program that extends one may limit itself
  if (!growing.types.includes(program.types.of(object)[0] ?? '') && !isElementArray(program, object, callee.property) && !isGivenCollection(program, ref, object)) return undefined
  const held = argumentOf(ref, growing.held), key = growing.key === undefined ? undefined : argumentOf(ref, growing.key)
  return {
    ...holdOfCall(ref), resource: 'collection', holder: object, place: lastingOption(program, object, call.guards) ?? program.places.of(object),
    ...(held === undefined ? {} : { held }), ...(key === undefined ? {} : { key, isCache: isLookedUp(program, ref, object, key) }),
  }
}

/** `const list = given ?? this.defaults; list.push(x)`: of what the variable may stand for, that which outlives the call. */
function lastingOption(program: Program, object: ValueRef, guards: readonly Guard[]): Place | undefined {
  const value = valueAt(object), binding = value.kind === 'binding' ? object.file.bindings[value.binding]! : undefined
  const given = binding?.kind === 'const' && binding.values.length === 1 ? refTo(object.file, binding.values[0]!) : undefined, choice = given === undefined ? undefined : valueAt(given)
  if (choice?.kind !== 'choice') return undefined
  // `if (given) list.push(x)`: then it is what was given
  const [first] = choice.options
  if (choice.operator !== '?:' && first !== undefined && guards.some(({ test, negated }) => !negated && asksFor(object.file, test, refTo(object.file, first)))) return undefined
  return choice.options.map(option => program.places.of(refTo(object.file, option))).find(place => place.root.kind === 'instance' && place.path.length > 0 || isOneForAll(place))
}

/** The test, or a part of it that has to hold, is the value itself. */
function asksFor(file: FileFacts, test: number, value: ValueRef): boolean {
  const asked = file.values[test]!
  return asked.kind === 'choice' && asked.operator === '&&' ? asked.options.some(option => asksFor(file, option, value)) : isSameExpression(refTo(file, test), value)
}

/** A parameter of unknown type: its callers know what they give. */
function isGivenCollection(program: Program, ref: CallRef, object: ValueRef): boolean {
  const { root, path } = program.places.of(object)
  if (root.kind !== 'binding' || path.length > 0 || root.binding.id < 0 || program.types.of(object).length > 0) return false
  const { kind, fn } = root.binding.file.bindings[root.binding.id]!
  return kind === 'param' && fn === callAt(ref).fn
}

/** `dict[k].push(x)`, `map.get(k).push(x)`, `require('preset').plugins.push(x)`: only an array has push. */
function isElementArray(program: Program, object: ValueRef, member: string): boolean {
  if (member !== 'push') return false
  const { path, root } = program.places.of(object)
  if (program.types.of(object).length > 0) return false
  return root.kind === 'package' && path.length > 0 || root.kind !== 'unknown' && path.includes('[]')
}

/** `dict[key] = value` with a key that is not fixed. */
function insertByWrite(program: Program, file: FileFacts, id: number): Hold | undefined {
  const write = file.writes[id]!
  const target = file.values[write.target]!
  // `o[k]++` counts what is there: on a missing key it gives NaN
  if (target.kind !== 'index' || write.operator === 'delete' || write.operator === 'arithmetic' || write.value === undefined) return undefined
  const object = refTo(file, target.object), key = refTo(file, target.key)
  if (!program.types.of(object).flatMap(t => program.models.basesOf(t)).some(t => t === 'global#Object' || t === 'global#Record') && !isMadeEmpty(program, object)) return undefined
  const held = refTo(file, write.value)
  if (isNothing(held)) return undefined
  const ref = refTo(file, id)
  return {
    resource: 'collection', fn: refTo(file, write.fn), start: write.at, end: write.end, node: { kind: 'write', ref: id }, guards: write.guards,
    holder: object, place: program.places.of(object), key, isDuckTyped: false, isOnce: false, isCache: write.operator !== '=' || isReadElsewhere(program, ref, target.object, target.key), held,
  }
}

/** `private queue: Queue`, and `this.queue = {}`: whatever the declared name says, objects without members are keyed. */
function isMadeEmpty(program: Program, object: ValueRef): boolean {
  const { root, path } = program.places.of(object)
  if (root.kind !== 'instance' || path.length !== 1) return false
  const values = program.denotations.fieldValuesOf(root.cls, path[0]!)
  return values.length > 0 && values.every(value => { const made = valueAt(value); return made.kind === 'object' && made.properties.length === 0 && made.spreads.length === 0 })
}

const isNothing = (ref: ValueRef): boolean => {
  const value = valueAt(ref)
  return value.kind === 'literal' && value.value === null
}

/** The same function asks for the key before it inserts it. */
function isLookedUp(program: Program, ref: CallRef, object: ValueRef, key: ValueRef): boolean {
  const place = program.places.of(object)
  return program.graph.callsIn(refTo(ref.file, callAt(ref).fn)).some(other => {
    if (other.id === ref.id) return false
    const callee = ref.file.values[other.callee]!
    if (callee.kind !== 'member' || (callee.property !== 'get' && callee.property !== 'has')) return false
    const arg = other.args[0]
    return arg !== undefined && samePlace(program.places.of(refTo(ref.file, callee.object)), place) && isSameExpression(refTo(ref.file, arg), key)
  })
}

function isReadElsewhere(program: Program, ref: CallRef, object: number, key: number): boolean {
  const write = ref.file.writes[ref.id]!
  const place = program.places.of(refTo(ref.file, object))
  return write.guards.some(g => mentionsElement(program, ref.file, g.test, place, key)) || ref.file.functions[write.fn]!.returns.some(r => mentionsElement(program, ref.file, r, place, key))
}

function mentionsElement(program: Program, file: FileFacts, id: number, place: Place, key: number): boolean {
  const value = file.values[id]!
  switch (value.kind) {
    case 'index': return samePlace(program.places.of(refTo(file, value.object)), place) && isSameExpression(refTo(file, value.key), refTo(file, key))
    case 'computed': return value.parts.some(p => mentionsElement(program, file, p, place, key))
    case 'choice': return value.options.some(o => mentionsElement(program, file, o, place, key))
    case 'assigned': return mentionsElement(program, file, value.value, place, key)
    case 'binding': {
      const { values, kind } = file.bindings[value.binding]!
      return kind !== 'param' && values.length === 1 && mentionsElement(program, file, values[0]!, place, key)
    }
    default: return false
  }
}

const samePlace = (a: Place, b: Place): boolean => a.root.kind !== 'unknown' && keyOfPlace(a) === keyOfPlace(b)

/** Two expressions that name the same thing: the same binding, or the same members of it. */
export function isSameExpression(a: ValueRef, b: ValueRef): boolean {
  if (a.file !== b.file) return false
  const x = valueAt(a), y = valueAt(b)
  if (x.kind === 'binding' && y.kind === 'binding') return x.binding === y.binding
  if (x.kind === 'literal' && y.kind === 'literal') return x.value === y.value
  if (x.kind === 'this' && y.kind === 'this') return true
  if (x.kind === 'member' && y.kind === 'member') return x.property === y.property && isSameExpression(refTo(a.file, x.object), refTo(b.file, y.object))
  if (x.kind === 'computed' && y.kind === 'computed') return x.operator === y.operator && x.parts.length === y.parts.length && x.parts.every((p, i) => isSameExpression(refTo(a.file, p), refTo(b.file, y.parts[i]!)))
  return false
}
