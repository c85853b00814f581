import type { Guard } from '../facts/file-facts.ts'
import type { CallEdge } from '../link/call-graph.ts'
import { isSetupName, isTeardownName } from '../link/naming.ts'
import { keyOfPlace } from '../link/places.ts'
import { argumentOf, callAt, enclosing, functionAt, isInside, isSame, parameterIndex, refTo, stripped, valueAt, type FunctionRef, type ValueRef } from '../link/refs.ts'
import type { Context } from './context.ts'
import { creationKinds, isRepeating } from './creation-kinds.ts'
import { coverageOf, isOfOther } from './coverage.ts'
import { leavesNormally } from './flow.ts'
import type { EventKind } from './finding.ts'
import { keepsFiredTimers } from './fired-timer.ts'
import { isForgottenCollection } from './forgotten-collection.ts'
import { isSameExpression } from './find-holds.ts'
import { finishThatReleases } from './finish-only.ts'
import { diesWithEvent, frequencyOf, weakest } from './frequency.ts'
import type { Hold } from './hold.ts'
import { keyDomainOf } from './key-domain.ts'
import type { Release } from './releases.ts'
import { isNeverRun } from './never-run.ts'
import { siblingPrunedBy } from './sibling-collections.ts'
import { isLeftByLostConnection } from './lost-connection.ts'
import { isLeftByDisconnect } from './pending-reply.ts'
import { textOf } from './source-text.ts'
import { isOnceGuarded } from './once-guard.ts'
import { isInTeardown, teardownsOf } from './teardown.ts'
import { leak, safe, unknown, type Verdict } from './verdict.ts'

export function judgeCollection(context: Context, hold: Hold, depth = 0): Verdict {
  const { program } = context
  if (hold.place.root.kind === 'unknown' || hold.place.root.kind === 'result' || hold.holder === undefined) return unknown('which collection it is')
  const life = program.lifetimes.ofPlace(hold.place)
  if (diesWithEvent(program, hold.fn, life)) return safe('the collection dies with the event')
  const domain = hold.key === undefined ? 'growing' : keyDomainOf(program, hold.key)
  if (domain === 'finite' || isCacheOfFinite(context, hold)) return safe('finitely many keys')
  if (isBoundedByGuard(context, hold)) return safe('inserted only below a limit')
  if (isKnownKey(context, hold)) return safe('only keys that another collection knows')
  if (isReplacement(context, hold)) return safe('replaces what is there')
  if (isAddedAtItsEnd(hold)) return safe('once, while the object is ended')
  const given = judgeAtCallers(context, hold, depth)
  if (given !== undefined) return given
  const all = context.releases.at('collection', hold.place).filter(r => !isSelf(r, hold))
  // that others like it are taken out says that it is meant to go before the end of the object
  const isLeft = hold.key !== undefined && all.some(r => takesOutOwn(context, hold, r)) && all.every(r => takesOutOwn(context, hold, r) || r.isAll && isInTeardown(r.fn))
  const evictions = isLeft ? [] : all.filter(r => !takesOutOwn(context, hold, r) && !isNeverRun(context, hold, r))
  const property = hold.place.path.findLast(name => name !== '[]')
  if (evictions.length === 0 && property !== undefined && context.releases.ofProperty(property).some(r => !isSelf(r, hold) && !isOutOfReach(context, hold, r))) return unknown('whether an eviction elsewhere means this collection')
  if (isOnceGuarded(context, hold)) return safe('guarded by a flag')
  const frequency = frequencyOf(program, hold.fn, hold.place, life)
  const described = { hold, holder: textOf(program, hold.holder), lifetime: life.lifetime, event: program.events.of(hold.fn), subject: hold.key === undefined ? '' : textOf(program, hold.key), place: hold.place }
  if (evictions.length > 0) return judgeEvicted(context, hold, evictions, frequency.kind === 'once', described)
  if (frequency.kind === 'once') return safe(frequency.why)
  if (frequency.kind === 'unknown') return unknown(frequency.missing)
  const sharing = escapeOf(context, hold)
  if (sharing === 'evicted') return safe('evicted where it is handed to')
  if (life.lifetime === 'unknown') return unknown('how long the collection lives')
  const registry = isRegistration(context, hold, frequency.event.kind)
  if (registry) return unknown('whether it is filled at start-up only')
  const isMeantToGo = isLeft || context.isEmptiedAt(hold.place) && (domain === 'growing' || isOfItself(hold)) || isForgottenCollection(context, hold)
  const guess = isMeantToGo ? 'likely' : weakest(life.confidence, domain === 'unknown' || sharing === 'shared' || isGuess(context, hold, frequency.event.kind) ? 'possible' : 'certain')
  const confidence = weakest(frequency.confidence, guess)
  return leak({ ...described, kind: hold.isCache ? 'cache-grows' : 'collection-grows', confidence, coverage: 'never' })
}

