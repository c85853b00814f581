import type { CallFacts, FileFacts, WriteFacts } from '../facts/file-facts.ts'
import type { Denotation, Denotations } from './denotations.ts'
import { lazy } from './lazy.ts'
import { isPromiseConstruction } from './promise-executor.ts'
import { RefCache } from './ref-cache.ts'
import { callAt, classAt, functionAt, keyOf, refTo, valueAt, type CallRef, type ClassRef, type FunctionRef, type ValueRef } from './refs.ts'
import { entriesPickedBy } from './table-lookup.ts'
import type { Types } from './types.ts'

/** One way control reaches a function. */
export interface CallEdge {
  readonly from: FunctionRef
  readonly call: CallRef
  /** `calls`: a direct call; `passes`: the function is handed to the call; `creates`: `new C()` runs it. */
  readonly how: 'calls' | 'passes' | 'creates'
  /** The callee has run when the call returns: a direct call, an array method, the executor of a promise. */
  readonly isImmediate: boolean
}

export interface CallGraph {
  calleesOf(call: CallRef): readonly FunctionRef[]
  callersOf(fn: FunctionRef): readonly CallEdge[]
  /** Every `new C()` of the class or of a class that extends it. */
  creationsOf(cls: ClassRef): readonly CallRef[]
  /** The calls and writes that stand in the function's own body. */
  callsIn(fn: FunctionRef): readonly CallFacts[]
  writesIn(fn: FunctionRef): readonly WriteFacts[]
  readonly unresolvedCalls: number
}

/** Array, Map and Set methods that call what they are given. */
const ITERATING: ReadonlySet<string> = new Set(['forEach', 'map', 'filter', 'find', 'findIndex', 'findLast', 'some', 'every', 'reduce', 'reduceRight', 'flatMap', 'sort', 'toSorted'])

/** An interface with more implementations than this says little of who is called. */
const MANY_IMPLEMENTATIONS = 24

export function createCallGraph(files: readonly FileFacts[], denotations: Denotations, types: Types): CallGraph {
  const callers = new RefCache<CallEdge[]>()
  const callees = new RefCache<readonly FunctionRef[]>()
  const creations = new RefCache<CallRef[]>()
  const subclasses = lazy(() => indexSubclasses(files, denotations))
  const classesByKey = lazy(() => new Map(files.flatMap(file => file.classes.map(cls => [types.keyOfClass(refTo(file, cls.id)), refTo(file, cls.id)]))))
  const callsByFunction = new Map<FileFacts, CallFacts[][]>()
  const writesByFunction = new Map<FileFacts, WriteFacts[][]>()
  const initialisers = new Map<FileFacts, ReadonlyMap<number, readonly FunctionRef[]>>()
  const implementations = lazy(() => indexImplementations(files, types))
  let unresolvedCalls = 0

  const edges = lazy(() => {
    for (const file of files) for (const call of file.calls) readCall(refTo(file, call.id))
    return { callers, callees, creations }
  })

  function readCall(ref: CallRef): void {
    const call = callAt(ref), from = refTo(ref.file, call.fn)
    const found = resolve(ref)
    if (found.length > 0) callees.set(ref, found)
    for (const fn of found) addEdge(fn, { from, call: ref, how: call.isNew ? 'creates' : 'calls', isImmediate: true })
    for (const arg of call.args) for (const fn of functionsIn(refTo(ref.file, arg))) addEdge(fn, { from, call: ref, how: 'passes', isImmediate: runsAtOnce(ref) })
  }

  function addEdge(fn: FunctionRef, edge: CallEdge): void {
    const list = callers.get(fn)
    if (list === undefined) callers.set(fn, [edge])
    else list.push(edge)
  }

  /** Array methods and `new Promise` run what they are given before they return. */
  function runsAtOnce(ref: CallRef): boolean {
    if (callAt(ref).isNew) return isPromiseConstruction(ref)
    const callee = valueAt(refTo(ref.file, callAt(ref).callee))
    return callee.kind === 'member' && ITERATING.has(callee.property) && types.symbolsOf(refTo(ref.file, callAt(ref).callee)).every(key => key.startsWith('global#'))
  }

  function functionsIn(arg: CallRef): FunctionRef[] {
    const value = valueAt(arg)
    if (value.kind === 'literal' || value.kind === 'computed' || value.kind === 'unknown') return []
    if (value.kind === 'object') return value.properties.flatMap(p => functionsIn(refTo(arg.file, p.value)))
    const fn = types.functionOf(arg)
    return fn === undefined ? [] : [fn]
  }

  function resolve(ref: CallRef): readonly FunctionRef[] {
    const call = callAt(ref)
    const callee = refTo(ref.file, call.callee)
    const denoted = denotations.of(callee)
    if (call.isNew) {
      const cls = denoted.kind === 'class' ? denoted.cls : denoted.kind === 'function' && functionAt(denoted.fn).cls !== null ? refTo(denoted.fn.file, functionAt(denoted.fn).cls!) : undefined
      return cls === undefined ? pickedFrom(callee).flatMap(entry => entry.kind === 'class' ? create(entry.cls, ref) : []) : create(cls, ref)
    }
    if (denoted.kind === 'function') return [denoted.fn, ...overridesOf(denoted.fn, callee)]
    const picked = pickedFrom(callee).flatMap(entry => entry.kind === 'function' ? [entry.fn] : [])
    if (picked.length > 0) return picked
    const value = valueAt(callee)
    if (value.kind === 'super') {
      const cls = callee.file.functions[value.fn]!.cls
      const base = cls === null ? undefined : denotations.lineageOf(refTo(callee.file, cls))[1]
      return base === undefined ? [] : constructorsOf(base)
    }
    if (value.kind !== 'member') return []
    if (denoted.kind === 'symbol' || denoted.kind === 'global') return []
    const owners = typedOwners(refTo(ref.file, value.object))
    const members = owners.flatMap(owner => denotations.memberOf(owner, value.property)?.fn ?? [])
    if (members.length > 0) return distinct(members)
    unresolvedCalls++
    return []
  }

  /** The project class that the receiver's type names, and those that extend it; the implementations of an interface. */
  function typedOwners(object: CallRef): readonly ClassRef[] {
    const [key] = types.of(object)
    if (key === undefined) return []
    const own = classesByKey().get(key)
    if (own !== undefined) return [own, ...(subclasses().get(keyOf(own)) ?? [])]
    const implementing = implementations().get(key) ?? []
    return implementing.length > MANY_IMPLEMENTATIONS ? [] : implementing
  }

  const pickedFrom = (callee: ValueRef): readonly Denotation[] => entriesPickedBy(denotations, callee).map(entry => denotations.of(entry))

  function create(cls: ClassRef, call: CallRef): FunctionRef[] {
    for (const owner of denotations.lineageOf(cls)) {
      const list = creations.get(owner)
      if (list === undefined) creations.set(owner, [call])
      else list.push(call)
    }
    return [...constructorsOf(cls), ...fieldInitialisersOf(cls)]
  }

  function constructorsOf(cls: ClassRef): FunctionRef[] {
    for (const owner of denotations.lineageOf(cls)) {
      const { constructor } = classAt(owner)
      if (constructor !== null) return [refTo(owner.file, constructor)]
    }
    return []
  }

  function fieldInitialisersOf(cls: ClassRef): readonly FunctionRef[] {
    let byClass = initialisers.get(cls.file)
    if (byClass === undefined) initialisers.set(cls.file, byClass = initialisersIn(cls.file))
    return byClass.get(cls.id) ?? []
  }

  function overridesOf(fn: FunctionRef, callee: CallRef): FunctionRef[] {
    const { cls, name } = functionAt(fn)
    const value = valueAt(callee)
    if (cls === null || value.kind !== 'member' || valueAt(refTo(callee.file, value.object)).kind !== 'this') return []
    const receiver = denotations.of(refTo(callee.file, value.object))
    if (receiver.kind !== 'instance') return []
    return (subclasses().get(keyOf(receiver.cls)) ?? []).flatMap(sub => {
      const member = classAt(sub).members.find(m => m.name === name && m.fn !== undefined)
      return member?.fn === undefined ? [] : [refTo(sub.file, member.fn)]
    })
  }

  return {
    calleesOf: call => edges().callees.get(call) ?? [],
    callersOf: fn => edges().callers.get(fn) ?? [],
    creationsOf: cls => edges().creations.get(cls) ?? [],
    callsIn: fn => (callsByFunction.get(fn.file) ?? group(callsByFunction, fn.file, fn.file.calls))[fn.id] ?? [],
    writesIn: fn => (writesByFunction.get(fn.file) ?? group(writesByFunction, fn.file, fn.file.writes))[fn.id] ?? [],
    get unresolvedCalls() {
      edges()
      return unresolvedCalls
    },
  }
}

