import type { Models } from '../models/lookup.ts'
import type { EntryRow, ModelRow } from '../models/row.ts'
import type { TypeFacts } from '../facts/file-facts.ts'
import { tokenOf, type ContainerBindings } from './container-bindings.ts'
import type { DeclaredTypes } from './declared-types.ts'
import type { Denotation, Denotations } from './denotations.ts'
import type { ModuleGraph } from './module-graph.ts'
import { lazy } from './lazy.ts'
import { indexPassed, type Passed } from './passed.ts'
import { indexPlatformFunctions, type PlatformFunction } from './platform-functions.ts'
import { RefCache } from './ref-cache.ts'
import { callAt, classAt, functionAt, keyOf, refTo, stripped, valueAt, type CallRef, type ClassRef, type FunctionRef, type ValueRef } from './refs.ts'

export interface Types {
  /** Keys of the value's type and of what it extends, nearest first; empty when unknown. */
  of(value: ValueRef): readonly string[]
  ofClass(cls: ClassRef): readonly string[]
  /** Keys that the callee may be known by in the models: `node:events#EventEmitter.on`. */
  symbolsOf(callee: ValueRef): readonly string[]
  /** The first model rows of that role for the call, and the key they were found by. */
  rowsOf<R extends ModelRow['role']>(call: CallRef, role: R): readonly Extract<ModelRow, { role: R }>[]
  /** The entry rows that fit the call: those for this very event, where there are any. */
  entryRowsOf(call: CallRef): readonly EntryRow[]
  /** Where a function is given away as an argument. */
  passedAt(fn: FunctionRef): readonly Passed[]
  /** How a platform calls the function, where it does so by its exported name or by what its class implements. */
  platformFunction(fn: FunctionRef): PlatformFunction | undefined
  /** What a value is a view of, through all views: of `orders.pipe(map(f))`, `orders`; itself, where it is none. */
  viewed(value: ValueRef): ValueRef
  /** The function that a value is, also through `.bind()`. */
  functionOf(value: ValueRef): FunctionRef | undefined
  /** A class's name as a type key. */
  keyOfClass(cls: ClassRef): string
}

/** Of an object that nothing declares: a property that the program only ever gives a new collection of one kind is one. */
function indexCollections(files: readonly ValueRef['file'][]): ReadonlyMap<string, readonly string[]> {
  const kinds = new Map<string, string>()
  const note = (file: ValueRef['file'], property: string, id: number | undefined): void => {
    const kind = id === undefined ? OTHER : collectionMade(file, id)
    const known = kinds.get(property)
    kinds.set(property, known === undefined || known === kind ? kind : OTHER)
  }
  for (const file of files) {
    for (const { target, value, operator } of file.writes) {
      const to = file.values[target]!
      if (to.kind === 'member' && operator !== 'delete') note(file, to.property, value)
    }
    for (const { members } of file.classes) for (const { name, kind, value } of members) if (kind !== 'field' || value !== undefined) note(file, name, value)
    for (const value of file.values) if (value.kind === 'object') for (const { key, value: given } of value.properties) if (key !== null) note(file, key, given)
  }
  return new Map([...kinds].flatMap(([property, kind]) => kind === OTHER ? [] : [[property, [kind]]]))
}

const OTHER = ''

function collectionMade(file: ValueRef['file'], id: number): string {
  const value = file.values[id]!
  if (value.kind === 'array') return 'global#Array'
  if (value.kind !== 'call') return OTHER
  const { isNew, callee } = file.calls[value.call]!, called = file.values[callee]!
  return isNew && called.kind === 'global' && /^(Map|Set|Array)$/.test(called.name) ? `global#${called.name}` : OTHER
}

const DEPTH = 10
const NO_ROWS: readonly (readonly ModelRow[])[] = []

