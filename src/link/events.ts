import type { FileFacts } from '../facts/file-facts.ts'
import type { Models } from '../models/lookup.ts'
import type { Confidence, EventKind } from '../verdict/finding.ts'
import type { CallEdge, CallGraph } from './call-graph.ts'
import type { Denotations } from './denotations.ts'
import { emissionEdges } from './emissions.ts'
import { exportedFunctions, isPrivate } from './exported-functions.ts'
import { lazy } from './lazy.ts'
import { isMadeOnce } from './made-once.ts'
import { isSetupEvent, isSetupName, isTrafficEvent } from './naming.ts'
import { RefCache } from './ref-cache.ts'
import { callAt, classAt, functionAt, isInside, keyOf, refTo, valueAt, type CallRef, type FunctionRef, type ValueRef } from './refs.ts'
import type { Places } from './places.ts'
import type { Types } from './types.ts'

/** How often a function runs, and why. */
export interface EventOf {
  readonly kind: EventKind
  /** What a message calls the event: `GET /stream`, `every 'message'`, `every call of subscribe()`. */
  readonly label: string
  readonly confidence: Confidence
  /** True when nobody is seen to call the method it starts from, or to emit the event: how often it runs on one object is anyone's guess. */
  readonly isUnseen?: true
  /** True for a method of a library that nobody here calls: whoever has such an object may. */
  readonly isOffered?: true
  /** The call that makes it an entry point, or the edge it is reached by. */
  readonly entry?: CallRef
  readonly via?: CallEdge
}

export interface Events {
  of(fn: FunctionRef): EventOf
  /** From the entry point to the function: the edges, outermost first. */
  chainOf(fn: FunctionRef): readonly CallEdge[]
}

/** What each kind weighs when a function is reached in several ways: the best proven, most frequent one speaks. */
const WEIGHT: Readonly<Record<EventKind, number>> = { request: 9, message: 8, job: 7, connection: 6, tick: 5, call: 4, instance: 3, unknown: 2, once: 1 }
/** One that is a guess stands behind the next kind that is seen. */
const weightOf = ({ kind, isUnseen }: EventOf): number => WEIGHT[kind] - (isUnseen === true ? 1.5 : 0)
const DECREASING = Object.entries(WEIGHT).toSorted((a, b) => b[1] - a[1]).map(([kind]) => kind as EventKind)

/** Objects are spread into objects that deep. */
const SPREADS = 3

/** Whether the code of these files is called by others: a library's exported API is called any number of times. */
export interface Openness {
  isApi(file: FileFacts): boolean
  /** Whether it stands in a package that others import: what it gives them may have any of its classes. */
  isOfLibrary(file: FileFacts): boolean
}