/** Few entries may be all that there are: whoever calls the API knows. */
function isGuess(context: Context, hold: Hold, event: EventKind): boolean {
  if (isDeduplicated(context, hold) || isKeyedByCaller(context, hold) || isRefusedTwice(context, hold, event)) return true
  return event === 'call' && (isOfFactory(hold) || isGivenByCaller(context, hold) || isOfPassingObject(context, hold))
}

/** A helper fills the collection it is given: the question is about what its callers give. */
function judgeAtCallers(context: Context, hold: Hold, depth: number): Verdict | undefined {
  const { root, path } = hold.place
  if (root.kind !== 'binding' || root.binding.id < 0 || depth > 2) return undefined
  const { kind, fn } = root.binding.file.bindings[root.binding.id]!
  if (kind !== 'param' || fn !== hold.fn.id && depth === 0) return undefined
  const owner = refTo(root.binding.file, fn)
  const index = functionAt(owner).params.findIndex(p => p.bindings.includes(root.binding.id))
  const edges = context.program.graph.callersOf(owner)
  if (edges.length > FEW_CALLERS) return undefined
  for (const { call, from, how } of edges) {
    const argument = how === 'calls' ? argumentOf(call, index) : undefined
    if (argument === undefined) continue
    const place = context.program.places.of(argument)
    if (place.root.kind === 'unknown' || place.root.kind === 'result') continue
    const inner = { ...hold, place: { root: place.root, path: [...place.path, ...path] }, holder: argument, fn: from, guards: [] }
    if (!isGrowable(context, argument) && !isParameter(argument)) continue
    const verdict = judgeCollection(context, inner, depth + 1)
    if (verdict.kind === 'leak' && verdict.defect.kind !== 'partly-released') return leak({ ...verdict.defect, hold, event: context.program.events.of(hold.fn) })
  }
  return undefined
}

/** A helper with more callers than this is given all sorts of collections. */
const FEW_CALLERS = 8

const isParameter = (value: ValueRef): boolean => {
  const named = valueAt(value)
  return named.kind === 'binding' && value.file.bindings[named.binding]!.kind === 'param'
}

/** A parameter, or what it has: `controllers[controller.type] = controller`. */
function isOfParameter(value: ValueRef): boolean {
  const at = valueAt(value)
  return at.kind === 'member' ? isOfParameter(refTo(value.file, at.object)) : isParameter(value)
}

function isGrowable(context: Context, value: ValueRef): boolean {
  const types = context.program.types.of(value)
  return types.some(t => ['global#Map', 'global#Set', 'global#Array', 'global#Object'].includes(t))
}

/**
 * `const entry = new Entry(); entries.add(entry); …; entries.delete(entry)` in another function: what that has made itself is all that it can
 * take out.
 */
