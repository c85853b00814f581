import { isModuleBinding, keyOfPlace, type Place } from '../link/places.ts'
import { argumentOf, isSame, valueAt, type ValueRef } from '../link/refs.ts'
import type { Context } from './context.ts'
import { handleIdentity } from './handle-identity.ts'
import type { Hold } from './hold.ts'
import type { Release } from './releases.ts'

/** A removal of the very function that was registered, which yet cannot find it; and what it misses, as a message says it. */
export interface Misdirected {
  readonly release: Release
  readonly missing: string
}

/**
 * The removal that was meant for this listener: it names the same function, which no other registration explains, but another event, another
 * emitter or another `capture`, or it runs before the registration.
 */
export function misdirectedRemoval(context: Context, hold: Hold): Misdirected | undefined {
  const key = hold.held === undefined ? undefined : identityOf(context, hold.held)
  if (key === undefined) return undefined
  const removals = context.releases.ofEvent(undefined).filter(r => r.fn.file === hold.fn.file && r.handle !== undefined && identityOf(context, r.handle) === key)
  if (removals.length === 0) return undefined
  const registrations = context.holds.filter(h => h.resource === 'listener' && h.held !== undefined && identityOf(context, h.held) === key)
  for (const release of removals) {
    const missing = missOf(hold, release)
    // with another registration that it fits, it is meant for that one
    if (missing !== undefined && !registrations.some(other => other !== hold && missOf(other, release) === undefined)) return { release, missing }
  }
  return undefined
}

/** Whether a removal that names this listener misses it all the same. */
export const isMisdirected = (hold: Hold, release: Release): boolean => missOf(hold, release) !== undefined

function identityOf({ program }: Context, ref: ValueRef): string | undefined {
  const identity = handleIdentity(program, ref)
  return identity.kind === 'same' ? identity.key : undefined
}

/** What of the registration the removal does not repeat; nothing where it fits, or where that cannot be told. */
function missOf(hold: Hold, release: Release): string | undefined {
  const event = literalOf(hold.key), removed = literalOf(release.key)
  if (event === undefined || removed === undefined || release.place === undefined) return undefined
  const isHere = keyOfPlace(hold.place) === keyOfPlace(release.place)
  if (isHere && event !== removed) return `the removal names the event '${removed}'`
  if (event !== removed) return undefined
  if (!isHere) return isFixed(hold.place) && isFixed(release.place) ? 'the removal is from another emitter' : undefined
  if (isCapturing(hold.call) !== isCapturing(release.call)) return 'the removal names another `capture`'
  return isTooEarly(hold, release) ? 'the removal runs before it, with a function that is new at each call' : undefined
}

const literalOf = (ref: ValueRef | undefined): string | undefined => {
  const value = ref === undefined ? undefined : valueAt(ref)
  return value?.kind === 'literal' && typeof value.value === 'string' ? value.value : undefined
}

/** One thing for the life of the program, whatever the object at hand. */
function isFixed({ root, path }: Place): boolean {
  if (root.kind === 'module' || root.kind === 'package') return path.length <= 1
  if (path.length > 0) return false
  return root.kind === 'global' || root.kind === 'binding' && isModuleBinding(root.binding) && root.binding.file.bindings[root.binding.id]!.kind === 'const'
}

/** The third argument of `addEventListener`: `true` or `{ capture: true }`. An EventEmitter has none. */
function isCapturing(call: Hold['call']): boolean {
  const options = call === undefined ? undefined : argumentOf(call, 2)
  const value = options === undefined ? undefined : valueAt(options)
  if (value?.kind === 'literal') return value.value === true
  if (value?.kind !== 'object') return false
  return value.properties.some(p => p.key === 'capture' && isTrue(options!.file.values[p.value]!))
}

const isTrue = (value: ReturnType<typeof valueAt>): boolean => value.kind === 'literal' && value.value === true

/** `off(f); on(f)` in one function that makes `f`: what the call before added was another function. */
function isTooEarly(hold: Hold, { fn, start, handle }: Release): boolean {
  if (!isSame(fn, hold.fn) || start > hold.start || handle === undefined) return false
  const value = valueAt(handle)
  if (value.kind !== 'binding') return false
  const binding = handle.file.bindings[value.binding]!
  return binding.fn === hold.fn.id && hold.fn.id !== 0 && binding.values.length === 1 && handle.file.values[binding.values[0]!]!.kind === 'function'
}