export function createTypes(models: Models, denotations: Denotations, modules: ModuleGraph, declared: DeclaredTypes, containers: () => ContainerBindings, files: readonly ValueRef['file'][]): Types {
  const known = new RefCache<readonly string[]>()
  const symbols = new RefCache<readonly string[]>()
  const classes = new RefCache<readonly string[]>()
  const interfaces = new Map<string, readonly string[]>()
  const rowsOfCall = new RefCache<readonly (readonly ModelRow[])[]>()
  const passed = lazy(() => indexPassed(files, functionOf))

  const platform = lazy(() => indexPlatformFunctions(files, models, denotations, functionOf, ofClass))
  const collectionsByName = lazy(() => indexCollections(files))
  const classNamed = lazy(() => new Map(files.flatMap(file => file.classes.map(cls => [keyOfClass(refTo(file, cls.id)), refTo(file, cls.id)] as const))))

  const keyOfClass = (cls: ClassRef): string => `${cls.file.file}#${classAt(cls).name}`

  function ofClass(cls: ClassRef): readonly string[] {
    const hit = classes.get(cls)
    if (hit !== undefined) return hit
    classes.set(cls, [keyOfClass(cls)])
    const answer = readClass(cls)
    classes.set(cls, answer)
    return answer
  }

  function readClass(cls: ClassRef): readonly string[] {
    const line = denotations.lineageOf(cls)
    const base = denotations.foreignBaseOf(cls)
    const keys = line.map(keyOfClass)
    if (base?.kind === 'symbol') keys.push(...symbolKey(base))
    if (base?.kind === 'global') keys.push(`global#${base.name}`)
    for (const owner of line) for (const type of classAt(owner).implements) keys.push(...ofAnnotation(type, owner.file))
    return [...new Set(keys)]
  }

  function of(ref: ValueRef, depth = 0): readonly string[] {
    const hit = known.get(ref)
    if (hit !== undefined) return hit
    if (depth > DEPTH) return []
    known.set(ref, [])
    const answer = read(stripped(ref), depth)
    known.set(ref, answer)
    return answer
  }

  function read(ref: ValueRef, depth: number): readonly string[] {
    const value = valueAt(ref)
    switch (value.kind) {
      case 'object': return ['global#Object']
      case 'array': return ['global#Array']
      case 'function': return ['global#Function']
      case 'literal': return [typeof value.value === 'string' ? 'global#String' : typeof value.value === 'number' ? 'global#Number' : 'global#Literal']
      case 'choice': return firstKnown(value.options.map(o => refTo(ref.file, o)), depth)
      case 'global': return typeOfSymbol(`global#${value.name}`)
      case 'call': return ofCall(refTo(ref.file, value.call), depth)
      case 'param': return ofParameter(ref, value.fn, value.index)
      case 'member': return ofMember(ref, value.object, value.property, depth)
      case 'binding': {
        const binding = ref.file.bindings[value.binding]!
        const annotated = binding.type === undefined ? [] : ofAnnotation(binding.type, ref.file)
        if (annotated.length > 0) return annotated
        const inner = firstKnown(binding.values.map(v => refTo(ref.file, v)), depth)
        if (inner.length > 0) return inner
        return ofDenotation(denotations.of(ref), depth, ref)
      }
      default: return ofDenotation(denotations.of(ref), depth, ref)
    }
  }

  function firstKnown(values: readonly ValueRef[], depth: number): readonly string[] {
    for (const value of values) {
      const keys = of(value, depth + 1)
      if (keys.length > 0 && keys[0] !== 'global#Literal') return keys
    }
    return []
  }

  function ofDenotation(denotation: Denotation, depth: number, asked: ValueRef): readonly string[] {
    switch (denotation.kind) {
      case 'instance': return ofClass(denotation.cls)
      case 'symbol': return symbolKey(denotation).flatMap(typeOfSymbol)
      case 'global': return typeOfSymbol(`global#${denotation.name}`)
      case 'call': return ofCall(denotation.call, depth + 1)
      case 'parameter': {
        const value = valueAt(denotation.value)
        return value.kind === 'param' ? ofParameter(denotation.value, value.fn, value.index) : []
      }
      case 'value': return keyOf(denotation.value) === keyOf(asked) ? [] : of(denotation.value, depth + 1)
      case 'function': return ['global#Function']
      default: return []
    }
  }

  function ofMember(ref: ValueRef, object: number, property: string, depth: number): readonly string[] {
    const owner = refTo(ref.file, object)
    const denoted = denotations.of(owner)
    const keys = of(owner, depth + 1)
    const classes = denoted.kind === 'instance' ? [denoted.cls] : keys.flatMap(key => classNamed().get(key) ?? []).slice(0, 1)
    for (const cls of classes) {
      const field = ofField(cls, property, depth)
      if (field.length > 0) return field
    }
    const through = keys.flatMap(key => models.memberReturns(key, property) ?? [])
    if (through.length > 0) return through
    const injected = ofInjected(ref, object, property)
    if (injected.length > 0) return injected
    const written = declared.of(ref)
    const told = written === undefined ? [] : ofAnnotation(written.type, written.file)
    if (told.length > 0) return told
    const found = ofDenotation(denotations.of(ref), depth + 1, ref)
    return found.length > 0 || keys.length > 0 ? found : collectionsByName().get(property) ?? []
  }

  /** `constructor({ audit })` of a class that a container makes and gives all it has. */
  function ofInjected(ref: ValueRef, object: number, property: string): readonly string[] {
    const owner = denotations.of(refTo(ref.file, object)), value = owner.kind === 'parameter' ? valueAt(owner.value) : undefined
    if (owner.kind !== 'parameter' || value?.kind !== 'param' || value.index !== 0) return []
    const { cls, kind } = owner.value.file.functions[value.fn]!
    if (cls === null || kind !== 'constructor' || !containers().isGivenAll(refTo(owner.value.file, cls))) return []
    const given = containers().classOfToken(property)
    return given === undefined ? [] : ofClass(given)
  }

  /** `container.resolve('audit')`, `container.get(Audit)`: what is bound to the name, or the class itself. */
  function ofContainer(call: CallRef, receiver: ValueRef, member: string, depth: number): readonly string[] {
    const [asked] = callAt(call).args
    if (member !== 'resolve' && member !== 'get' || asked === undefined || of(receiver, depth + 1).some(key => key.startsWith('global#'))) return []
    const token = refTo(call.file, asked), denoted = denotations.of(token)
    const name = denoted.kind === 'class' ? undefined : tokenOf(token)
    const cls = denoted.kind === 'class' ? denoted.cls : name === undefined ? undefined : containers().classOfToken(name)
    return cls === undefined ? [] : ofClass(cls)
  }

  /** By its annotation, or by what the class gives it. */
  function ofField(cls: ClassRef, property: string, depth: number): readonly string[] {
    for (const owner of denotations.lineageOf(cls)) {
      const member = classAt(owner).members.find(m => m.name === property)
      const annotated = member?.type === undefined ? [] : ofAnnotation(member.type, owner.file)
      if (annotated.length > 0) return annotated
    }
    return firstKnown(denotations.fieldValuesOf(cls, property), depth)
  }

  /** By its annotation, or by what it returns. */
  function ofResult(fn: FunctionRef, depth: number): readonly string[] {
    const { result, returns } = functionAt(fn)
    const annotated = result === undefined ? [] : ofAnnotation(result, fn.file)
    return annotated.length > 0 ? annotated : firstKnown(returns.map(r => refTo(fn.file, r)), depth)
  }

  function ofCall(call: CallRef, depth: number): readonly string[] {
    const facts = callAt(call)
    const callee = refTo(call.file, facts.callee)
    const denoted = denotations.of(callee)
    if (facts.isNew && denoted.kind === 'class') return ofClass(denoted.cls)
    const keys = symbolsOf(callee, depth + 1)
    const source = facts.isNew ? undefined : viewSource(call, callee, keys)
    if (source !== undefined) return of(source, depth + 1)
    const returned = keys.flatMap(key => models.returnsOf(key) ?? memberReturns(key) ?? [])
    if (returned.length > 0) return [...new Set(returned)]
    if (facts.isNew && denoted.kind !== 'function') return keys
    if (denoted.kind === 'function') return ofResult(denoted.fn, depth)
    const called = valueAt(callee)
    if (called.kind !== 'member') return []
    // a method of an object whose class is known by its type alone
    for (const key of of(refTo(call.file, called.object), depth + 1)) {
      const cls = classNamed().get(key), method = cls === undefined ? undefined : denotations.memberOf(cls, called.property)?.fn
      if (method !== undefined) return ofResult(method, depth)
    }
    const contained = ofContainer(call, refTo(call.file, called.object), called.property, depth)
    if (contained.length > 0) return contained
    const method = declared.of(callee), result = method === undefined ? undefined : declared.resultOf(method)
    return result === undefined ? [] : ofAnnotation(result.type, result.file)
  }

  /** `orders` of `orders.pipe(map(f))`, where a row says that such a call gives a view. */
  function viewSource(call: CallRef, callee: ValueRef, keys: readonly string[]): ValueRef | undefined {
    const called = valueAt(callee)
    if (called.kind !== 'member') return undefined
    const row = keys.flatMap(key => rowsOfSymbol(key, false)).find(one => one.role === 'type')
    if (row?.role !== 'type' || row.isView !== true) return undefined
    const isKnown = (id: number): boolean => { const given = call.file.values[id]!; return given.kind === 'call' && symbolsOf(refTo(call.file, call.file.calls[given.call]!.callee)).some(symbol => row.onlyGiven!.includes(symbol)) }
    return row.onlyGiven === undefined || callAt(call).args.every(isKnown) ? refTo(callee.file, called.object) : undefined
  }

  function viewed(ref: ValueRef, depth = 0): ValueRef {
    const denoted = depth > DEPTH ? undefined : denotations.of(ref)
    if (denoted?.kind !== 'call' || callAt(denoted.call).isNew) return ref
    const callee = refTo(denoted.call.file, callAt(denoted.call).callee), source = viewSource(denoted.call, callee, symbolsOf(callee))
    return source === undefined ? ref : viewed(source, depth + 1)
  }

  function ofParameter(ref: ValueRef, fn: number, index: number): readonly string[] {
    const facts = ref.file.functions[fn]!
    const type = facts.params[index]?.type
    const annotated = type === undefined ? [] : ofAnnotation(type, ref.file)
    if (annotated.length > 0) return annotated
    const expected = type === undefined ? declared.expectedOf(refTo(ref.file, fn), index) : undefined
    const said = expected === undefined ? [] : ofAnnotation(expected.type, expected.file)
    if (said.length > 0) return said
    const given = platform().get(refTo(ref.file, fn))?.row.params?.[index]
    if (given !== undefined && given !== null) return [given]
    for (const { call, property } of passedAt(refTo(ref.file, fn))) {
      for (const row of entryRowsOf(call)) {
        if (property !== undefined && !row.calls.endsWith(`.${property}`)) continue
        const key = row.params?.[index]
        if (key !== undefined && key !== null) return [key]
      }
    }
    return []
  }

  function ofAnnotation(type: TypeFacts, file: ValueRef['file']): readonly string[] {
    if (type.name === 'union' || type.name === 'intersection') return type.args.map(arg => ofAnnotation(arg, file)).find(keys => keys.length > 0) ?? []
    if (type.name === 'Promise' || type.name === 'Readonly' || type.name === 'Partial' || type.name === 'Required') return type.args[0] === undefined ? [] : ofAnnotation(type.args[0], file)
    if (type.binding === undefined && file.localTypes.includes(type.name)) return ofDeclared(file, type.name)
    if (type.binding === undefined) return /^(unknown|any|object|string|number|boolean|literal|keyof|Function|never|void)$/.test(type.name) ? [] : [`global#${type.name.replace(/^NodeJS\./, 'node:').replace(/^node:(\w+)$/, 'NodeJS.$1')}`]
    const imported = file.imports.find(i => i.binding === type.binding)
    const [, ...rest] = type.name.split('.')
    if (imported === undefined) {
      const value = file.bindings[type.binding]!.values[0]
      const declared = value === undefined ? undefined : file.values[value]
      return declared?.kind === 'class' ? ofClass(refTo(file, declared.cls)) : [`${file.file}#${type.name}`]
    }
    const target = modules.targetOf(file, imported.specifier)
    if (target?.kind === 'package') return [`${target.name}#${imported.name === '*' ? rest.join('.') : [imported.name, ...rest].join('.')}`]
    if (target === undefined) return []
    const exported = modules.exportOf(target.file, imported.name === '*' ? rest[0] ?? '*' : imported.name)
    if (exported?.kind === 'package') return [`${exported.package}#${exported.name}`]
    if (exported?.kind !== 'value') return ofDeclared(declared.homeOf(target.file, imported.name) ?? target.file, imported.name)
    const denoted = denotations.of(exported.value)
    if (denoted.kind === 'class') return ofClass(denoted.cls)
    const home = declared.homeOf(target.file, imported.name)
    return home === undefined ? [`${target.file.file}#${imported.name}`] : ofDeclared(home, imported.name)
  }

  /** An interface with what it extends; an alias is what it stands for. */
  function ofDeclared(file: ValueRef['file'], name: string): readonly string[] {
    const key = `${file.file}#${name}`
    const hit = interfaces.get(key)
    if (hit !== undefined) return hit
    interfaces.set(key, [key])
    const found = file.declaredTypes.find(type => type.name === name)
    const bases = found?.extends.flatMap(base => ofAnnotation(base, file)) ?? []
    const answer = found?.members.length === 0 && bases.length > 0 ? bases : [key, ...bases]
    interfaces.set(key, answer)
    return answer
  }

  /** What a symbol is as a value: the type its row gives, or nothing. */
  function typeOfSymbol(key: string): readonly string[] {
    const returned = models.returnsOf(key)
    return returned === undefined ? [] : [returned]
  }

  function symbolKey(symbol: Extract<Denotation, { kind: 'symbol' }>): string[] {
    const path = symbol.path.length === 0 ? 'default' : symbol.path.join('.')
    return path.startsWith('default.') ? [`${symbol.package}#${path}`, `${symbol.package}#${path.slice(8)}`] : [`${symbol.package}#${path}`]
  }

  function symbolsOf(callee: ValueRef, depth = 0): readonly string[] {
    const hit = symbols.get(callee)
    if (hit !== undefined) return hit
    if (depth > DEPTH) return []
    symbols.set(callee, [])
    const answer = readSymbols(stripped(callee), depth)
    symbols.set(callee, answer)
    return answer
  }

  function readSymbols(callee: ValueRef, depth: number): readonly string[] {
    const denoted = denotations.of(callee)
    const value = valueAt(callee)
    if (denoted.kind === 'symbol') return [...ofExportedObject(value, callee.file, depth), ...symbolKey(denoted)]
    if (denoted.kind === 'global') return [`global#${denoted.name}`]
    if (denoted.kind === 'class') return ofClass(denoted.cls)
    const made = classMade(denoted)
    if (made !== undefined) return [made]
    if (value.kind === 'super') {
      const cls = callee.file.functions[value.fn]!.cls
      return cls === null ? [] : ofClass(refTo(callee.file, cls)).slice(1)
    }
    if (value.kind === 'member') {
      const keys = of(refTo(callee.file, value.object), depth + 1)
      if (keys.length > 0) return keys.map(k => `${k}.${value.property}`)
      const owner = denotations.of(refTo(callee.file, value.object))
      return owner.kind === 'global' ? [`global#${owner.name}.${value.property}`] : []
    }
    // a value that is itself callable: `const app = express(); app(req, res)`
    if (value.kind === 'binding') {
      const source = callee.file.bindings[value.binding]!.values[0]
      const from = source === undefined ? undefined : callee.file.values[source]
      if (from?.kind === 'member') return of(refTo(callee.file, from.object), depth + 1).map(k => `${k}.${from.property}`)
    }
    return []
  }

  /** `makeClient(service)`, and a member of `load(definition)`: a class that a call gives. */
  function classMade(denoted: Denotation): string | undefined {
    if (denoted.kind === 'value') {
      const value = valueAt(denoted.value)
      return value.kind === 'member' ? classMade(denotations.of(refTo(denoted.value.file, value.object))) : undefined
    }
    if (denoted.kind !== 'call' || callAt(denoted.call).isNew) return undefined
    const [row] = symbolsOf(refTo(denoted.call.file, callAt(denoted.call).callee)).flatMap(key => models.typeRow(key) ?? [])
    return row?.makes
  }

  /** `orders.listen` of `import { orders }`: a member of the type that the row of `orders` gives. */
  function ofExportedObject(value: ReturnType<typeof valueAt>, file: ValueRef['file'], depth: number): readonly string[] {
    if (value.kind !== 'member') return []
    const object = denotations.of(refTo(file, value.object)), named = object.kind === 'symbol' ? symbolKey(object) : []
    return of(refTo(file, value.object), depth + 1).filter(key => !named.includes(key)).map(key => `${key}.${value.property}`)
  }

  function memberReturns(symbol: string): string | undefined {
    const dot = symbol.lastIndexOf('.')
    return dot > symbol.indexOf('#') ? models.memberReturns(symbol.slice(0, dot), symbol.slice(dot + 1)) : undefined
  }

  function rowsOf<R extends ModelRow['role']>(call: CallRef, role: R): readonly Extract<ModelRow, { role: R }>[] {
    for (const rows of rowsBySymbol(call)) {
      const found = rows.filter((row): row is Extract<ModelRow, { role: R }> => row.role === role)
      if (found.length > 0) return found
    }
    return []
  }

  /** The rows of each symbol that the callee may be known by, where there are any: most calls have none. */
  function rowsBySymbol(call: CallRef): readonly (readonly ModelRow[])[] {
    const callee = refTo(call.file, callAt(call).callee)
    const called = valueAt(callee)
    if (called.kind === 'member' && !callAt(call).isNew && !models.hasMember(called.property)) return NO_ROWS
    const hit = rowsOfCall.get(call)
    if (hit !== undefined) return hit
    const keys = symbolsOf(callee)
    const isStatic = keys.length > 0 && isOfClass(callee)
    const found = keys.map(key => rowsOfSymbol(key, isStatic)).filter(rows => rows.length > 0)
    const answer = found.length === 0 ? NO_ROWS : found
    rowsOfCall.set(call, answer)
    return answer
  }

  function rowsOfSymbol(symbol: string, isStatic: boolean): readonly ModelRow[] {
    const dot = symbol.lastIndexOf('.')
    if (dot <= symbol.indexOf('#')) return models.rowsOf(symbol)
    const owner = symbol.slice(0, dot), member = symbol.slice(dot + 1)
    if (!isStatic) return models.memberRows(owner, member)
    return [...models.staticRows(owner, member), ...models.rowsOf(symbol).filter(row => row.isStatic !== true && models.typeRow(owner) === undefined)]
  }

  /** A member of an imported class itself, not of an instance: `EventEmitter.once(bus, 'x')`. */
  function isOfClass(callee: ValueRef): boolean {
    const value = valueAt(callee)
    if (value.kind !== 'member') return false
    const owner = denotations.of(refTo(callee.file, value.object))
    return owner.kind === 'symbol' && symbolKey(owner).every(key => typeOfSymbol(key).every(type => type === key))
  }

  function entryRowsOf(call: CallRef): readonly EntryRow[] {
    const rows = rowsOf(call, 'entry').filter(row => Object.entries(row.when ?? {}).every(([path, wanted]) => isLiteral(call, path, wanted)))
    const exact = rows.filter(row => row.when !== undefined)
    return exact.length > 0 ? exact : rows
  }

  /** `'messageCreate'`, or a constant that is named so: `Events.MessageCreate`. */
  function isLiteral(call: CallRef, path: string, wanted: string | readonly string[]): boolean {
    const id = callAt(call).args[Number(/^arg\[(\d+)\]$/.exec(path)?.[1] ?? -1)]
    const value = id === undefined ? undefined : call.file.values[id]
    const text = value?.kind === 'literal' ? value.value : value?.kind === 'member' ? value.property : undefined
    return typeof text === 'string' && (typeof wanted === 'string' ? [wanted] : wanted).includes(text)
  }

  function functionOf(ref: ValueRef): FunctionRef | undefined {
    const denoted = denotations.of(ref)
    if (denoted.kind === 'function') return denoted.fn
    if (denoted.kind !== 'call') return undefined
    const callee = valueAt(refTo(denoted.call.file, callAt(denoted.call).callee))
    return callee.kind === 'member' && callee.property === 'bind' ? functionOf(refTo(denoted.call.file, callee.object)) : undefined
  }

  const passedAt = (fn: FunctionRef): readonly Passed[] => passed().get(fn) ?? []

  return { of: ref => of(ref), ofClass, symbolsOf: ref => symbolsOf(ref), rowsOf, entryRowsOf, passedAt, platformFunction: fn => platform().get(fn), viewed: ref => viewed(ref), functionOf, keyOfClass }
}
