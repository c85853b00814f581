import type { Place } from '../link/places.ts'
import { functionAt, isSame, refTo, stripped, valueAt, type ClassRef, type FunctionRef } from '../link/refs.ts'
import type { Context } from './context.ts'
import type { Hold } from './hold.ts'
import { isInTeardown } from './teardown.ts'

/**
 * Of several collections of an object, made alike, one method deals with two and empties only the other: `flush()` sends the counters and
 * the gauges, and clears the counters.
 */
export function isForgottenCollection(context: Context, { place }: Hold): boolean {
  const { root, path } = place
  if (root.kind !== 'instance' || path.length !== 1) return false
  const fields = collectionsOf(root.cls), [own] = path, type = fields.get(own!)
  return (type === 'Map' || type === 'Set') && [...fields].some(([field, made]) => field !== own && made === type && emptiedIn(context, { root, path: [field] }).some(fn => !isFilledBy(context, { root, path: [field] }, fn) && isDealtWithBeside(context, fn, own!)))
}

/** What empties it to fill it anew keeps an index, and ends nothing. */
const isFilledBy = (context: Context, place: Place, fn: FunctionRef): boolean => context.holdsAt(place).some(hold => isSame(hold.fn, fn))

/** The functions that empty it, but for those that make or end the object. */
function emptiedIn({ releases }: Context, place: Place): readonly FunctionRef[] {
  const { file } = (place.root as { readonly cls: ClassRef }).cls
  return releases.at('collection', place).filter(({ isAll, fn, node }) => {
    if (!isAll || fn.file !== file || functionAt(fn).kind === 'constructor' || isInTeardown(fn) || /reset/i.test(functionAt(fn).name)) return false
    return node.kind === 'call' || isNewCollection(file, file.writes[node.ref]!.value)
  }).map(({ fn }) => fn)
}

function isNewCollection(file: FunctionRef['file'], id: number | undefined): boolean {
  const value = id === undefined ? undefined : file.values[id]!
  return value?.kind === 'array' && value.elements.length === 0 || value?.kind === 'object' && value.properties.length === 0 || value?.kind === 'call' && file.calls[value.call]!.isNew && file.calls[value.call]!.args.length === 0
}

/** The function that empties, or one that calls it, also reads the other field, itself or in another method that it calls. */
function isDealtWithBeside({ program: { graph } }: Context, emptying: FunctionRef, field: string): boolean {
  const reads = (fn: FunctionRef): boolean => fn.file.values.some(value => value.kind === 'member' && value.property === field && fn.file.values[value.object]!.kind === 'this' && (fn.file.values[value.object] as { readonly fn: number }).fn === fn.id)
  if (reads(emptying)) return true
  return graph.callersOf(emptying).some(({ how, from }) => how === 'calls' && functionAt(from).cls === functionAt(emptying).cls && !isInTeardown(from) && (reads(from) || graph.callsIn(from).some(call => graph.calleesOf(refTo(from.file, call.id)).some(fn => !isSame(fn, emptying) && fn.file === emptying.file && reads(fn)))))
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