function takesOutOwn(context: Context, hold: Hold, release: Release): boolean {
  const { key, fn, isAll } = release, value = key === undefined || isAll ? undefined : valueAt(key)
  if (key === undefined || value?.kind !== 'binding' || isInside(hold.fn, fn) || isInside(fn, hold.fn)) return false
  const { values, kind, fn: owner } = key.file.bindings[value.binding]!
  if (kind === 'param' || owner === 0 || values.length !== 1 || !isInside(fn, refTo(key.file, owner)) || isInside(hold.fn, refTo(key.file, owner))) return false
  const made = valueAt(refTo(key.file, values[0]!))
  return made.kind === 'object' || made.kind === 'array' || made.kind === 'function' || made.kind === 'call' && (key.file.calls[made.call]!.isNew || isOfOther(context, hold, release))
}

/** `jobs[this.name] = this`: as many entries as there are objects. */
function isOfItself({ key, held }: Hold): boolean {
  const value = key === undefined ? undefined : valueAt(key)
  return held !== undefined && valueAt(held).kind === 'this' && value?.kind === 'member' && valueAt(refTo(key!.file, value.object)).kind === 'this'
}

const isSelf = (release: Release, hold: Hold): boolean => release.fn.file === hold.fn.file && release.start === hold.start

function judgeEvicted(context: Context, hold: Hold, all: readonly Release[], once: boolean, described: Omit<Parameters<typeof leak>[0], 'kind' | 'confidence' | 'coverage'>): Verdict {
  // what the end of the object empties is no eviction of one entry
  const evictions = all.filter(r => !(r.isAll && isInTeardown(r.fn)))
  if (once || evictions.length === 0) return safe('evicted')
  if (keepsFiredTimers(context, hold, evictions)) return leak({ ...described, kind: 'partly-released', confidence: 'likely', coverage: 'some-exits', release: evictions[0]!, missing: 'the timer has fired' })
  const finish = finishThatReleases(context, hold, evictions)
  if (finish !== undefined && described.lifetime !== 'connection') return leak({ ...described, kind: 'released-on-finish', confidence: described.lifetime === 'unknown' ? 'possible' : 'likely', coverage: 'some-exits', release: evictions[0]!, missing: finish })
  const forgetting = siblingPrunedBy(context, hold, evictions)
  if (forgetting !== undefined) return leak({ ...described, kind: 'partly-released', confidence: 'likely', coverage: 'some-exits', release: evictions[0]!, missing: forgetting })
  const sameKey = evictions.filter(r => r.key !== undefined && r.fn.file === hold.fn.file)
  if (hold.key === undefined || sameKey.length !== evictions.length) return safe('evicted')
  if (isLeftByLostConnection(context, hold, evictions)) return leak({ ...described, kind: 'partly-released', confidence: 'likely', coverage: 'some-exits', release: evictions[0]!, missing: 'the connection closes without a message' })
  if (isLeftByDisconnect(context, hold, all)) return leak({ ...described, kind: 'partly-released', confidence: 'likely', coverage: 'some-exits', release: evictions[0]!, missing: 'a disconnect, when the reply never comes' })
  const own = evictions.filter(r => !isOfOther(context, hold, r))
  const coverage = coverageOf(context, hold, own)
  if (own.length === 0 || coverage.kind !== 'some-exits' || coverage.basis === 'flow' && !own.every(r => isSameExpression(r.key!, hold.key!))) return safe('evicted')
  return leak({ ...described, kind: 'partly-released', confidence: 'likely', coverage: 'some-exits', release: own[0]!, missing: coverage.missing })
}

/** `private readonly relations = []`: what takes an entry out of the `relations` of some object, in another file, does not mean these. */
function isOutOfReach({ program }: Context, { place: { root, path } }: Hold, { fn }: Release): boolean {
  if (root.kind !== 'instance' || path.length !== 1 || root.cls.file === fn.file) return false
  return program.denotations.lineageOf(root.cls).some(({ file, id }) => file.classes[id]!.members.some(({ name, isPrivate }) => name === path[0] && isPrivate === true))
}

/**
 * A key that a caller of the API gives, with no request, message or job in sight, for what is got or created under it, or for a value that
 * the caller gives too: a few names, or one for each user. All callers there are being known, none is known to give ever new ones.
 */
