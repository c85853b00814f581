import type { FileFacts } from '../facts/file-facts.ts'
import { lazy } from './lazy.ts'
import type { ModuleGraph } from './module-graph.ts'
import { RefCache } from './ref-cache.ts'
import { callAt, classAt, functionAt, keyOf, refTo, stripped, valueAt, type CallRef, type ClassRef, type FunctionRef, type ValueRef } from './refs.ts'

/** What an expression stands for, as far as declarations tell. */
export type Denotation =
  | { readonly kind: 'function'; readonly fn: FunctionRef }
  | { readonly kind: 'class'; readonly cls: ClassRef }
  /** `this` inside a member of the class, or `new C()`. */
  | { readonly kind: 'instance'; readonly cls: ClassRef }
  | { readonly kind: 'namespace'; readonly file: FileFacts }
  /** An export of a package, or a member chain below it. */
  | { readonly kind: 'symbol'; readonly package: string; readonly path: readonly string[] }
  | { readonly kind: 'global'; readonly name: string }
  | { readonly kind: 'call'; readonly call: CallRef }
  | { readonly kind: 'parameter'; readonly value: ValueRef }
  | { readonly kind: 'value'; readonly value: ValueRef }
  | { readonly kind: 'unknown' }

export interface Denotations {
  of(value: ValueRef): Denotation
  /** The class and the classes it extends, nearest first. */
  lineageOf(cls: ClassRef): readonly ClassRef[]
  /** What the class extends outside the program. */
  foreignBaseOf(cls: ClassRef): Denotation | undefined
  /** A member that the class declares or inherits. */
  memberOf(cls: ClassRef, name: string): { readonly cls: ClassRef; readonly fn?: FunctionRef; readonly value?: ValueRef } | undefined
  /** Every value that some method assigns to the field, its initialiser first. */
  fieldValuesOf(cls: ClassRef, name: string): readonly ValueRef[]
}

const UNKNOWN: Denotation = { kind: 'unknown' }
const DEPTH = 12

