import { keyOfPlace, type Place } from '../link/places.ts'
import { functionAt, isSame, refTo, stripped, valueAt, type ClassRef, type FunctionRef } from '../link/refs.ts'
import type { Context } from './context.ts'
import type { Hold } from './hold.ts'
import { isInTeardown } from './teardown.ts'

/**
 * Of several collections of an object, made alike, that fill side by side, one is emptied as the work goes on and this one is not: `flush()`
 * clears the counters and leaves the gauges.
 */
export function isForgottenCollection(context: Context, { place }: Hold): boolean {
  const { root, path } = place
  if (root.kind !== 'instance' || path.length !== 1) return false
  const own = emptiedIn(context, place)
  const fields = collectionsOf(root.cls), type = fields.get(path[0]!)
  return type !== undefined && [...fields].some(([field, made]) => {
    const sibling: Place = { root, path: [field] }
    return field !== path[0] && made === type && context.holds.some(hold => keyOfPlace(hold.place) === keyOfPlace(sibling) || hold.resource === 'collection' && hold.place.root.kind === 'binding') && emptiedIn(context, sibling).some(fn => !own.some(other => isSame(other, fn)))
  })
}

/** The functions that empty it, but for those that make or end the object. */
function emptiedIn({ releases }: Context, place: Place): readonly FunctionRef[] {
  return releases.at('collection', place).filter(({ isAll, fn }) => isAll && functionAt(fn).kind !== 'constructor' && !isInTeardown(fn) && !/reset/i.test(functionAt(fn).name)).map(({ fn }) => fn)
}

/** Fields that the class gives a new collection, and of which kind. */
function collectionsOf({ file, id }: ClassRef): ReadonlyMap<string, string> {
  const fields = new Map<string, string>()
  const note = (name: string, given: number | undefined): void => {
    const value = given === undefined ? undefined : valueAt(stripped(refTo(file, given)))
    if (value?.kind === 'array' || value?.kind === 'object') fields.set(name, value.kind)
    if (value?.kind !== 'call') return
    const { isNew, callee } = file.calls[value.call]!, called = file.values[callee]!
    if (isNew && called.kind === 'global' && (called.name === 'Map' || called.name === 'Set')) fields.set(name, called.name)
  }
  for (const { name, kind, value } of file.classes[id]!.members) if (kind === 'field') note(name, value)
  for (const { target, value, fn } of file.writes) {
    const to = file.values[target]!
    if (to.kind === 'member' && file.values[to.object]!.kind === 'this' && file.functions[fn]!.cls === id) note(to.property, value)
  }
  return fields
}
