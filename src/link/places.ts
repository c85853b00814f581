import type { CallFacts, FileFacts } from '../facts/file-facts.ts'
import type { CallGraph } from './call-graph.ts'
import type { Denotations } from './denotations.ts'
import type { ModuleGraph } from './module-graph.ts'
import { RefCache } from './ref-cache.ts'
import { argumentOf, keyOf, refTo, valueAt, type CallRef, type ClassRef, type ValueRef } from './refs.ts'

/** Where something is kept, independent of the alias it is reached by: a root and the properties below it. */
export interface Place {
  readonly root: PlaceRoot
  /** Property names; `[]` for an index that the source does not fix. */
  readonly path: readonly string[]
}

export type PlaceRoot =
  /** A variable, of the module or of a function. */
  | { readonly kind: 'binding'; readonly binding: ValueRef }
  | { readonly kind: 'instance'; readonly cls: ClassRef }
  | { readonly kind: 'static'; readonly cls: ClassRef }
  | { readonly kind: 'global'; readonly name: string }
  | { readonly kind: 'package'; readonly name: string }
  /** The exports object of a file. */
  | { readonly kind: 'module'; readonly file: string }
  /** What a call returns. */
  | { readonly kind: 'result'; readonly call: CallRef }
  | { readonly kind: 'unknown' }

export interface Places {
  of(value: ValueRef): Place
}

const UNKNOWN: Place = { root: { kind: 'unknown' }, path: [] }
const DEPTH = 12
/** A helper with more callers than this is given all sorts of things. */
const MANY_CALLERS = 12

/** The text under which two expressions for the same place meet. */
export function keyOfPlace({ root, path }: Place): string {
  return [rootKey(root), ...path].join('.')
}

export function rootKey(root: PlaceRoot): string {
  switch (root.kind) {
    case 'binding': return `b:${keyOf(root.binding)}`
    case 'instance': return `i:${keyOf(root.cls)}`
    case 'static': return `s:${keyOf(root.cls)}`
    case 'global': return `g:${root.name}`
    case 'package': return `p:${root.name}`
    case 'module': return `m:${root.file}`
    case 'result': return `r:${keyOf(root.call)}`
    case 'unknown': return '?'
  }
}