export function createDenotations(files: readonly FileFacts[], modules: ModuleGraph): Denotations {
  const known = new RefCache<Denotation>()
  const lineages = new RefCache<readonly ClassRef[]>()
  const fields = new Map<string, readonly ValueRef[]>()
  const importsByBinding = new Map<FileFacts, Map<number, FileFacts['imports'][number]>>(files.map(file => [file, new Map(file.imports.map(i => [i.binding, i]))]))
  const fieldWrites = indexFieldWrites(files)
  const memberWrites = lazy(() => indexMemberWrites(files))

  function of(ref: ValueRef, depth = 0): Denotation {
    if (depth > DEPTH) return UNKNOWN
    const hit = known.get(ref)
    if (hit !== undefined) return hit
    const answer = read(stripped(ref), depth)
    known.set(ref, answer)
    return answer
  }

  function read(ref: ValueRef, depth: number): Denotation {
    const value = valueAt(ref)
    switch (value.kind) {
      case 'function': return { kind: 'function', fn: refTo(ref.file, value.fn) }
      case 'class': return { kind: 'class', cls: refTo(ref.file, value.cls) }
      case 'global': return { kind: 'global', name: value.name }
      case 'import': return moduleDenotation(ref.file, value.specifier)
      case 'param': return { kind: 'parameter', value: ref }
      case 'this': {
        const fn = ref.file.functions[value.fn]!
        if (fn.cls === null) return UNKNOWN
        return fn.isStatic ? { kind: 'class', cls: refTo(ref.file, fn.cls) } : { kind: 'instance', cls: refTo(ref.file, fn.cls) }
      }
      case 'call': {
        const call = ref.file.calls[value.call]!
        if (!call.isNew) return { kind: 'call', call: refTo(ref.file, value.call) }
        const callee = of(refTo(ref.file, call.callee), depth + 1)
        return callee.kind === 'class' ? { kind: 'instance', cls: callee.cls } : callee.kind === 'function' && functionAt(callee.fn).cls !== null && functionAt(callee.fn).kind === 'constructor' ? { kind: 'instance', cls: refTo(callee.fn.file, functionAt(callee.fn).cls!) } : { kind: 'call', call: refTo(ref.file, value.call) }
      }
      case 'choice': {
        const options = value.options.map(o => of(refTo(ref.file, o), depth + 1))
        return options.find(o => o.kind === 'function' || o.kind === 'class' || o.kind === 'instance') ?? options.find(o => o.kind !== 'unknown' && o.kind !== 'value') ?? { kind: 'value', value: ref }
      }
      case 'binding': return bindingDenotation(ref.file, value.binding, ref, depth)
      case 'member': return memberDenotation(ref, value.object, value.property, depth)
      default: return { kind: 'value', value: ref }
    }
  }

  function bindingDenotation(file: FileFacts, id: number, ref: ValueRef, depth: number): Denotation {
    const imported = importsByBinding.get(file)?.get(id)
    if (imported !== undefined) return importDenotation(file, imported.specifier, imported.name)
    const { values } = file.bindings[id]!
    if (values.length === 0) return { kind: 'value', value: ref }
    if (values.length === 1) {
      const answer = of(refTo(file, values[0]!), depth + 1)
      return answer.kind === 'value' && valueAt(answer.value).kind === 'choice' ? { kind: 'value', value: refTo(file, values[0]!) } : answer
    }
    const answers = values.map(v => of(refTo(file, v), depth + 1)).filter(a => a.kind === 'function' || a.kind === 'class' || a.kind === 'instance' || a.kind === 'symbol')
    return answers[0] ?? { kind: 'value', value: ref }
  }

  function importDenotation(file: FileFacts, specifier: string, name: string): Denotation {
    const target = modules.targetOf(file, specifier)
    if (target === undefined) return UNKNOWN
    if (target.kind === 'package') return { kind: 'symbol', package: target.name, path: name === '*' ? [] : [name] }
    return name === '*' ? { kind: 'namespace', file: target.file } : exportDenotation(target.file, name)
  }

  function moduleDenotation(file: FileFacts, specifier: string): Denotation {
    const target = modules.targetOf(file, specifier)
    if (target === undefined) return UNKNOWN
    if (target.kind === 'package') return { kind: 'symbol', package: target.name, path: [] }
    const whole = modules.exportOf(target.file, '=')
    if (whole?.kind === 'value') {
      const denotation = of(whole.value, 1)
      const made = denotation.kind === 'value' ? valueAt(denotation.value) : undefined
      if (made?.kind !== 'object') return denotation
    }
    return { kind: 'namespace', file: target.file }
  }

  function exportDenotation(file: FileFacts, name: string): Denotation {
    const target = modules.exportOf(file, name)
    if (target === undefined) return UNKNOWN
    if (target.kind === 'package') return { kind: 'symbol', package: target.package, path: [target.name] }
    return target.kind === 'namespace' ? target : of(target.value, 1)
  }

  function memberDenotation(ref: ValueRef, object: number, property: string, depth: number): Denotation {
    const owner = of(refTo(ref.file, object), depth + 1)
    switch (owner.kind) {
      case 'namespace': {
        const exported = exportDenotation(owner.file, property)
        return exported.kind === 'unknown' && property === 'default' ? owner : exported
      }
      case 'symbol': return property === 'default' && owner.path.length > 0 ? owner : { ...owner, path: [...owner.path, property] }
      case 'instance': {
        const member = memberOf(owner.cls, property)
        if (member?.fn !== undefined) return { kind: 'function', fn: member.fn }
        const values = fieldValuesOf(owner.cls, property)
        if (values.length === 1) {
          const answer = of(values[0]!, depth + 1)
          return answer.kind === 'unknown' ? { kind: 'value', value: ref } : answer
        }
        const answers = values.map(v => of(v, depth + 1)).filter(a => a.kind === 'function' || a.kind === 'instance')
        return answers[0] ?? { kind: 'value', value: ref }
      }
      case 'class': {
        for (const cls of lineageOf(owner.cls)) {
          const member = classAt(cls).members.find(m => m.isStatic && m.name === property)
          if (member?.fn !== undefined) return { kind: 'function', fn: refTo(cls.file, member.fn) }
          if (member !== undefined) return member.value === undefined ? { kind: 'value', value: ref } : of(refTo(cls.file, member.value), depth + 1)
        }
        return { kind: 'value', value: ref }
      }
      case 'value': {
        const made = valueAt(owner.value)
        if (made.kind !== 'object') return { kind: 'value', value: ref }
        const own = made.properties.find(p => p.key === property)
        const found = own === undefined ? givenLater(refTo(ref.file, object), property) : refTo(owner.value.file, own.value)
        return found === undefined ? { kind: 'value', value: ref } : of(found, depth + 1)
      }
      case 'call': return memberOfReturned(owner.call, property, depth) ?? { kind: 'value', value: ref }
      case 'global': return owner.name === 'globalThis' || owner.name === 'global' ? { kind: 'global', name: property } : { kind: 'value', value: ref }
      default: return { kind: 'value', value: ref }
    }
  }

  /** `const asked = { socket }; asked.answer = () => {…}`: the one function that a variable's object is given after it was made. */
  function givenLater(object: ValueRef, property: string): ValueRef | undefined {
    const named = valueAt(object)
    if (named.kind !== 'binding' || object.file.bindings[named.binding]!.kind !== 'const') return undefined
    const [given, ...others] = memberWrites().get(`${object.file.file}#${named.binding}.${property}`) ?? []
    return given !== undefined && others.length === 0 && object.file.values[given]!.kind === 'function' ? refTo(object.file, given) : undefined
  }

  /** `const locks = makeLocks(); locks.run(…)`, of a function that returns one object with functions in it. */
  function memberOfReturned(call: CallRef, property: string, depth: number): Denotation | undefined {
    const made = of(refTo(call.file, callAt(call).callee), depth + 1)
    if (made.kind !== 'function' || functionAt(made.fn).isAsync || functionAt(made.fn).isGenerator || callAt(call).isNew) return undefined
    const [returned, ...others] = functionAt(made.fn).returns, denoted = returned === undefined || others.length > 0 ? undefined : of(refTo(made.fn.file, returned), depth + 1)
    const object = denoted?.kind === 'value' ? valueAt(denoted.value) : undefined
    const found = object?.kind === 'object' ? object.properties.find(({ key }) => key === property) : undefined
    const member = denoted?.kind !== 'value' || found === undefined ? undefined : of(refTo(denoted.value.file, found.value), depth + 1)
    return member?.kind === 'function' ? member : undefined
  }

  function lineageOf(cls: ClassRef): readonly ClassRef[] {
    const key = keyOf(cls)
    const hit = lineages.get(cls)
    if (hit !== undefined) return hit
    const line: ClassRef[] = [cls]
    lineages.set(cls, line)
    const base = baseOf(cls)
    if (base?.kind === 'class') line.push(...lineageOf(base.cls).filter(c => keyOf(c) !== key))
    return line
  }

  function baseOf(cls: ClassRef): Denotation | undefined {
    const facts = classAt(cls)
    if (facts.extends === undefined) return undefined
    const base = of(refTo(cls.file, facts.extends), 1)
    if (base.kind === 'function' && functionAt(base.fn).cls !== null) return { kind: 'class', cls: refTo(base.fn.file, functionAt(base.fn).cls!) }
    return base
  }

  function foreignBaseOf(cls: ClassRef): Denotation | undefined {
    const last = lineageOf(cls).at(-1)!
    return baseOf(last)
  }

  function memberOf(cls: ClassRef, name: string): ReturnType<Denotations['memberOf']> {
    for (const owner of lineageOf(cls)) {
      const member = classAt(owner).members.find(m => !m.isStatic && m.name === name)
      if (member === undefined) continue
      return { cls: owner, ...(member.fn === undefined ? {} : { fn: refTo(owner.file, member.fn) }), ...(member.value === undefined ? {} : { value: refTo(owner.file, member.value) }) }
    }
    return undefined
  }

  function fieldValuesOf(cls: ClassRef, name: string): readonly ValueRef[] {
    const key = `${keyOf(cls)}.${name}`
    const hit = fields.get(key)
    if (hit !== undefined) return hit
    const values: ValueRef[] = []
    fields.set(key, values)
    for (const owner of lineageOf(cls)) {
      const member = classAt(owner).members.find(m => m.name === name && m.value !== undefined)
      if (member?.value !== undefined) values.push(refTo(owner.file, member.value))
      for (const id of fieldWrites.get(`${keyOf(owner)}.${name}`) ?? []) values.push(refTo(owner.file, id))
    }
    return values
  }

  return { of: ref => of(ref), lineageOf, foreignBaseOf, memberOf, fieldValuesOf }
}