function isKeyedByCaller({ program }: Context, hold: Hold): boolean {
  if (program.world !== 'whole program' || hold.key === undefined || program.events.of(hold.fn).kind !== 'call') return false
  const isStore = hold.held !== undefined && isParameter(hold.held) && isOfParameter(hold.key)
  return isStore || hold.isCache && valueAt(stripped(hold.key)).kind !== 'computed'
}

/**
 * `use(plugin) { plugins.push(plugin) }`: a list of what those who call the API give it. With no request, message or job in sight they may be
 * the few that set the program up.
 */
function isGivenByCaller({ program }: Context, { held, key, fn }: Hold): boolean {
  if (program.world !== 'whole program' || held === undefined || key !== undefined && !isSameExpression(key, held)) return false
  return originOf(held, fn, program.events.chainOf(fn).toReversed()) === 'caller'
}

type Origin = 'caller' | 'fixed' | 'made'

/** Where a value comes from: from whoever calls the function that is called first, from the text of the program, or from what it makes. */
function originOf(ref: ValueRef, fn: FunctionRef, way: readonly CallEdge[]): Origin {
  const at = stripped(ref), value = valueAt(at), of = (id: number): Origin => originOf(refTo(at.file, id), fn, way)
  switch (value.kind) {
    case 'literal': return 'fixed'
    case 'array': return originOfParts(value.elements.map(of))
    case 'object': return value.spreads.length > 0 ? 'made' : originOfParts(value.properties.map(each => of(each.value)))
    case 'binding': {
      const index = at.file.bindings[value.binding]!.kind === 'param' ? parameterIndex(fn, value.binding) : -1
      if (index < 0 || at.file !== fn.file) return 'made'
      const [edge, ...before] = way
      if (edge === undefined) return 'caller'
      const given = edge.how === 'calls' ? argumentOf(edge.call, index) : undefined
      return given === undefined ? 'made' : originOf(given, edge.from, before)
    }
    default: return 'made'
  }
}

const originOfParts = (parts: readonly Origin[]): Origin => parts.includes('made') || parts.length === 0 ? 'made' : parts.includes('caller') ? 'caller' : 'fixed'

/**
 * A field that the methods of an object fill when they are called: how long the object lives decides, and one without a teardown, or one
 * that is made for each event or by functions that end it themselves, is taken for a builder, a cursor or a parser. What requests, messages and ticks fill goes on filling.
 */
function isOfPassingObject(context: Context, { place: { root } }: Hold): boolean {
  const { program } = context
  if (root.kind !== 'instance' || program.lifetimes.ofClass(root.cls).lifetime === 'process') return false
  const made = creationKinds(program, root.cls)
  return !teardownsOf(context, root.cls).some(fn => !ENDS_A_PIECE.has(functionAt(fn).name)) || made.length > 0 && made.every(kind => isRepeating(kind) && kind !== 'call') || context.owed.isEndedByMaker(root.cls)
}

/** How a span, a transaction or a lease is ended, and not what lasts. */
const ENDS_A_PIECE: ReadonlySet<string> = new Set(['end', 'release', 'cleanup'])

/**
 * `if (registry.has(name)) throw …`: a second entry of the name is a mistake of whoever wrote the program, so what fills the registry is
 * the program's parts. Requests, messages and jobs bring names of their own, and the mistake is the client's.
 */
function isRefusedTwice({ program }: Context, { key, guards, fn }: Hold, event: EventKind): boolean {
  if (key === undefined || event === 'request' || event === 'message' || event === 'job') return false
  const { flow } = functionAt(fn)
  return guards.some(({ test, negated }) => {
    if (!negated) return false
    const branch = flow.nodes.find(node => node.kind === 'branch' && node.ref === test)
    if (branch === undefined || leavesNormally(flow, branch.next[0]!)) return false
    return holdsUnder(fn.file, test, true).some(call => {
      const { callee, args } = fn.file.calls[call]!
      const called = fn.file.values[callee]!
      return called.kind === 'member' && KNOWING.has(called.property) && args.some(arg => isSameExpression(refTo(fn.file, arg), key)) && program.places.of(refTo(fn.file, called.object)).root.kind !== 'unknown'
    })
  })
}