/** Interface → the classes that say they implement it, themselves or through a base. */
function indexImplementations(files: readonly FileFacts[], types: Types): ReadonlyMap<string, readonly ClassRef[]> {
  const byKey = new Map<string, ClassRef[]>()
  for (const file of files) {
    for (const { id, implements: interfaces } of file.classes) {
      if (interfaces.length === 0) continue
      const cls = refTo(file, id)
      for (const key of types.ofClass(cls)) byKey.set(key, [...byKey.get(key) ?? [], cls])
    }
  }
  return byKey
}

function distinct(fns: readonly FunctionRef[]): readonly FunctionRef[] {
  return [...new Map(fns.map(fn => [keyOf(fn), fn])).values()]
}

/** By class, what runs for the fields of a new object. */
function initialisersIn(file: FileFacts): ReadonlyMap<number, readonly FunctionRef[]> {
  const byClass = new Map<number, FunctionRef[]>()
  for (const fn of file.functions) {
    if (fn.kind !== 'field' || fn.isStatic || fn.cls === null) continue
    const known = byClass.get(fn.cls), ref = refTo(file, fn.id)
    if (known === undefined) byClass.set(fn.cls, [ref])
    else known.push(ref)
  }
  return byClass
}

function indexSubclasses(files: readonly FileFacts[], denotations: Denotations): ReadonlyMap<string, readonly ClassRef[]> {
  const byBase = new Map<string, ClassRef[]>()
  for (const file of files) {
    for (const { id } of file.classes) {
      const cls = refTo(file, id)
      for (const base of denotations.lineageOf(cls).slice(1)) {
        const list = byBase.get(keyOf(base))
        if (list === undefined) byBase.set(keyOf(base), [cls])
        else list.push(cls)
      }
    }
  }
  return byBase
}

/** What stands in each function of a file, by function id. */
function group<T extends { readonly fn: number }>(known: Map<FileFacts, T[][]>, file: FileFacts, all: readonly T[]): readonly T[][] {
  const groups: T[][] = []
  for (const one of all) (groups[one.fn] ??= []).push(one)
  known.set(file, groups)
  return groups
}
