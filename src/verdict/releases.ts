import type { FileFacts } from '../facts/file-facts.ts'
import { lazy } from '../link/lazy.ts'
import type { Program } from '../link/program.ts'
import { keyOfPlace, type Place } from '../link/places.ts'
import { argumentOf, callAt, functionAt, parameterIndex, refTo, valueAt, type CallRef, type FunctionRef, type ValueRef } from '../link/refs.ts'
import type { Resource } from '../models/row.ts'
import { isOwnFunction } from './find-holds.ts'

/** A place in the source that ends a hold, or is meant to. */
export interface Release {
  readonly resource: Resource
  readonly fn: FunctionRef
  readonly start: number
  readonly end: number
  readonly node: { readonly kind: 'call' | 'write'; readonly ref: number }
  /** The emitter or collection. */
  readonly place?: Place
  /** The event name or key. */
  readonly key?: ValueRef
  /** The listener, timer id or client that is given back. */
  readonly handle?: ValueRef
  /** Every hold of the holder ends. */
  readonly isAll: boolean
  readonly call?: CallRef
}

export interface Releases {
  /** Releases of the resource whose place or handle is this place, or something above it. */
  at(resource: Resource, place: Place): readonly Release[]
  /** Listener removals that may name the event: those of that name, and those whose name the source does not fix. */
  ofEvent(event: string | undefined): readonly Release[]
  readonly timers: readonly Release[]
  timersIn(file: FileFacts): readonly Release[]
  /** What empties the performance timeline, wherever it stands: there is one for the process. */
  readonly timeline: readonly Release[]
  /** Clears that a helper does for its callers, where they call it: `stopTimer(this.timer)`. */
  readonly timersThroughHelpers: readonly Release[]
  /** Evictions from a property of that name on an object that declarations do not tell: they may mean any. */
  ofProperty(property: string): readonly Release[]
}

/** Members that take elements out of a collection of the language. */
const EVICTING: ReadonlySet<string> = new Set(['delete', 'clear', 'pop', 'shift', 'splice', 'evict', 'remove'])
const LENGTH = 'length'