/** `destroy() { this.hooks.push(last); … }`: an object ends once. What is told by an argument which part to end does so for many. */
function isAddedAtItsEnd({ fn, place: { root } }: Hold): boolean {
  if (root.kind !== 'instance') return false
  const member = [...enclosing(fn)].find(around => functionAt(around).cls !== null && functionAt(around).kind !== 'arrow')
  if (member === undefined) return false
  const { name, params } = functionAt(member)
  return isTeardownName(name) && !ENDS_A_PIECE.has(name) && params.length === 0
}

/** A local that a factory's functions share lives as long as what the factory returned: the caller knows how long. */
function isOfFactory({ place: { root } }: Hold): boolean {
  return root.kind === 'binding' && root.binding.id >= 0 && root.binding.file.bindings[root.binding.id]!.fn !== 0
}

/** What is cached is made from its key, of which there are finitely many: `formats.set(zone, new Intl.DateTimeFormat('en', { timeZone: zone }))`. */
function isCacheOfFinite({ program }: Context, { isCache, held }: Hold): boolean {
  return isCache && held !== undefined && program.types.of(held).some(program.models.isFinite)
}

/** `if (!TENANTS.has(id)) return`: the keys are among those of a collection that does not grow here. */
function isKnownKey(context: Context, hold: Hold): boolean {
  const own = keyOfPlace(hold.place)
  // whatever has a `get` may ask a database; a Map has what was put in
  const known = [...asked(context, hold, KNOWING), ...asked(context, hold, LOOKING_UP).filter(({ isMap }) => isMap)]
  return known.some(({ place, args }) => place.root.kind !== 'unknown' && keyOfPlace(place) !== own && args.some(arg => isSameExpression(arg, hold.key!)) && context.holdsAt(place).length === 0)
}

const KNOWING: ReadonlySet<string> = new Set(['has', 'includes', 'hasOwn'])
const LOOKING_UP: ReadonlySet<string> = new Set(['get'])

/** `const list = map.get(key); if (list) map.set(key, list.filter(…))`: the key is there already. */
function isReplacement(context: Context, hold: Hold): boolean {
  const own = keyOfPlace(hold.place)
  return asked(context, hold, FINDING).some(({ place, args: [first] }) => first !== undefined && keyOfPlace(place) === own && isSameExpression(first, hold.key!))
}

const FINDING: ReadonlySet<string> = new Set(['get', 'has'])

/** The calls of such members that said yes before the key was inserted: the tests that the insert stands under. */
function asked({ program }: Context, { key, guards, fn: { file } }: Hold, members: ReadonlySet<string>): readonly { readonly place: Hold['place']; readonly args: readonly ValueRef[]; readonly isMap: boolean }[] {
  if (key === undefined) return []
  return guards.flatMap(guard => holdsUnder(file, guard.test, !guard.negated)).flatMap(call => {
    const { callee, args } = file.calls[call]!
    const called = file.values[callee]!
    return called.kind === 'member' && members.has(called.property) ? [{ place: program.places.of(refTo(file, called.object)), args: args.map(arg => refTo(file, arg)), isMap: program.types.of(refTo(file, called.object)).includes('global#Map') }] : []
  })
}

/** The calls that gave a truthy result when the test has this outcome. */
function holdsUnder(file: FunctionRef['file'], id: number, outcome: boolean): number[] {
  const value = file.values[id]!
  switch (value.kind) {
    // `const make = MAKERS.get(name)?.()`: it was found, too
    case 'call': return outcome ? [value.call, ...holdsUnder(file, file.calls[value.call]!.callee, outcome)] : []
    case 'computed': return value.operator === '!' ? holdsUnder(file, value.parts[0]!, !outcome) : []
    case 'choice': return (value.operator === '&&') === outcome ? value.options.flatMap(o => holdsUnder(file, o, outcome)) : []
    case 'binding': {
      const { values } = file.bindings[value.binding]!
      return values.length === 1 ? holdsUnder(file, values[0]!, outcome) : []
    }
    default: return []
  }
}

