import type { CallFacts } from '../facts/file-facts.ts'
import type { Models } from '../models/lookup.ts'
import type { Confidence, Lifetime } from '../verdict/finding.ts'
import type { CallGraph } from './call-graph.ts'
import type { ContainerBindings } from './container-bindings.ts'
import type { Denotations } from './denotations.ts'
import type { Events } from './events.ts'
import { isMadeOnce } from './made-once.ts'
import { isTeardownName } from './naming.ts'
import { isModuleBinding, type Place, type Places } from './places.ts'
import { argumentOf, callAt, classAt, functionAt, keyOf, parameterIndex, refTo, stripped, valueAt, type CallRef, type ClassRef, type FunctionRef, type ValueRef } from './refs.ts'
import type { Types } from './types.ts'

/** How long something lives, and how sure that is. */
export interface LifetimeOf {
  readonly lifetime: Lifetime
  readonly confidence: Confidence
  /** For something that lives as long as one run of a function: that function. */
  readonly scope?: FunctionRef
  /** For something that lives as long as an object: its class. */
  readonly cls?: ClassRef
}

export interface Lifetimes {
  ofPlace(place: Place): LifetimeOf
  ofClass(cls: ClassRef): LifetimeOf
}

const PROCESS: LifetimeOf = { lifetime: 'process', confidence: 'certain' }
const UNKNOWN: LifetimeOf = { lifetime: 'unknown', confidence: 'possible' }