/** Finds every release of the program once, at the first question. */
export function findReleases(program: Program): Releases {
  const byPlace = new Map<string, Release[]>()
  const listeners: Release[] = []
  const byProperty = new Map<string, Release[]>()
  const listenerNames = program.models.memberNames('release', 'listener')

  const all = lazy(() => {
    for (const source of program.files) {
      for (const call of source.calls) readCall(refTo(source, call.id))
      for (const write of source.writes) readWrite(source, write.id)
    }
    listeners.push(...listeners.flatMap(release => removalsThrough(program, release)))
    return { byPlace, byProperty, listeners, byEvent: indexByEvent(listeners) }
  })
  const modelledByFile = lazy(() => new Map(program.files.map(source => [source, source.calls.flatMap(call => modelled(refTo(source, call.id)) ?? [])])))
  const timersByFile = lazy(() => new Map([...modelledByFile()].map(([source, releases]) => [source, releases.filter(release => isTimer(release.resource))])))
  const timeline = lazy(() => [...modelledByFile().values()].flat().filter(release => release.resource === 'timeline'))
  const timers = lazy(() => [...timersByFile().values()].flat())
  const timersThroughHelpers = lazy(() => timers().flatMap(release => releasesThrough(program, release)))

  function file(release: Release): void {
    const { place } = release
    if (release.resource === 'listener') listeners.push(release)
    if (place === undefined || place.root.kind === 'unknown') return
    const property = place.path.findLast(name => name !== '[]')
    if (release.resource === 'collection' && property !== undefined && (isUntold(place) || isOfAnother(place))) byProperty.set(property, [...byProperty.get(property) ?? [], release])
    const key = `${family(release.resource)} ${keyOfPlace(place)}`
    const list = byPlace.get(key)
    if (list === undefined) byPlace.set(key, [release])
    else list.push(release)
  }

  function commonOf(ref: CallRef): Pick<Release, 'fn' | 'start' | 'end' | 'node' | 'call'> {
    const call = callAt(ref)
    return { fn: refTo(ref.file, call.fn), start: call.at, end: call.end, node: { kind: 'call', ref: ref.id }, call: ref }
  }

  /** What the call releases by a row. */
  function modelled(ref: CallRef): Release | undefined {
    const row = callAt(ref).isNew ? undefined : program.types.rowsOf(ref, 'release')[0]
    if (row === undefined) return undefined
    const handle = row.handle === undefined ? undefined : pathValue(ref, row.handle)
    const key = row.key?.[0] === undefined ? undefined : pathValue(ref, row.key[0])
    const listener = row.resource === 'listener' ? pathValue(ref, row.key?.[1] ?? row.handle ?? '') : handle
    const holder = row.holder === undefined ? undefined : pathValue(ref, row.holder)
    const placed = row.resource === 'listener' || row.resource === 'collection' ? holder : handle
    return {
      ...commonOf(ref), resource: row.resource, isAll: row.all ?? false, ...(placed === undefined ? {} : { place: program.places.of(placed) }),
      ...(key === undefined ? {} : { key }), ...(listener === undefined ? {} : { handle: listener }),
    }
  }

  function readCall(ref: CallRef): void {
    const call = callAt(ref)
    if (call.isNew) return
    const known = modelled(ref)
    if (known !== undefined) {
      file(known)
      return
    }
    const callee = valueAt(refTo(ref.file, call.callee))
    if (callee.kind !== 'member') return
    const object = refTo(ref.file, callee.object)
    const place = program.places.of(object)
    const first = argumentOf(ref, 0), second = argumentOf(ref, 1)
    const common = commonOf(ref)
    if (listenerNames.has(callee.property) && !isOwnFunction(program, ref)) file({ ...common, resource: 'listener', place, isAll: callee.property === 'removeAllListeners', ...(first === undefined ? {} : { key: first }), ...(second === undefined ? {} : { handle: second }) })
    if (EVICTING.has(callee.property)) file({ ...common, resource: 'collection', place, isAll: callee.property === 'clear', ...(first === undefined ? {} : { key: first }) })
    // the commonest by far: written out, for a copy of `common` costs more than all else here
    if (place.root.kind !== 'unknown') file({ resource: 'resource', fn: common.fn, start: common.start, end: common.end, node: common.node, place, handle: object, isAll: false, call: ref })
  }

  function readWrite(source: ValueRef['file'], id: number): void {
    const write = source.writes[id]!
    const target = refTo(source, write.target)
    const value = valueAt(target)
    const common = { resource: 'collection' as const, fn: refTo(source, write.fn), start: write.at, end: write.end, node: { kind: 'write' as const, ref: id } }
    if (write.operator === 'delete' && (value.kind === 'index' || value.kind === 'member')) {
      const place = program.places.of(refTo(source, value.object))
      const key = value.kind === 'index' ? { key: refTo(source, value.key) } : {}
      file({ ...common, place, isAll: false, ...key })
    }
    if (value.kind === 'member' && value.property === LENGTH) file({ ...common, place: program.places.of(refTo(source, value.object)), isAll: true })
    if (write.operator !== '=' || isInitialisation(source, write.fn, write.target)) return
    const place = placeOfTarget(program, target)
    file({ ...common, place, isAll: true })
  }

  return {
    at(resource, place) {
      const found: Release[] = []
      // emptying an object's field is no release of the object's other fields
      const least = place.root.kind === 'binding' ? 0 : Math.min(1, place.path.length)
      for (const root of rootsOf(place)) {
        for (let depth = place.path.length; depth >= least; depth--) {
          found.push(...all().byPlace.get(`${family(resource)} ${keyOfPlace({ root, path: place.path.slice(0, depth) })}`) ?? [])
        }
      }
      return found
    },
    ofEvent: event => event === undefined ? all().listeners : [...all().byEvent.get(event) ?? [], ...all().byEvent.get('') ?? []],
    get timers() { return timers() },
    timersIn: source => timersByFile().get(source) ?? [],
    get timeline() { return timeline() },
    get timersThroughHelpers() { return timersThroughHelpers() },
    ofProperty: property => all().byProperty.get(property) ?? [],
  }

  /** A field of an object is a field for the methods of its base classes too. */
  function rootsOf({ root }: Place): readonly Place['root'][] {
    return root.kind === 'instance' ? program.denotations.lineageOf(root.cls).map(cls => ({ kind: 'instance', cls })) : [root]
  }

  function pathValue(call: CallRef, path: string): ValueRef | undefined {
    if (path === 'this') {
      const callee = valueAt(refTo(call.file, callAt(call).callee))
      return callee.kind === 'member' ? refTo(call.file, callee.object) : undefined
    }
    const match = /^arg\[(\d+)\]$/.exec(path)
    return match === null ? undefined : argumentOf(call, Number(match[1]))
  }

  /** The first assignment of a field or module variable makes the collection; it evicts nothing. */
  function isInitialisation(source: ValueRef['file'], fn: number, target: number): boolean {
    const { kind } = functionAt(refTo(source, fn))
    const to = source.values[target]!
    if (kind === 'constructor' || kind === 'field') return true
    // a `reset()` that only the constructor calls
    const callers = program.graph.callersOf(refTo(source, fn))
    if (callers.length > 0 && callers.every(edge => functionAt(edge.from).kind === 'constructor')) return true
    return kind === 'module' && to.kind === 'binding' && source.bindings[to.binding]!.fn === 0
  }
}