/** `if (!list.includes(x)) list.push(x)`: a set, whose values may be few. */
function isDeduplicated(context: Context, hold: Hold): boolean {
  const key = keyOfPlace(hold.place)
  return hold.key === undefined && hold.guards.some(guard => callsIn(hold.fn.file, guard.test).some(call => {
    const callee = hold.fn.file.values[hold.fn.file.calls[call]!.callee]!
    return callee.kind === 'member' && /^(includes|indexOf|find|findIndex|some)$/.test(callee.property) && keyOfPlace(context.program.places.of(refTo(hold.fn.file, callee.object))) === key
  }))
}

function callsIn(file: FunctionRef['file'], id: number): number[] {
  const value = file.values[id]!
  switch (value.kind) {
    case 'call': return [value.call]
    case 'computed': return value.parts.flatMap(p => callsIn(file, p))
    case 'choice': return value.options.flatMap(o => callsIn(file, o))
    // `let found = list.find(…); if (!found) list.push(found = …)`
    case 'binding': return file.bindings[value.binding]!.values.slice(0, 1).flatMap(given => callsIn(file, given))
    default: return []
  }
}

/** `if (list.length < max) list.push(x)`. */
function isBoundedByGuard(context: Context, hold: Hold): boolean {
  const key = keyOfPlace(hold.place)
  return [...hold.guards, ...guardsAround(context, hold.fn)].some(guard => mentionsSize(context, hold, guard.test, key))
}

/** `if (map.size === 0) rows.forEach(row => map.set(…))`: the tests that the call stands under which runs the callback at once. */
function guardsAround({ program }: Pick<Context, 'program'>, fn: FunctionRef, seen: readonly FunctionRef[] = []): readonly Guard[] {
  // `parts.forEach(walk)` in `walk` itself
  if (seen.some(known => isSame(known, fn))) return []
  return program.graph.callersOf(fn).flatMap(({ how, isImmediate, call, from }) => how === 'passes' && isImmediate === true && call.file === fn.file ? [...callAt(call).guards, ...guardsAround({ program }, from, [...seen, fn])] : [])
}

function mentionsSize(context: Context, hold: Hold, id: number, key: string): boolean {
  const { file } = hold.fn
  const value = file.values[id]!
  switch (value.kind) {
    case 'member': return (value.property === 'length' || value.property === 'size') && keyOfPlace(context.program.places.of(refTo(file, value.object))) === key
    case 'computed': return value.parts.some(p => mentionsSize(context, hold, p, key))
    case 'choice': return value.options.some(o => mentionsSize(context, hold, o, key))
    default: return false
  }
}

/** Calls that read a collection and keep nothing of it. */
const READING: ReadonlySet<string> = new Set(['keys', 'values', 'entries', 'from', 'isArray', 'stringify', 'log', 'debug', 'info', 'warn', 'error', 'json', 'send', 'concat', 'includes', 'all', 'allSettled', 'race', 'inspect', 'equal', 'deepEqual', 'map', 'forEach', 'join', 'max', 'min', 'freeze', 'assign'])

/** Whether the collection itself is handed to code that may evict. */
function escapeOf(context: Context, hold: Hold): 'no' | 'shared' | 'evicted' {
  const { program } = context
  const key = keyOfPlace(hold.place)
  let shared = false
  for (const file of hold.place.root.kind === 'binding' ? [hold.place.root.binding.file] : [hold.fn.file]) {
    for (const call of file.calls) {
      for (const [index, arg] of call.args.entries()) {
        const value = file.values[arg]!
        if (value.kind !== 'binding' && value.kind !== 'member') continue
        if (keyOfPlace(program.places.of(refTo(file, arg))) !== key) continue
        const callees = program.graph.calleesOf(refTo(file, call.id))
        if (callees.some(fn => evictsParameter(context, fn, index))) return 'evicted'
        const callee = file.values[call.callee]!
        // put under the key that it was asked for by
        if (callee.kind === 'member' && callee.property === 'set' && `${keyOfPlace(program.places.of(refTo(file, callee.object)))}.[]` === key) continue
        const name = callee.kind === 'member' ? callee.property : callee.kind === 'global' ? callee.name : ''
        if (callees.length === 0 ? !READING.has(name) : callees.some(deletesSomewhere)) shared = true
      }
    }
  }
  return shared ? 'shared' : 'no'
}

