import { keyOfPlace, type Place } from '../link/places.ts'
import type { Program } from '../link/program.ts'
import { isInside, isSame, refTo, stripped, valueAt, type FunctionRef, type ValueRef } from '../link/refs.ts'
import type { LifetimeOf } from '../link/lifetimes.ts'
import type { Context } from './context.ts'
import type { Defect } from './defect.ts'
import type { Confidence } from './finding.ts'
import { diesWithEvent, frequencyOf, weakest } from './frequency.ts'
import type { Hold } from './hold.ts'
import { judgeCollection } from './judge-collection.ts'
import { keyDomainOf } from './key-domain.ts'
import { areNeverEqual, keyKindOf } from './key-kind.ts'
import { textOf } from './source-text.ts'
import { leak, type Verdict } from './verdict.ts'

/** What the language compares by identity. */
const FRESH: Readonly<Record<string, string>> = { object: 'object', array: 'array', function: 'function' }
/** Members of a Map or Set that ask for one key, or for none. */
const BY_KEY: ReadonlySet<string> = new Set(['set', 'add', 'get', 'has', 'delete', 'size', 'clear'])
const KEYED: ReadonlySet<string> = new Set(['global#Map', 'global#WeakMap', 'global#Set', 'global#WeakSet'])

/** An entry whose key nobody can name again, or that is only ever taken out under another key. */
export function judgeKey(context: Context, hold: Hold): Verdict | undefined {
  if (hold.key === undefined || hold.holder === undefined || hold.place.root.kind === 'unknown' || hold.place.root.kind === 'result') return undefined
  const element = ownElementAsKey(context, hold)
  if (element !== undefined) return evictedInVain(context, hold, element)
  if (hold.node.kind === 'write') return context.isEmptiedAt(hold.place) ? asUnreachable(judgeCollection(context, hold)) : undefined
  if (!context.program.types.of(hold.holder).some(type => type === 'global#Map' || type === 'global#Set')) return undefined
  const missing = freshKey(context, hold) ?? otherKey(context, hold)
  return missing === undefined ? undefined : lasting(context, hold, missing)
}

/** `map[key] = value`: a property of the Map, which `get` does not find and `delete` does not remove; of a WeakMap, one that is held. */
export function judgeKeyWrite(context: Context, write: ValueRef): Verdict | undefined {
  const { program } = context, { file, id } = write
  const { target, value, operator, at, end, fn, guards } = file.writes[id]!, to = file.values[target]!
  if (to.kind !== 'index' || value === undefined || operator === 'delete' || operator === 'arithmetic' || isNothing(file, value)) return undefined
  const holder = refTo(file, to.object), key = refTo(file, to.key), [type] = program.types.of(holder)
  if (type === undefined || !KEYED.has(type) || keyDomainOf(program, key) === 'finite') return undefined
  const place = program.places.of(holder)
  const hold: Hold = { resource: 'collection', fn: refTo(file, fn), start: at, end, node: { kind: 'write', ref: id }, holder, place, key, held: refTo(file, value), guards, isCache: false, isDuckTyped: false, isOnce: false }
  if (place.root.kind === 'unknown' || place.root.kind === 'result' || isDeleted(context, place)) return undefined
  return misplaced(context, hold, `it is a property of the ${type.slice('global#'.length)} and no entry, which neither get() nor delete() finds`)
}

/** A mistake however often it runs; not worth a word where the collection goes with the function that writes. */
function misplaced(context: Context, hold: Hold, missing: string): Verdict | undefined {
  const { program } = context, life = program.lifetimes.ofPlace(hold.place), event = program.events.of(hold.fn)
  if (event.kind === 'once' || life.lifetime === 'event' || life.lifetime === 'call' && (life.scope === undefined || runsWithin(program, hold.fn, life.scope))) return undefined
  return lasting(context, hold, missing) ?? leak(describe(context, hold, life, 'likely', missing))
}

/** The function itself, or a callback that what it calls runs at once: `rows.forEach(row => …)`. */
function runsWithin(program: Program, fn: FunctionRef, scope: FunctionRef): boolean {
  if (isSame(fn, scope)) return true
  const edges = isInside(fn, scope) ? program.graph.callersOf(fn) : []
  return edges.length > 0 && edges.every(({ from, isImmediate }) => isImmediate && !isSame(from, fn) && isInside(fn, from) && runsWithin(program, from, scope))
}

/** The same of an eviction that evicts nothing, whoever calls it: that it is there says that entries are meant to go. */
function evictedInVain(context: Context, hold: Hold, missing: string): Verdict | undefined {
  const life = context.program.lifetimes.ofPlace(hold.place), isLeft = life.lifetime === 'process' || life.lifetime === 'instance'
  return isLeft && keyDomainOf(context.program, hold.key!) !== 'finite' && misplaced(context, hold, missing) !== undefined ? leak(describe(context, hold, life, 'likely', missing)) : undefined
}

/**
 * `const group = groups[name]; …; delete groups[group]`: what stands under the key, an object, is taken for the key. No entry goes, however many
 * ways lead there.
 */
function ownElementAsKey(context: Context, hold: Hold): string | undefined {
  const { program } = context, own = keyOfPlace(hold.place)
  // a reset beside it makes the delete no better
  const evictions = context.releases.at('collection', hold.place).filter(release => keyOfPlace(release.place!) === own && !release.isAll)
  const keys = evictions.flatMap(({ key }) => key ?? [])
  if (keys.length === 0 || keys.length < evictions.length || !keys.every(key => isElementOf(program, own, key))) return undefined
  const isOfObjects = context.holdsAt(hold.place).every(({ key, held }) => key !== undefined && held !== undefined && keyKindOf(program, held) === 'object')
  return isOfObjects ? `it is only ever deleted under \`${textOf(program, keys[0]!)}\`, which is the entry and not its key` : undefined
}