export function createLifetimes(models: Models, graph: CallGraph, events: Events, denotations: Denotations, containers: () => ContainerBindings, types: Types, places: Places): Lifetimes {
  const classes = new Map<string, LifetimeOf>()

  function ofPlace(place: Place): LifetimeOf {
    const { root, path } = place
    if (path.length > 0 && isWeak(place)) return UNKNOWN
    if (isRequestSocket(place)) return { lifetime: 'connection', confidence: 'likely' }
    switch (root.kind) {
      // the object of that name is made anew for each call
      case 'global': return root.name === 'arguments' ? { lifetime: 'call', confidence: 'certain' } : PROCESS
      case 'static':
      case 'package':
      case 'module': return PROCESS
      case 'instance': return path.length === 0 ? ofClass(root.cls) : ofField(root.cls, path)
      case 'binding': return ofBinding(root.binding, path)
      case 'result': return ofResult(root.call, path)
      case 'unknown': return UNKNOWN
    }
  }

  /** What a WeakMap holds under a key lives as long as the key. */
  function isWeak({ root, path }: Place): boolean {
    const element = path.indexOf('[]')
    if (element < 0 || element > 1) return false
    const made = root.kind === 'binding' && root.binding.id >= 0 && element === 0 ? root.binding.file.bindings[root.binding.id]!.values.map(id => refTo(root.binding.file, id))
      : root.kind === 'instance' && element === 1 ? denotations.fieldValuesOf(root.cls, path[0]!) : []
    return made.some(value => types.of(value).includes('global#WeakMap'))
  }

  function ofBinding(binding: ValueRef, path: readonly string[]): LifetimeOf {
    if (binding.id < 0) return UNKNOWN
    const facts = binding.file.bindings[binding.id]!
    const typed = isGivenByCall(binding) && path.length === 0 ? undefined : lifetimeByType(typesOfBinding(binding), path)
    if (typed !== undefined) return typed
    if (isModuleBinding(binding)) return PROCESS
    const scope = refTo(binding.file, facts.fn)
    if (facts.kind === 'param') return { lifetime: 'unknown', confidence: 'possible', scope }
    const [first] = facts.values
    const made = first === undefined ? undefined : valueAt(refTo(binding.file, first))
    if (made?.kind === 'member' || made?.kind === 'param' || made?.kind === 'element' || made?.kind === 'choice') return { lifetime: 'unknown', confidence: 'possible', scope }
    if (made?.kind === 'call' || made?.kind === 'await') {
      const inner = valueAt(stripped(refTo(binding.file, first!)))
      const call = inner.kind === 'call' ? refTo(binding.file, inner.call) : undefined
      if (call !== undefined) {
        const result = ofResult(call, path)
        if (result.lifetime !== 'unknown') return result.lifetime === 'call' ? { ...result, scope } : result
      }
      return { lifetime: 'unknown', confidence: 'possible', scope }
    }
    return ofScope(scope)
  }

  /** A local of a function that runs once lives as long as the process, when something keeps it. */
  function ofScope(scope: FunctionRef): LifetimeOf {
    const event = events.of(scope)
    if (event.kind === 'once') return { lifetime: 'process', confidence: 'likely', scope }
    return { lifetime: 'call', confidence: 'certain', scope }
  }

  /** A new object lives as long as the run of the function that makes it; what a getter returns may live for ever. */
  function ofResult(call: CallRef, path: readonly string[]): LifetimeOf {
    const facts = callAt(call)
    if (isMaking(call) && path.length === 0) return ofScope(refTo(call.file, facts.fn))
    const typed = lifetimeByType(types.of(refTo(call.file, facts.value)), path)
    // a connection that a call gives may be new or pooled
    if (typed !== undefined) return typed.lifetime === 'connection' && path.length === 0 ? UNKNOWN : typed
    const callees = graph.calleesOf(call)
    for (const callee of callees) {
      for (const id of functionAt(callee).returns) {
        const given = argumentReturned(call, callee, id)
        if (given !== undefined) return ofArgument(given, facts.fn)
        const place = places.of(refTo(callee.file, id))
        if (place.root.kind === 'result' || place.root.kind === 'unknown') continue
        if (place.root.kind === 'binding' && place.root.binding.id >= 0 && place.root.binding.file.bindings[place.root.binding.id]!.fn === callee.id) continue
        const inner = ofPlace(place)
        if (inner.lifetime === 'process' || inner.lifetime === 'instance') return inner
      }
    }
    return UNKNOWN
  }

  /** `withErrorHandler(new Client())`: the callee gives back what it was given. */
  function argumentReturned(call: CallRef, callee: FunctionRef, returned: number): ValueRef | undefined {
    const value = callee.file.values[returned]!
    if (value.kind !== 'binding') return undefined
    const index = parameterIndex(callee, value.binding)
    return index < 0 ? undefined : argumentOf(call, index)
  }

  function ofArgument(given: ValueRef, fn: number): LifetimeOf {
    const value = valueAt(stripped(given))
    if (value.kind === 'call' && isMaking(refTo(given.file, value.call))) return ofScope(refTo(given.file, fn))
    const place = places.of(given)
    return place.root.kind === 'result' ? UNKNOWN : ofPlace(place)
  }

  /** `new X()`, or a call that opens something of its own: it lives no longer than its maker keeps it, whatever its type. */
  function isMaking(call: CallRef): boolean {
    return callAt(call).isNew || types.rowsOf(call, 'acquire').some(row => row.handle === 'return') || types.symbolsOf(refTo(call.file, callAt(call).callee)).some(symbol => COPYING.has(symbol))
  }

  function isGivenByCall(binding: ValueRef): boolean {
    const [first] = binding.file.bindings[binding.id]!.values
    return first !== undefined && valueAt(stripped(refTo(binding.file, first))).kind === 'call'
  }

  function typesOfBinding(binding: ValueRef): readonly string[] {
    const facts = binding.file.bindings[binding.id]!
    const [first] = facts.values
    return first === undefined ? [] : types.of(refTo(binding.file, first))
  }

  function lifetimeByType(keys: readonly string[], path: readonly string[]): LifetimeOf | undefined {
    let at = keys
    for (const property of path) at = at.flatMap(key => models.memberReturns(key, property) ?? [])
    for (const key of at) {
      const lifetime = models.lifetimeOf(key)
      if (lifetime !== undefined) return { lifetime, confidence: 'certain' }
    }
    return undefined
  }

  /** A field lives as long as its object, unless what was put there lives longer. */
  function ofField(cls: ClassRef, path: readonly string[]): LifetimeOf {
    const owner = ofClass(cls)
    const values = denotations.fieldValuesOf(cls, path[0]!)
    const injected = values.length > 0 && values.every(v => isGiven(v))
    if (injected && path.length === 1) return { ...owner, lifetime: owner.lifetime === 'process' ? 'process' : 'unknown', confidence: 'possible', cls }
    return { ...owner, cls }
  }

  const isGiven = (value: ValueRef): boolean => {
    const kind = valueAt(value).kind
    return kind === 'param' || (kind === 'binding' && denotations.of(value).kind === 'parameter') || (kind === 'member' && denotations.of(value).kind !== 'instance')
  }

  /** A class lives as long as what creates its objects. */
  function ofClass(cls: ClassRef): LifetimeOf {
    const key = keyOf(cls)
    const hit = classes.get(key)
    if (hit !== undefined) return hit
    classes.set(key, { lifetime: 'instance', confidence: 'possible', cls })
    const answer = decide(cls)
    classes.set(key, answer)
    return answer
  }

  function decide(cls: ClassRef): LifetimeOf {
    const facts = classAt(cls)
    for (const type of types.ofClass(cls)) {
      const lifetime = models.lifetimeOf(type)
      if (lifetime !== undefined) return { lifetime, confidence: 'certain', cls }
    }
    // made where something fails, and dropped where that is dealt with
    if (types.ofClass(cls).some(type => /^global#\w*Error$/.test(type))) return { lifetime: 'call', confidence: 'likely', cls }
    if (facts.kind === 'object') return facts.fn === 0 ? { ...PROCESS, cls } : { ...ofScope(refTo(cls.file, facts.fn)), lifetime: 'instance', cls }
    if (facts.decorators.some(d => CONTAINER_DECORATORS.has(d.name)) || containers().isSingleton(cls)) return { lifetime: 'process', confidence: 'likely', cls }
    const sites = graph.creationsOf(cls)
    if (sites.length === 0) return { lifetime: 'instance', confidence: looksLongLived(cls) ? 'likely' : 'possible', cls }
    const lives = sites.map(site => ofCreation(site))
    if (lives.every(l => l.lifetime === 'process')) return { lifetime: 'process', confidence: lives.some(l => l.confidence !== 'certain') ? 'likely' : 'certain', cls }
    const isShort = lives.every(l => l.lifetime === 'call' || l.lifetime === 'event')
    if (isShort && !looksLongLived(cls)) return { lifetime: 'call', confidence: 'likely', cls }
    if (isShort) return { lifetime: 'instance', confidence: 'possible', cls }
    const isPart = lives.some(l => l.lifetime === 'process' || l.lifetime === 'instance' && l.confidence !== 'possible')
    return { lifetime: 'instance', confidence: isPart || looksLongLived(cls) ? 'likely' : 'possible', cls }
  }

  function ofCreation(site: CallRef): LifetimeOf {
    const fn = refTo(site.file, callAt(site).fn)
    const event = events.of(fn)
    if (event.kind === 'once' || isMadeOnce(places, site)) return PROCESS
    const { cls, kind } = functionAt(fn)
    if (cls !== null && (kind === 'constructor' || kind === 'field')) {
      const owner = ofClass(refTo(fn.file, cls))
      return owner.lifetime === 'process' ? owner : { lifetime: 'instance', confidence: owner.confidence === 'possible' ? 'possible' : 'likely' }
    }
    if (event.kind === 'unknown' || event.kind === 'call' || event.kind === 'instance') return { lifetime: 'instance', confidence: 'possible' }
    return { lifetime: 'event', confidence: 'likely' }
  }

  /** An object that must be ended, emits events or holds a timer is made to live longer than a call. */
  function looksLongLived(cls: ClassRef): boolean {
    const line = denotations.lineageOf(cls)
    if (line.some(c => classAt(c).members.some(m => m.fn !== undefined && isTeardownName(m.name)))) return true
    if (line.some(c => c.file.calls.some(call => isInterval(c, call) && c.file.functions[call.fn]!.cls === c.id))) return true
    return line.some(takesConnections) || types.ofClass(cls).some(key => models.basesOf(key).includes('node:events#EventEmitter'))
  }

  /** `constructor(io) { io.on('connection', …) }`: it serves as long as what it was given does. */
  function takesConnections({ file, id }: ClassRef): boolean {
    const made = file.classes[id]!.constructor
    return made !== null && file.calls.some(({ fn, callee, args: [event, listener] }) => {
      const called = file.values[callee]!, name = event === undefined ? undefined : file.values[event]!
      return fn === made && called.kind === 'member' && models.acquireNames('listener').has(called.property) && name?.kind === 'literal' && name.value === 'connection' && listener !== undefined
    })
  }


  return { ofPlace, ofClass }
}

/** Functions of the language that give a new object. */
const COPYING: ReadonlySet<string> = new Set(['global#Object.create', 'global#Object.fromEntries', 'global#Object.assign', 'global#Array.from', 'global#Array.of', 'global#structuredClone'])

function isInterval(cls: ClassRef, call: CallFacts): boolean {
  const callee = cls.file.values[call.callee]!
  return callee.kind === 'global' && callee.name === 'setInterval'
}

/** `req.socket`, `request.raw.connection`: pooled and kept alive, whatever declares the request. */
function isRequestSocket({ root, path }: Place): boolean {
  const last = path.at(-1)
  if (last !== 'socket' && last !== 'connection') return false
  const owner = path.at(-2) ?? (root.kind === 'binding' && root.binding.id >= 0 ? root.binding.file.bindings[root.binding.id]!.name : '')
  return /^(req|request|res|response|raw|reply)$/.test(owner)
}

/** Decorators under which a container makes one instance for the process, in its default scope. */
const CONTAINER_DECORATORS: ReadonlySet<string> = new Set(['Injectable', 'Controller', 'Module', 'WebSocketGateway', 'Resolver', 'Catch', 'singleton', 'injectable', 'Service'])