/** Finds the entry points, and spreads each event along the call graph. */
export function createEvents(files: readonly FileFacts[], models: Models, graph: CallGraph, types: Types, denotations: Denotations, places: Places, openness: Openness): Events {
  const events = new RefCache<EventOf>()
  const queue = new Map<EventKind, FunctionRef[]>(DECREASING.map(kind => [kind, []]))
  const callees = lazy(indexCallees)
  const spreadEvents = lazy(() => {
    for (const file of files) startFrom(file)
    for (const kind of DECREASING) spread(kind)
    return events
  })

  function startFrom(file: FileFacts): void {
    for (const call of file.calls) for (const [fn, event] of entriesOf(refTo(file, call.id))) start(fn, event)
    for (const fn of file.functions) {
      const event = platformEntry(refTo(file, fn.id)) ?? conventionalEntry(file, fn.id)
      if (event !== undefined) start(refTo(file, fn.id), event)
      if (isHandedOut(file, fn.id)) start(refTo(file, fn.id), { ...apiEvent(refTo(file, fn.id)), label: 'every call of the returned function' })
    }
    // what is exported is called by others; what nothing known calls is called by someone unknown
    const isApi = openness.isApi(file)
    for (const fn of exportedFunctions(file, denotations, types)) {
      const isOpen = isApi && !isPrivateMethod(fn) && !isOfSingleton(fn)
      if (isOpen || graph.callersOf(fn).length === 0) start(fn, isOpen ? apiEvent(fn) : givenEvent(fn) ?? unseenEvent(fn))
    }
    start(refTo(file, 0), { kind: 'once', label: 'once, when the module loads', confidence: 'certain' })
  }

  function start(fn: FunctionRef, event: EventOf): void {
    const known = events.get(fn)
    if (known !== undefined && weightOf(known) >= weightOf(event)) return
    events.set(fn, event)
    queue.get(event.kind)!.push(fn)
  }

  function spread(kind: EventKind): void {
    const pending = queue.get(kind)!
    for (let fn = pending.shift(); fn !== undefined; fn = pending.shift()) {
      const event = events.get(fn)!
      if (event.kind !== kind) continue
      for (const [callee, edge] of callees().get(fn) ?? []) {
        const { entry, ...inherited } = event
        // what is handed to someone at start-up runs when they please
        if (kind === 'once' && edge.how === 'passes' && !edge.isImmediate && !runsWithItsCall(edge)) {
          start(callee, { kind: 'unknown', label: 'an unknown number of times', confidence: 'possible', via: edge })
          continue
        }
        if (edge.how === 'creates' && kind !== 'once' && isMadeOnce(places, edge.call)) {
          start(callee, { kind: 'once', label: 'once, when it is first asked for', confidence: 'likely', via: edge })
          continue
        }
        start(callee, { ...inherited, ...(entry === undefined ? {} : { entry }), via: edge })
      }
    }
  }

  /** The callback of `setTimeout`, of `once`, of a request it makes itself: as often as the call. */
  function runsWithItsCall({ call }: CallEdge): boolean {
    return types.entryRowsOf(call).some(row => row.event === 'call') || types.rowsOf(call, 'acquire').some(row => row.endsBy !== undefined) || graph.calleesOf(call).some(callee => callsParameter(callee))
  }

  /** It calls a function that it is given, itself, or hands it on: one that it keeps, or that a function it returns calls, runs later. */
  function callsParameter({ file, id }: FunctionRef): boolean {
    const own = new Set(file.functions[id]!.params.flatMap(p => p.bindings))
    const isOwn = (value: number): boolean => { const at = file.values[value]!; return at.kind === 'binding' && own.has(at.binding) || at.kind === 'member' && isOwn(at.object) }
    return graph.callsIn(refTo(file, id)).some(({ callee, args }) => isOwn(callee) || args.some(isOwn))
  }

  /** Who is reached from each function: by calls, and by functions handed on from it. */
  function indexCallees(): RefCache<(readonly [FunctionRef, CallEdge])[]> {
    const index = new RefCache<(readonly [FunctionRef, CallEdge])[]>()
    const note = (fn: FunctionRef, edge: CallEdge): void => {
      const list = index.get(edge.from)
      if (list === undefined) index.set(edge.from, [[fn, edge]])
      else list.push([fn, edge])
    }
    for (const file of files) {
      for (const { id } of file.functions) {
        const fn = refTo(file, id)
        for (const edge of graph.callersOf(fn)) note(fn, edge)
      }
    }
    for (const [fn, edge] of emissionEdges(files, models, types, places)) note(fn, edge)
    return index
  }

  function* entriesOf(call: CallRef): Iterable<readonly [FunctionRef, EventOf]> {
    const facts = callAt(call)
    const rows = types.entryRowsOf(call)
    for (const row of rows) {
      // as often as the call itself runs
      if (row.event === 'call') continue
      const label = labelOf(call, row.label)
      const event: EventOf = row.isCommand === true ? { kind: 'unknown', label, confidence: 'possible', entry: call } : { kind: row.event, label, confidence: 'certain', entry: call }
      if (row.calls === 'decorated') {
        const method = facts.decorates?.fn
        if (method !== undefined) yield [refTo(call.file, method), event]
        continue
      }
      for (const value of selected(call, row.calls)) {
        const fn = types.functionOf(value)
        if (fn !== undefined) yield [fn, event]
      }
    }
    const acquires = types.rowsOf(call, 'acquire')
    for (const row of acquires) if (row.resource === 'timeout' && row.held !== undefined) yield* timerLoop(call, row.held)
    if (rows.length > 0) return
    if (acquires.length === 0) yield* duckTypedEntry(call)
    for (const row of acquires) {
      if (row.resource !== 'listener' && row.resource !== 'interval') continue
      if (row.endsBy?.includes('first-event') === true || row.held === undefined) continue
      for (const value of selected(call, row.held)) {
        const fn = types.functionOf(value)
        const event = literalText(call, 0)
        if (fn === undefined) continue
        if (row.resource === 'interval') yield [fn, { kind: 'tick', label: 'every tick of the interval', confidence: 'certain', entry: call }]
        else yield [fn, listenerEvent(call, event ?? 'event')]
      }
    }
  }

  /** `const beat = () => { …; setTimeout(beat, ms) }`: a callback that arms the timer again runs at every turn. */
  function* timerLoop(call: CallRef, held: string): Iterable<readonly [FunctionRef, EventOf]> {
    for (const value of selected(call, held)) {
      const fn = types.functionOf(value)
      if (fn === undefined || fn.file !== call.file) continue
      const arming = refTo(call.file, callAt(call).fn)
      const called = graph.callsIn(fn).flatMap(inner => graph.calleesOf(refTo(fn.file, inner.id)))
      if (isInside(arming, fn) || called.some(callee => isInside(arming, callee))) yield [fn, { kind: 'tick', label: 'every turn of the timer loop', confidence: 'likely', entry: call, ...(isCounted(call) ? { isUnseen: true } : {}) }]
    }
  }

  /** `if (attempt < MAX) setTimeout(retry, ms)`: a number of turns that somebody has chosen. */
  function isCounted({ file, id }: CallRef): boolean {
    return file.calls[id]!.guards.some(({ test }) => { const value = file.values[test]!; return value.kind === 'computed' && ['<', '<=', '>', '>='].includes(value.operator) })
  }

  /** `x.on('event', f)` on a receiver that nothing declares. */
  function* duckTypedEntry(call: CallRef): Iterable<readonly [FunctionRef, EventOf]> {
    const callee = call.file.values[callAt(call).callee]!
    const event = literalText(call, 0) ?? namedEvent(call), listener = callAt(call).args[1]
    if (callee.kind !== 'member' || event === undefined || listener === undefined || !models.acquireNames('listener').has(callee.property) || callee.property.toLowerCase().includes('once')) return
    const fn = types.functionOf(refTo(call.file, listener))
    if (fn !== undefined) yield [fn, listenerEvent(call, event)]
  }

  /** What tells of configuration by its name is heard at start-up; what does not tell of traffic, as often as someone emits it. */
  function listenerEvent(entry: CallRef, event: string): EventOf {
    const label = `every ${event}`
    if (isSetupEvent(event)) return { kind: 'unknown', label, confidence: 'possible', entry }
    return { kind: 'tick', label, confidence: 'likely', entry, ...(isTrafficEvent(event) || isOnConnection(entry) ? {} : { isUnseen: true }) }
  }

  /** `io.on('connection', socket => { socket.on('x', …) })`: of many connections some say it, whatever it means. */
  function isOnConnection({ file, id }: CallRef): boolean {
    const callee = file.values[file.calls[id]!.callee]!, object = callee.kind === 'member' ? file.values[callee.object]! : undefined
    const binding = object?.kind === 'binding' ? file.bindings[object.binding]! : undefined
    return binding?.kind === 'param' && types.passedAt(refTo(file, binding.fn)).some(({ call }) => {
      const through = call.file.values[callAt(call).callee]!
      return through.kind === 'member' && models.acquireNames('listener').has(through.property) && literalText(call, 0) === `'connection'`
    })
  }


  function literalText(call: CallRef, index: number): string | undefined {
    const id = callAt(call).args[index]
    const value = id === undefined ? undefined : call.file.values[id]
    return value?.kind === 'literal' && typeof value.value === 'string' ? `'${value.value}'` : undefined
  }

  /** `Events.connected` in place of a text: the member's name. */
  function namedEvent(call: CallRef): string | undefined {
    const id = callAt(call).args[0]
    const value = id === undefined ? undefined : call.file.values[id]
    return value?.kind === 'member' && types.functionOf(refTo(call.file, id!)) === undefined ? value.property : undefined
  }

  function labelOf(call: CallRef, template: string | undefined): string {
    const callee = call.file.values[callAt(call).callee]!
    const member = callee.kind === 'member' ? callee.property : ''
    const first = literalText(call, 0)?.slice(1, -1) ?? ''
    return (template ?? '{member} {arg[0]}').replace('{member}', /^(get|post|put|patch|delete|head|options|all)$/.test(member) ? member.toUpperCase() : member).replace('{arg[0]}', first).trim() || 'event'
  }

  /** The argument values that an access path such as `arg[1..]`, `arg[0].handler` or `arg[1].*` selects. */
  function selected(call: CallRef, path: string): ValueRef[] {
    const { args } = callAt(call)
    const match = /^arg\[(\d+|last)(\.\.)?\](?:\.(.+))?$/.exec(path)
    if (match === null) return []
    const first = match[1] === 'last' ? args.length - 1 : Number(match[1])
    const members = match[3]?.split('.') ?? []
    const chosen = (match[2] === undefined ? args.slice(first, first + 1) : args.slice(first)).flatMap(id => elementsOf(refTo(call.file, id)))
    return members.reduce((values, member) => values.flatMap(value => propertiesOf(value, member)), chosen)
  }

  function elementsOf(ref: ValueRef): ValueRef[] {
    const value = valueAt(ref)
    return value.kind === 'array' ? value.elements.map(id => refTo(ref.file, id)) : [ref]
  }

  /** The values of that property of an object, `*` for all of them, also of the objects that are spread into it. */
  function propertiesOf(ref: ValueRef, name: string, depth = 0): ValueRef[] {
    const denoted = denotations.of(ref), object = denoted.kind === 'value' ? valueAt(denoted.value) : undefined
    if (denoted.kind !== 'value' || object?.kind !== 'object' || depth > SPREADS) return []
    const own = object.properties.filter(p => name === '*' || p.key === name).flatMap(p => elementsOf(refTo(denoted.value.file, p.value)))
    return [...own, ...object.spreads.flatMap(spread => propertiesOf(refTo(denoted.value.file, spread), name, depth + 1))]
  }

  /** `export const handler = async event => …`, `class Audit implements NestMiddleware { use() {} }`: a platform calls it. */
  function platformEntry(fn: FunctionRef): EventOf | undefined {
    const found = types.platformFunction(fn)
    if (found === undefined) return undefined
    const { name, row } = found
    return { kind: row.event, label: row.label?.replace('{name}', name) ?? `every call of ${name}()`, confidence: row.calls === 'export' && row.files === undefined ? 'likely' : 'certain' }
  }

  /** A function that takes `(req, res)` or `(ctx, next)` is a handler by convention. */
  function conventionalEntry(file: FileFacts, id: number): EventOf | undefined {
    const fn = file.functions[id]!
    const names = fn.params.map(p => p.name)
    const [first, second] = names
    if (first === undefined || second === undefined) return undefined
    const isHandler = (/^_?(req|request)$/.test(first) && /^_?(res|response|reply|rep)$/.test(second)) || (first === 'ctx' && second === 'next')
    if (!isHandler) return undefined
    return { kind: 'request', label: fn.name === '' ? `every request (${first}, ${second})` : `every request: ${fn.name}()`, confidence: 'likely' }
  }

  /** `wrap(proto, 'exec', exec => function () {…})`: what a callback returns to someone unknown is called any number of times. */
  function isHandedOut(file: FileFacts, id: number): boolean {
    const { parent, kind } = file.functions[id]!
    if (parent === null || parent === 0 || kind !== 'function') return false
    const returned = file.functions[parent]!.returns.some(r => { const value = file.values[r]!; return value.kind === 'function' && value.fn === id })
    return returned && types.passedAt(refTo(file, parent)).some(() => !graph.callersOf(refTo(file, parent)).some(edge => edge.isImmediate))
  }

  function isPrivateMethod({ file, id }: FunctionRef): boolean {
    const { cls } = file.functions[id]!
    return cls !== null && classAt(refTo(file, cls)).members.some(member => member.fn === id && isPrivate(member))
  }

  /** The constructor of a class of which the program makes one object, when it is first asked for. */
  function isOfSingleton(fn: FunctionRef): boolean {
    const { kind, cls } = functionAt(fn), made = kind !== 'constructor' || cls === null ? [] : graph.creationsOf(refTo(fn.file, cls))
    return made.length > 0 && made.every(site => isMadeOnce(places, site))
  }

  function apiEvent(fn: FunctionRef): EventOf {
    const { name, kind, cls } = functionAt(fn)
    const label = kind === 'constructor' ? `every new ${cls === null ? name : classAt(refTo(fn.file, cls)).name}()` : `every call of ${name === '' ? 'the exported function' : `${name}()`}`
    if (kind === 'constructor') return { kind: 'instance', label, confidence: 'likely' }
    return isSetupName(name) ? { kind: 'unknown', label, confidence: 'possible' } : { kind: 'call', label, confidence: 'likely' }
  }

  /** `show({ response }: HttpContext)` of a controller that is named in a text: what takes a request or its context runs for each. */
  function givenEvent(fn: FunctionRef): EventOf | undefined {
    const { name, params } = functionAt(fn)
    const typed = new Set(params.flatMap((param, index) => param.type === undefined ? [] : [index]))
    if (typed.size === 0) return undefined
    const isOfEvent = fn.file.values.some((value, id) => value.kind === 'param' && value.fn === fn.id && typed.has(value.index) && types.of(refTo(fn.file, id)).some(key => models.lifetimeOf(key) === 'event'))
    return isOfEvent ? { kind: 'request', label: `every request: ${name}()`, confidence: 'likely' } : undefined
  }

  /**
   * In the closed world a function that nobody is seen to call, or a class that nobody is seen to make, is reached once through a command, a
   * table or a `require` that names no file, as far as is known. A method is called on an object that others hold, again and again.
   */
  function unseenEvent(fn: FunctionRef): EventOf {
    const event = apiEvent(fn), { kind, cls } = functionAt(fn)
    const isMethod = cls !== null && kind !== 'constructor' && classAt(refTo(fn.file, cls)).kind !== 'object'
    return isMethod ? { ...event, isUnseen: true, ...(openness.isOfLibrary(fn.file) && !isPrivateMethod(fn) ? { isOffered: true } : {}) } : { ...event, kind: 'unknown', confidence: 'possible' }
  }

  const NEVER_REACHED: EventOf = { kind: 'unknown', label: 'an unknown number of times', confidence: 'possible' }

  return {
    of: fn => spreadEvents().get(fn) ?? NEVER_REACHED,
    chainOf(fn) {
      const chain: CallEdge[] = []
      const seen = new Set<string>()
      for (let at = fn, event = spreadEvents().get(at); event?.via !== undefined && !seen.has(keyOf(at)); event = events.get(at)) {
        seen.add(keyOf(at))
        chain.unshift(event.via)
        at = event.via.from
      }
      return chain
    },
  }
}