/** Under the name of the event, or under nothing where the source does not fix it. */
function indexByEvent(listeners: readonly Release[]): ReadonlyMap<string, readonly Release[]> {
  const byEvent = new Map<string, Release[]>()
  for (const release of listeners) {
    const name = release.key === undefined ? undefined : valueAt(release.key)
    const event = name?.kind === 'literal' ? String(name.value) : ''
    const list = byEvent.get(event)
    if (list === undefined) byEvent.set(event, [release])
    else list.push(release)
  }
  return byEvent
}

/** A helper that releases what it is given releases it for its callers. */
function releasesThrough(program: Program, release: Release): readonly Release[] {
  const given = release.handle === undefined ? undefined : valueAt(release.handle)
  if (given?.kind !== 'binding') return []
  const index = parameterIndex(release.fn, given.binding)
  if (index < 0) return []
  return program.graph.callersOf(release.fn).flatMap(({ how, call, from }) => {
    const handle = how === 'calls' ? argumentOf(call, index) : undefined
    const { at, end } = callAt(call)
    return handle === undefined ? [] : [{ ...release, fn: from, start: at, end, node: { kind: 'call' as const, ref: call.id }, handle, call }]
  })
}

/** `unlisten(emitter, 'x', f)`, where `unlisten` does `emitter.off('x', f)`: removed for its callers, where they call it. */
function removalsThrough(program: Program, release: Release): readonly Release[] {
  const of = (ref: ValueRef | undefined): number => {
    const value = ref === undefined ? undefined : valueAt(ref)
    return value?.kind === 'binding' ? parameterIndex(release.fn, value.binding) : -1
  }
  const callee = release.call === undefined ? undefined : valueAt(refTo(release.call.file, callAt(release.call).callee))
  const emitter = callee?.kind === 'member' ? of(refTo(release.fn.file, callee.object)) : -1
  const listener = of(release.handle), event = of(release.key)
  if (emitter < 0 || listener < 0) return []
  return program.graph.callersOf(release.fn).flatMap(({ how, call, from }) => {
    const [on, handle, named] = how === 'calls' ? [argumentOf(call, emitter), argumentOf(call, listener), event < 0 ? undefined : argumentOf(call, event)] : []
    const { at, end } = callAt(call), key = named ?? release.key
    return on === undefined || handle === undefined ? [] : [{ ...release, fn: from, start: at, end, node: { kind: 'call' as const, ref: call.id }, place: program.places.of(on), handle, call, ...(key === undefined ? {} : { key }) }]
  })
}

const isTimer = (resource: Resource): boolean => resource === 'timeout' || resource === 'interval'

/** `this.browser.contexts`: of an object that this one only refers to. */
const isOfAnother = ({ root, path }: Place): boolean => root.kind === 'instance' && path.filter(name => name !== '[]').length > 1

/** A parameter or local of unknown origin: which object it is, is not known. */
const isUntold = ({ root }: Place): boolean => root.kind === 'result' || root.kind === 'binding' && (root.binding.id < 0 || root.binding.file.bindings[root.binding.id]!.fn !== 0)

/** Both kinds of timer are cleared by either function. */
const family = (resource: Resource): string => isTimer(resource) ? 'timer' : resource

/** Where an assignment writes to: the place itself, not what its current value is an alias of. */
export function placeOfTarget(program: Program, target: ValueRef): Place {
  const value = valueAt(target)
  if (value.kind === 'binding') return { root: { kind: 'binding', binding: refTo(target.file, value.binding) }, path: [] }
  if (value.kind === 'member') {
    const owner = program.places.of(refTo(target.file, value.object))
    return owner.root.kind === 'unknown' ? owner : { root: owner.root, path: [...owner.path, value.property] }
  }
  return program.places.of(target)
}