function evictsParameter(context: Context, fn: FunctionRef, index: number): boolean {
  const binding = functionAt(fn).params[index]?.bindings[0]
  if (binding === undefined) return false
  return context.releases.at('collection', { root: { kind: 'binding', binding: refTo(fn.file, binding) }, path: [] }).length > 0
}

/** `delete object[key]` of an object that it finds on its way: what it is given may be that, or hold it. */
const deletesSomewhere = (fn: FunctionRef): boolean => fn.file.writes.some(({ operator, target, fn: within }) => {
  const deleted = fn.file.values[target]!, object = deleted.kind === 'index' ? fn.file.values[deleted.object]! : undefined
  return operator === 'delete' && object?.kind === 'binding' && isInside(refTo(fn.file, within), fn)
})

/**
 * A registry is filled by what configures the program: a function that only others call, and that stores under a name a function, a
 * class or an options object it was given.
 */
function isRegistration(context: Context, hold: Hold, event: string): boolean {
  const { program } = context
  const held = hold.held === undefined ? undefined : valueAt(hold.held)
  if (held === undefined) return false
  // a request may ask for all to be loaded anew: under the names that were there before
  if (held.kind === 'function' && hold.key !== undefined && isSetupName(functionAt(hold.fn).name) && program.events.chainOf(hold.fn).some(({ from }) => isSetupName(functionAt(from).name))) return true
  if (event === 'request' || event === 'message' || event === 'job') return false
  const { fn } = hold
  if (hold.isCache || program.graph.callersOf(fn).some(edge => !SET_UP_BY.has(program.events.of(edge.from).kind))) return false
  // `callbacks.push([pattern, callback])`, `routes.push({ path, handler })`
  const parts = held.kind === 'array' ? held.elements : held.kind === 'object' ? held.properties.map(({ value }) => value) : []
  if (parts.some(part => isGivenFunction(program, refTo(hold.held!.file, part)))) return true
  const denoted = program.denotations.of(hold.held!)
  return (denoted.kind === 'parameter' || denoted.kind === 'function' || denoted.kind === 'class') && isCalledWithFunction(context, hold)
}

const SET_UP_BY: ReadonlySet<EventKind> = new Set(['once', 'unknown', 'call', 'instance', 'tick', 'connection'])

/** A parameter that names and types tell to be a function. */
const isGivenFunction = (program: Context['program'], part: ValueRef): boolean =>
  program.denotations.of(part).kind === 'parameter' && (program.types.of(part).includes('global#Function') || FUNCTION_NAME.test(textOf(program, part)))

/** What a parameter without a type is called when it is a function. */
const FUNCTION_NAME = /^(fn|func|cb|callback|handler|listener|middleware|plugin|hook|factory)$/

/** Names and types tell a handler from a value: the stored parameter is called, or declared as a function or class. */
function isCalledWithFunction(context: Context, hold: Hold): boolean {
  const { program } = context
  const types = program.types.of(hold.held!)
  if (types.includes('global#Function') || FUNCTION_NAME.test(textOf(program, hold.held!))) return true
  const key = keyOfPlace(hold.place)
  // something takes an element of the collection and calls it
  return program.files.some(file => file.calls.some(call => {
    const callee = file.values[call.callee]!
    const target = callee.kind === 'member' && (callee.property === 'call' || callee.property === 'apply') ? callee.object : call.callee
    const place = program.places.of(refTo(file, target))
    return place.path.at(-1) === '[]' && keyOfPlace({ root: place.root, path: place.path.slice(0, -1) }) === key
  }))
}