/** Two variables may be given to each other. */
const ALIASES = 4

/** `groups[name]`, `groups.get(name)`, also in a variable. */
function isElementOf(program: Program, own: string, ref: ValueRef, depth = 0): boolean {
  const at = stripped(ref), value = valueAt(at)
  if (depth > ALIASES) return false
  switch (value.kind) {
    case 'index': return keyOfPlace(program.places.of(refTo(at.file, value.object))) === own
    case 'call': {
      const { callee, args } = at.file.calls[value.call]!, called = at.file.values[callee]!
      return called.kind === 'member' && called.property === 'get' && args.length === 1 && keyOfPlace(program.places.of(refTo(at.file, called.object))) === own
    }
    case 'binding': {
      const { values, kind } = at.file.bindings[value.binding]!
      return kind !== 'param' && values.length > 0 && values.every(given => isElementOf(program, own, refTo(at.file, given), depth + 1))
    }
    default: return false
  }
}

/** `map.set([a, b], value)`, of a Map that is only asked by key. */
function freshKey(context: Context, hold: Hold): string | undefined {
  const name = FRESH[valueAt(hold.key!).kind]
  if (name === undefined || context.releases.at('collection', hold.place).some(release => release.isAll) || !isAskedByKeyAlone(context, hold.place)) return undefined
  return `the key is a new ${name}, which equals no other, so that no get() and no delete() finds the entry`
}

/** Each mention of the collection is a call by key; nobody goes through its entries. */
function isAskedByKeyAlone({ program }: Context, place: Place): boolean {
  const key = keyOfPlace(place)
  return program.files.every(file => {
    const parents = new Map(file.values.flatMap(value => value.kind === 'member' ? [[value.object, value.property] as const] : []))
    const declared = new Set(file.writes.filter(write => write.operator === 'declare').map(write => write.target))
    const exported = new Set(program.world === 'whole program' ? file.exports.map(e => e.value) : [])
    return file.values.every((value, id) => {
      if (value.kind !== 'binding' && value.kind !== 'member' || keyOfPlace(program.places.of(refTo(file, id))) !== key) return true
      const asked = parents.get(id)
      return asked === undefined ? declared.has(id) || exported.has(id) : BY_KEY.has(asked)
    })
  })
}

/** `map.set(String(id), value)` and `map.delete(id)`: every eviction names a key that none can equal. */
function otherKey(context: Context, hold: Hold): string | undefined {
  const { program } = context, evictions = context.releases.at('collection', hold.place)
  const keys = evictions.flatMap(release => release.key === undefined || release.isAll ? [] : [release.key])
  if (keys.length === 0 || keys.length < evictions.length || !keys.every(key => areNeverEqual(program, hold.key!, key))) return undefined
  const [inserted, deleted] = [keyKindOf(program, hold.key!), keyKindOf(program, keys[0]!)]
  const why = inserted === deleted || inserted === undefined || deleted === undefined ? 'which is another text' : `which is ${NAMED[deleted]} where the key is ${NAMED[inserted]}`
  return `it is only ever deleted under \`${textOf(program, keys[0]!)}\`, ${why}`
}

const NAMED = { text: 'a string', number: 'a number', object: 'an object' } as const

/** The places where the program does `dict[key] = undefined`, which others do with delete. */
export function emptiedPlaces(program: Program): ReadonlySet<string> {
  return new Set(program.files.flatMap(file => file.writes.flatMap(({ target, value, operator }) => {
    const to = file.values[target]!
    return to.kind === 'index' && operator === '=' && value !== undefined && isNothing(file, value) ? [keyOfPlace(program.places.of(refTo(file, to.object)))] : []
  })))
}

const isNothing = ({ values }: ValueRef['file'], id: number): boolean => { const value = values[id]!; return value.kind === 'literal' && value.value === null }

function asUnreachable(verdict: Verdict): Verdict {
  if (verdict.kind !== 'leak' || verdict.defect.kind !== 'collection-grows' && verdict.defect.kind !== 'cache-grows') return verdict
  return leak({ ...verdict.defect, kind: 'key-unreachable', coverage: 'ineffective', missing: 'it is set to undefined and never deleted, which keeps the key' })
}

/** `delete map[key]`, or another object in its place. */
const isDeleted = ({ releases }: Context, place: Place): boolean => releases.at('collection', place).some(release => release.node.kind === 'write')

/** The entry stays as long as the collection, which outlives the code that inserts. */
function lasting(context: Context, hold: Hold, missing: string): Verdict | undefined {
  const { program } = context, life = program.lifetimes.ofPlace(hold.place)
  if (diesWithEvent(program, hold.fn, life) || keyDomainOf(program, hold.key!) === 'finite' || !isLasting(life)) return undefined
  const frequency = frequencyOf(program, hold.fn, hold.place, life)
  if (frequency.kind === 'once') return undefined
  const confidence: Confidence = frequency.kind === 'unknown' ? 'possible' : weakest(frequency.confidence, life.confidence)
  return leak(describe(context, hold, life, confidence, missing))
}

function describe({ program }: Context, hold: Hold, { lifetime }: LifetimeOf, confidence: Confidence, missing: string): Defect {
  return { hold, kind: 'key-unreachable', confidence, coverage: 'ineffective', holder: textOf(program, hold.holder!), lifetime, event: program.events.of(hold.fn), subject: textOf(program, hold.key!), place: hold.place, missing }
}

const isLasting = ({ lifetime, confidence }: LifetimeOf): boolean => lifetime === 'process' || lifetime === 'instance' && confidence !== 'possible'
