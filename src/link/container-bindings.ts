import type { FileFacts } from '../facts/file-facts.ts'
import type { Denotations } from './denotations.ts'
import { callAt, keyOf, refTo, stripped, valueAt, type ClassRef, type ValueRef } from './refs.ts'

/** What the program tells a container for dependencies. */
export interface ContainerBindings {
  /** Whether the container makes one instance of the class for the process. */
  isSingleton(cls: ClassRef): boolean
  /** The class that the container gives for a name: `container.resolve('audit')`. */
  classOfToken(token: string): ClassRef | undefined
  /** Whether the container calls the constructor with an object of all it has, as awilix does. */
  isGivenAll(cls: ClassRef): boolean
}

/** Properties of a module's description that list classes of which a container makes one instance for the process. */
const LISTS: ReadonlySet<string> = new Set(['providers', 'controllers'])

/**
 * Reads what modules and start-up code say, by the shape of it: `providers: [Orders]`, `{ provide: AUDIT, useClass: MemoryAudit }` (NestJS),
 * `registerSingleton('audit', Audit)` (tsyringe), `bind('audit').to(Audit).inSingletonScope()` (inversify),
 * `register({ audit: asClass(Audit).singleton() })` (awilix).
 */
export function readContainerBindings(files: readonly FileFacts[], denotations: Denotations): ContainerBindings {
  const singletons = new Set<string>(), givenAll = new Set<string>()
  const byToken = new Map<string, ClassRef>()

  for (const file of files) {
    for (const value of file.values) if (value.kind === 'object') readObject(file, value.properties)
    for (const { id } of file.calls) readCall(refTo(file, id))
  }

  function readObject(file: FileFacts, properties: readonly { readonly key: string | null; readonly value: number }[]): void {
    const given = (name: string): ValueRef | undefined => { const found = properties.find(p => p.key === name); return found === undefined ? undefined : refTo(file, found.value) }
    const token = given('provide'), useClass = classIn(given('useClass'))
    if (token !== undefined && useClass !== undefined) bind(token, useClass, true)
    for (const { key, value } of properties) {
      const list = key !== null && LISTS.has(key) ? valueAt(refTo(file, value)) : undefined
      if (list?.kind === 'array') for (const element of list.elements) note(classIn(refTo(file, element)))
      const registered = key === null ? undefined : asClass(refTo(file, value))
      if (registered === undefined) continue
      byToken.set(key!, registered.cls)
      givenAll.add(keyOf(registered.cls))
      if (registered.isSingleton) note(registered.cls)
    }
  }

  function readCall(call: ValueRef): void {
    const callee = memberCalled(call)
    if (callee === undefined) return
    const [first, second] = callAt(call).args.map(id => refTo(call.file, id))
    if (callee.property === 'registerSingleton' && first !== undefined) {
      const cls = classIn(second ?? first)
      if (cls !== undefined) bind(first, cls, true)
    }
    if (callee.property === 'register' && first !== undefined && second !== undefined) {
      const options = valueAt(second), useClass = options.kind === 'object' ? options.properties.find(p => p.key === 'useClass') : undefined
      const cls = useClass === undefined ? undefined : classIn(refTo(call.file, useClass.value))
      if (cls !== undefined) bind(first, cls, false)
    }
    if (callee.property === 'to' || callee.property === 'toSelf') {
      const bound = callIn(callee.object), token = bound === undefined || memberCalled(bound)?.property !== 'bind' ? undefined : callAt(bound).args[0]
      const cls = token === undefined ? undefined : classIn(callee.property === 'to' ? first : refTo(call.file, token))
      if (cls !== undefined) bind(refTo(call.file, token!), cls, isFollowedBy(call, 'inSingletonScope'))
    }
  }

  function bind(token: ValueRef, cls: ClassRef, isSingleton: boolean): void {
    const name = tokenOf(token)
    if (name !== undefined) byToken.set(name, cls)
    if (isSingleton) note(cls)
  }

  function note(cls: ClassRef | undefined): void {
    if (cls !== undefined) singletons.add(keyOf(cls))
  }

  function classIn(ref: ValueRef | undefined): ClassRef | undefined {
    const denoted = ref === undefined ? undefined : denotations.of(ref)
    return denoted?.kind === 'class' ? denoted.cls : undefined
  }

  /** `asClass(Audit)`, `asClass(Audit).singleton()`, `asClass(Audit, { lifetime: Lifetime.SINGLETON })`. */
  function asClass(ref: ValueRef): { readonly cls: ClassRef; readonly isSingleton: boolean } | undefined {
    const call = callIn(ref)
    if (call === undefined) return undefined
    const outer = memberCalled(call)
    if (outer !== undefined && (outer.property === 'singleton' || outer.property === 'scoped' || outer.property === 'transient' || outer.property === 'inject' || outer.property === 'disposer')) {
      const inner = asClass(outer.object)
      return inner === undefined ? undefined : { cls: inner.cls, isSingleton: inner.isSingleton || outer.property === 'singleton' }
    }
    const denoted = denotations.of(refTo(call.file, callAt(call).callee))
    if (denoted.kind !== 'symbol' || denoted.path.at(-1) !== 'asClass') return undefined
    const [first, options] = callAt(call).args.map(id => refTo(call.file, id))
    const cls = classIn(first), lifetime = options === undefined ? undefined : valueAt(options)
    const scope = lifetime?.kind === 'object' ? lifetime.properties.find(p => p.key === 'lifetime') : undefined
    const named = scope === undefined ? undefined : valueAt(refTo(call.file, scope.value))
    return cls === undefined ? undefined : { cls, isSingleton: named?.kind === 'member' && named.property === 'SINGLETON' }
  }

  return { isSingleton: cls => singletons.has(keyOf(cls)), classOfToken: token => byToken.get(token), isGivenAll: cls => givenAll.has(keyOf(cls)) }
}

function callIn(ref: ValueRef): ValueRef | undefined {
  const at = stripped(ref), value = valueAt(at)
  return value.kind === 'call' ? refTo(at.file, value.call) : undefined
}

function memberCalled(call: ValueRef): { readonly property: string; readonly object: ValueRef } | undefined {
  const callee = valueAt(refTo(call.file, callAt(call).callee))
  return callee.kind === 'member' ? { property: callee.property, object: refTo(call.file, callee.object) } : undefined
}

function isFollowedBy(call: ValueRef, property: string): boolean {
  const { value } = callAt(call)
  return call.file.values.some(at => at.kind === 'member' && at.property === property && at.object === value)
}

/** A name, or a symbol that a variable stands for. */
export function tokenOf(ref: ValueRef): string | undefined {
  const value = valueAt(ref)
  if (value.kind === 'literal') return typeof value.value === 'string' ? value.value : undefined
  return value.kind === 'binding' ? `#${ref.file.bindings[value.binding]!.name}` : value.kind === 'member' ? `#${value.property}` : undefined
}
