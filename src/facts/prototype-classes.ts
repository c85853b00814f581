import type { BindingId, FunctionId, ValueId } from './file-facts.ts'
import type { ClassDraft, FactsDraft } from './draft.ts'

/**
 * Classes written without class syntax: `F.prototype.m = function () {…}`, `F.prototype = {…}`, `util.inherits(F, Base)`, and objects
 * that get methods later (`api.start = function () { this.… }`).
 */
export function collectPrototypeClasses(draft: FactsDraft): void {
  const byBinding = new Map<BindingId, ClassDraft>()
  for (const cls of draft.classes) if (cls.binding !== undefined) byBinding.set(cls.binding, cls)

  for (const write of draft.writes) {
    if (write.value === undefined || write.operator !== '=') continue
    const target = draft.values[write.target]!
    if (target.kind !== 'member') continue
    const owner = prototypeOwner(draft, target.object)
    if (owner !== undefined) addMember(draft, classOf(owner, 'prototype'), target.property, write.value)
    else if (target.property === 'prototype') replacePrototype(draft, target.object, write.value)
    else addObjectMethod(draft, target.object, target.property, write.value)
  }
  for (const call of draft.calls) readInheritance(draft, call.callee, call.args)

  function classOf(binding: BindingId, kind: 'prototype' | 'object'): ClassDraft {
    const known = byBinding.get(binding)
    if (known !== undefined) return known
    const facts = draft.scopes.bindings[binding]!
    const fn = kind === 'prototype' ? functionOf(draft, binding) : undefined
    const cls: ClassDraft = { id: draft.classes.length, name: facts.name, at: facts.at, binding, kind, implements: [], constructor: fn ?? null, members: [], decorators: [], fn: facts.fn }
    draft.classes.push(cls)
    byBinding.set(binding, cls)
    if (fn !== undefined) {
      draft.functions[fn]!.cls = cls.id
      draft.functions[fn]!.kind = 'constructor'
    }
    return cls
  }

  function replacePrototype(draft: FactsDraft, object: ValueId, value: ValueId): void {
    const of = draft.values[object]!, to = draft.values[value]!
    if (of.kind !== 'binding') return
    if (to.kind === 'object') {
      const cls = classOf(of.binding, 'prototype')
      for (const property of to.properties) if (property.key !== null) addMember(draft, cls, property.key, property.value)
    } else if (to.kind === 'call') {
      const call = draft.calls[to.call]!
      const base = call.isNew ? call.callee : prototypeObject(draft, call.args[0])
      if (base !== undefined) classOf(of.binding, 'prototype').extends ??= base
    }
  }

  function readInheritance(draft: FactsDraft, callee: ValueId, args: readonly ValueId[]): void {
    const called = draft.values[callee]!
    const name = called.kind === 'member' ? called.property : called.kind === 'binding' ? draft.scopes.bindings[called.binding]!.name : ''
    const [first, second] = args
    if (first === undefined || second === undefined) return
    const child = draft.values[first]!
    if (name === 'inherits' && child.kind === 'binding') classOf(child.binding, 'prototype').extends ??= second
    const owner = prototypeOwner(draft, first)
    if (owner === undefined) return
    if (name === 'setPrototypeOf' || name === '__extends') {
      const base = prototypeObject(draft, second)
      if (base !== undefined) classOf(owner, 'prototype').extends ??= base
    } else if (name === 'assign' || name === 'extend') {
      for (const source of args.slice(1)) {
        const value = draft.values[source]!, base = prototypeObject(draft, source)
        if (base !== undefined) classOf(owner, 'prototype').extends ??= base
        if (value.kind === 'object') for (const p of value.properties) if (p.key !== null) addMember(draft, classOf(owner, 'prototype'), p.key, p.value)
      }
    }
  }

  function addObjectMethod(draft: FactsDraft, object: ValueId, name: string, value: ValueId): void {
    const of = draft.values[object]!, method = draft.values[value]!
    if (of.kind !== 'binding' || method.kind !== 'function') return
    const fn = draft.functions[method.fn]!
    if (!fn.mentionsThis || fn.cls !== null || fn.kind === 'arrow') return
    const made = draft.values[draft.scopes.bindings[of.binding]!.values[0] ?? -1]
    if (made?.kind === 'object' || made?.kind === 'function' || made?.kind === 'assigned') addMember(draft, classOf(of.binding, 'object'), name, value)
  }
}

function addMember(draft: FactsDraft, cls: ClassDraft, name: string, value: ValueId): void {
  const member = draft.values[value]!
  if (member.kind !== 'function') {
    cls.members.push({ name, kind: 'field', isStatic: false, value, at: member.at })
    return
  }
  cls.members.push({ name, kind: 'method', isStatic: false, fn: member.fn, at: member.at })
  const fn = draft.functions[member.fn]!
  if (fn.kind === 'arrow') return
  fn.cls = cls.id
  fn.kind = 'method'
}

/** `F` of `F.prototype`, also through `const proto = F.prototype`. */
function prototypeOwner(draft: FactsDraft, id: ValueId): BindingId | undefined {
  const value = draft.values[id]!
  if (value.kind === 'member' && value.property === 'prototype') {
    const of = draft.values[value.object]!
    return of.kind === 'binding' ? of.binding : undefined
  }
  if (value.kind !== 'binding') return undefined
  const { values } = draft.scopes.bindings[value.binding]!
  return values.length === 1 && values[0] !== id && draft.values[values[0]!]!.kind === 'member' ? prototypeOwner(draft, values[0]!) : undefined
}

/** `Base` of `Base.prototype`. */
function prototypeObject(draft: FactsDraft, id: ValueId | undefined): ValueId | undefined {
  const value = id === undefined ? undefined : draft.values[id]
  return value?.kind === 'member' && value.property === 'prototype' ? value.object : undefined
}

function functionOf(draft: FactsDraft, binding: BindingId): FunctionId | undefined {
  for (const id of draft.scopes.bindings[binding]!.values) {
    const value = draft.values[beneathAssignments(draft, id)]!
    if (value.kind === 'function') return value.fn
  }
  return undefined
}

/** `Query = module.exports = function () {…}`: the function. */
function beneathAssignments(draft: FactsDraft, id: ValueId): ValueId {
  const value = draft.values[id]!
  return value.kind === 'assigned' ? beneathAssignments(draft, value.value) : id
}