/** `class.field` → the values that the class's own code assigns to it. */
function indexFieldWrites(files: readonly FileFacts[]): ReadonlyMap<string, readonly number[]> {
  const writes = new Map<string, number[]>()
  for (const file of files) {
    for (const { target, value, operator } of file.writes) {
      if (value === undefined || operator === 'arithmetic') continue
      const to = file.values[target]!
      if (to.kind !== 'member') continue
      const cls = thisClassOf(file, to.object)
      if (cls === undefined || isNothing(file, value)) continue
      const key = `${file.file}#${cls}.${to.property}`
      const list = writes.get(key)
      if (list === undefined) writes.set(key, [value])
      else list.push(value)
    }
  }
  return writes
}

/** `variable.property` → the values that it is assigned. */
function indexMemberWrites(files: readonly FileFacts[]): ReadonlyMap<string, readonly number[]> {
  const writes = new Map<string, number[]>()
  for (const file of files) {
    for (const { target, value, operator } of file.writes) {
      const to = file.values[target]!, object = to.kind === 'member' ? file.values[to.object]! : undefined
      if (value === undefined || operator !== '=' || to.kind !== 'member' || object?.kind !== 'binding') continue
      const key = `${file.file}#${object.binding}.${to.property}`, list = writes.get(key)
      if (list === undefined) writes.set(key, [value])
      else list.push(value)
    }
  }
  return writes
}

function thisClassOf(file: FileFacts, id: number, depth = 0): number | undefined {
  const value = file.values[id]!
  if (value.kind === 'this') return file.functions[value.fn]!.cls ?? undefined
  if (value.kind !== 'binding' || depth > 2) return undefined
  const { values } = file.bindings[value.binding]!
  return values.length === 1 ? thisClassOf(file, values[0]!, depth + 1) : undefined
}

const isNothing = (file: FileFacts, id: number): boolean => {
  const value = file.values[id]!
  return value.kind === 'literal' && value.value === null
}