export function createPlaces(denotations: Denotations, modules: ModuleGraph, graph: CallGraph): Places {
  const known = new RefCache<Place>()

  function of(ref: ValueRef, depth = 0): Place {
    if (depth > DEPTH) return UNKNOWN
    const hit = known.get(ref)
    if (hit !== undefined) return hit
    known.set(ref, UNKNOWN)
    const place = read(ref, depth)
    known.set(ref, place)
    return place
  }

  function read(ref: ValueRef, depth: number): Place {
    const value = valueAt(ref)
    const at = (id: number): ValueRef => refTo(ref.file, id)
    switch (value.kind) {
      case 'await':
      case 'assigned': return of(at(value.value), depth + 1)
      case 'global': return { root: { kind: 'global', name: value.name }, path: [] }
      case 'this': {
        const fn = ref.file.functions[value.fn]!
        if (fn.cls === null) return { root: { kind: 'binding', binding: refTo(ref.file, -1 - fn.id) }, path: [] }
        return ofClass(refTo(ref.file, fn.cls), fn.isStatic)
      }
      case 'call': return elementTaken(ref, value.call, depth) ?? { root: { kind: 'result', call: refTo(ref.file, value.call) }, path: [] }
      case 'import': return ofModule(ref, value.specifier, [])
      case 'choice': {
        const places = value.options.map(o => of(at(o), depth + 1)).filter(p => p.root.kind !== 'unknown')
        return places[0] ?? UNKNOWN
      }
      case 'member': return below(of(at(value.object), depth + 1), value.property, depth)
      case 'index': return below(of(at(value.object), depth + 1), '[]', depth)
      case 'binding': return ofBinding(ref, value.binding, depth)
      case 'element': return below(of(at(value.of), depth + 1), '[]', depth)
      default: return UNKNOWN
    }
  }

  /** `map.get(key)` stands for an element of the map. */
  function elementTaken(ref: ValueRef, call: number, depth: number): Place | undefined {
    const { callee, args, isNew } = ref.file.calls[call]!
    const called = ref.file.values[callee]!
    if (isNew || called.kind !== 'member' || called.property !== 'get' || args.length !== 1) return undefined
    const place = of(refTo(ref.file, called.object), depth + 1)
    // `http.get(url)` of a package is no look-up
    return place.root.kind === 'unknown' || place.root.kind === 'result' || place.root.kind === 'package' ? undefined : { root: place.root, path: [...place.path, '[]'] }
  }

  function ofClass(cls: ClassRef, isStatic: boolean): Place {
    const facts = cls.file.classes[cls.id]!
    if (facts.kind === 'object' && facts.binding !== undefined) return { root: { kind: 'binding', binding: refTo(cls.file, facts.binding) }, path: [] }
    return { root: { kind: isStatic ? 'static' : 'instance', cls }, path: [] }
  }

  function ofBinding(ref: ValueRef, id: number, depth: number): Place {
    const own: Place = { root: { kind: 'binding', binding: refTo(ref.file, id) }, path: [] }
    const binding = ref.file.bindings[id]!
    if (binding.kind === 'import') {
      const imported = ref.file.imports.find(i => i.binding === id)
      return imported === undefined ? own : ofModule(ref, imported.specifier, imported.name === '*' ? [] : [imported.name])
    }
    if (binding.kind === 'class') {
      const declared = binding.values[0] === undefined ? undefined : ref.file.values[binding.values[0]]
      return declared?.kind === 'class' ? { root: { kind: 'static', cls: refTo(ref.file, declared.cls) }, path: [] } : own
    }
    if (binding.values.length === 2 && binding.kind !== 'param') return gottenOrCreated(ref, id, depth) ?? own
    if (binding.values.length !== 1) return own
    if (binding.kind === 'param') return givenPlace(ref, id, depth) ?? own
    const source = ref.file.values[binding.values[0]!]!
    switch (source.kind) {
      case 'this':
      case 'binding':
      case 'member':
      case 'index':
      case 'element':
      case 'import':
      case 'choice':
      case 'assigned':
      case 'call':
      case 'global': {
        const place = of(refTo(ref.file, binding.values[0]!), depth + 1)
        return place.root.kind === 'unknown' || place.root.kind === 'result' ? own : place
      }
      default: return own
    }
  }

  /** `let list = map.get(key); if (!list) { list = []; map.set(key, list) }`, and the same with a property: what is there, or put there. */
  function gottenOrCreated({ file }: ValueRef, id: number, depth: number): Place | undefined {
    const [first, second] = file.bindings[id]!.values.map(value => file.values[value]!)
    if (first === undefined || second === undefined || first.kind !== 'call' && first.kind !== 'member' && first.kind !== 'index') return undefined
    // of other objects it matters that this one may be new
    if (second.kind !== 'array' && second.kind !== 'object' && !(second.kind === 'call' && isCollectionMade(file.calls[second.call]!, file))) return undefined
    const isIt = (value: number | undefined): boolean => { const at = value === undefined ? undefined : file.values[value]!; return at?.kind === 'binding' && at.binding === id }
    const gotten = of(refTo(file, file.bindings[id]!.values[0]!), depth + 1)
    if (gotten.root.kind === 'unknown' || gotten.root.kind === 'result') return undefined
    const key = keyOfPlace(gotten)
    const isPutBack = file.writes.some(({ target, value }) => isIt(value) && keyOfPlace(of(refTo(file, target), depth + 1)) === key)
      || file.calls.some(({ callee, args }) => {
        const called = file.values[callee]!
        return called.kind === 'member' && called.property === 'set' && isIt(args[1]) && `${keyOfPlace(of(refTo(file, called.object), depth + 1))}.[]` === key
      })
    return isPutBack ? gotten : undefined
  }

  /** A parameter that every known caller gives the same lasting thing: `require('./methods')(God)`, `handle(this)`. */
  function givenPlace(ref: ValueRef, id: number, depth: number): Place | undefined {
    const { fn } = ref.file.bindings[id]!
    const index = ref.file.functions[fn]!.params.findIndex(p => p.bindings.length === 1 && p.name !== undefined && p.bindings[0] === id)
    const edges = index < 0 ? [] : graph.callersOf(refTo(ref.file, fn))
    if (edges.length === 0 || edges.length > MANY_CALLERS || edges.some(edge => edge.how === 'passes')) return undefined
    let common: Place | undefined
    for (const { call } of edges) {
      const argument = argumentOf(call, index)
      const place = argument === undefined ? UNKNOWN : of(argument, depth + 1)
      if (place.root.kind === 'unknown' || place.root.kind === 'result' || common !== undefined && keyOfPlace(common) !== keyOfPlace(place)) return undefined
      common = place
    }
    return common
  }

  /** An import: the binding that the other file exports under that name. */
  function ofModule(ref: ValueRef, specifier: string, path: readonly string[]): Place {
    const target = modules.targetOf(ref.file, specifier)
    if (target === undefined) return UNKNOWN
    if (target.kind === 'package') return { root: { kind: 'package', name: target.name }, path }
    const name = path[0] ?? '='
    const exported = modules.exportOf(target.file, name)
    if (exported?.kind === 'package') return { root: { kind: 'package', name: exported.package }, path: [exported.name] }
    if (exported?.kind !== 'value') return { root: { kind: 'module', file: target.file.file }, path }
    const value = valueAt(exported.value)
    if (value.kind === 'call' || value.kind === 'object' || value.kind === 'array') return { root: { kind: 'module', file: target.file.file }, path: name === '=' ? [] : [name] }
    return of(exported.value, 1)
  }

  /** `place.property`; a field that is only ever an alias of something else stands for that. */
  function below(place: Place, property: string, depth: number): Place {
    if (place.root.kind === 'unknown') return UNKNOWN
    if (place.path.length === 0) {
      if (place.root.kind === 'instance') {
        const alias = aliasOf(place.root.cls, property, depth)
        if (alias !== undefined) return alias
      }
      if (place.root.kind === 'module') {
        const { file } = place.root
        const target = fileNamed(file)
        const exported = target === undefined ? undefined : modules.exportOf(target, property)
        if (exported?.kind === 'value') {
          const inner = of(exported.value, depth + 1)
          if (inner.root.kind !== 'unknown' && inner.root.kind !== 'result') return inner
        }
      }
      if (place.root.kind === 'global' && (place.root.name === 'globalThis' || place.root.name === 'global')) return { root: { kind: 'global', name: property }, path: [] }
    }
    return { root: place.root, path: [...place.path, property] }
  }

  function aliasOf(cls: ClassRef, property: string, depth: number): Place | undefined {
    const values = denotations.fieldValuesOf(cls, property)
    if (values.length !== 1) return undefined
    const value = valueAt(values[0]!)
    if (value.kind !== 'binding' && value.kind !== 'member' && value.kind !== 'global' && value.kind !== 'import') return undefined
    const place = of(values[0]!, depth + 1)
    const outlives = place.root.kind === 'package' || place.root.kind === 'global' || place.root.kind === 'module' || place.root.kind === 'static' || (place.root.kind === 'binding' && isModuleBinding(place.root.binding))
    return outlives ? place : undefined
  }

  const fileNamed = (name: string) => modules.fileNamed(name)

  return { of: ref => of(ref) }
}

/** `new Map()`. */
function isCollectionMade({ isNew, callee }: CallFacts, { values }: FileFacts): boolean {
  const called = values[callee]!
  return isNew && called.kind === 'global' && /^(Map|Set|Array|Object)$/.test(called.name)
}

/** Whether a variable belongs to a module body: it lives as long as the process. */
export function isModuleBinding(binding: ValueRef): boolean {
  return binding.id >= 0 && binding.file.bindings[binding.id]!.fn === 0
}

/** Whether it begins at a parameter of a function: what its callers give. */
export function isParameterPlace({ root }: Place): boolean {
  return root.kind === 'binding' && root.binding.id >= 0 && root.binding.file.bindings[root.binding.id]!.kind === 'param'
}
