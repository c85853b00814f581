import { callAt, functionAt, refTo, stripped, valueAt, type CallRef, type ValueRef } from '../link/refs.ts'
import type { Program } from '../link/program.ts'
import type { Context } from './context.ts'
import { frequencyOf, weakest } from './frequency.ts'
import type { Confidence } from './finding.ts'
import type { Hold } from './hold.ts'
import { ownerClass } from './teardown.ts'

/**
 * How sure it is that objects of a class pile up on what they are given when they are made: `new Session(this.bus)` per call, where the
 * constructor of `Session` adds a listener to that bus. The one who makes them has the bus before and after; undefined where no maker is seen
 * to do so.
 */
export function pilesUpOnGiven(context: Context, hold: Hold): Confidence | undefined {
  const { program } = context, cls = ownerClass(hold.fn), given = cls === undefined ? undefined : givenValue(program, hold)
  // a test may tell objects that own what they are given from others
  if (cls === undefined || given === undefined || hold.isOnce || hold.guards.length > 0 || isTestedOnTheWay(program, hold)) return undefined
  const found = program.graph.creationsOf(cls).flatMap(site => repeatedAt(program, site, given) ?? [])
  return found.includes('likely') ? 'likely' : undefined
}

const isTestedOnTheWay = ({ graph }: Program, { fn }: Hold): boolean => functionAt(fn).kind !== 'constructor' && graph.callersOf(fn).some(({ call }) => callAt(call).guards.length > 0)

/** What the constructor was given and the listener is added to: a parameter, or the only value of the field that it is kept in. */
function givenValue({ denotations }: Program, { holder, place: { root, path } }: Hold): ValueRef | undefined {
  if (holder === undefined) return undefined
  if (root.kind === 'binding') return path.length === 0 ? asGiven(holder) : undefined
  if (root.kind !== 'instance' || path.length !== 1) return undefined
  const [value, ...others] = denotations.fieldValuesOf(root.cls, path[0]!)
  return value === undefined || others.length > 0 ? undefined : asGiven(value)
}

/** The parameter of a constructor, or a property of one. */
function asGiven(ref: ValueRef, depth = 0): ValueRef | undefined {
  const at = stripped(ref), value = valueAt(at)
  if (depth > 4) return undefined
  if (value.kind === 'binding') {
    const { values } = at.file.bindings[value.binding]!
    return values.length === 1 ? asGiven(refTo(at.file, values[0]!), depth + 1) : undefined
  }
  if (value.kind === 'member') return asGiven(refTo(at.file, value.object), depth + 1) === undefined ? undefined : at
  return value.kind === 'param' && functionAt(refTo(at.file, value.fn)).kind === 'constructor' ? at : undefined
}

/** Whether the maker has what it gives for longer than the one object, and makes another each time it runs. */
function repeatedAt(program: Program, site: CallRef, given: ValueRef): Confidence | undefined {
  const argument = argumentFor(program, site, given)
  if (argument === undefined) return undefined
  const fn = refTo(site.file, callAt(site).fn), place = program.places.of(argument), life = program.lifetimes.ofPlace(place)
  if (life.lifetime !== 'process' && place.root.kind !== 'instance') return undefined
  // how long the maker lives does not matter: what it has, or was given itself, is there before each object and after it
  const frequency = frequencyOf(program, fn, place, life)
  return frequency.kind === 'repeats' && (frequency.event.isUnseen !== true || frequency.event.isOffered === true) ? weakest(frequency.event.confidence, 'likely') : undefined
}

/** What the call gives for the parameter, or for that property of it. */
function argumentFor(program: Program, site: CallRef, given: ValueRef): ValueRef | undefined {
  const value = valueAt(given)
  if (value.kind === 'param') {
    const id = value.rest ? undefined : callAt(site).args[value.index]
    return id === undefined ? undefined : refTo(site.file, id)
  }
  if (value.kind === 'binding') {
    const [source] = given.file.bindings[value.binding]!.values
    return source === undefined ? undefined : argumentFor(program, site, refTo(given.file, source))
  }
  if (value.kind !== 'member') return undefined
  const object = argumentFor(program, site, refTo(given.file, value.object)), denoted = object === undefined ? undefined : program.denotations.of(object)
  const literal = denoted?.kind === 'value' ? valueAt(denoted.value) : undefined
  const property = literal?.kind === 'object' ? literal.properties.find(({ key }) => key === value.property) : undefined
  return denoted?.kind === 'value' && property !== undefined ? refTo(denoted.value.file, property.value) : undefined
}
