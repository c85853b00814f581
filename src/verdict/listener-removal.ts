import { keyOfPlace } from '../link/places.ts'
import { callAt, isSame, refTo, valueAt, type ValueRef } from '../link/refs.ts'
import type { Context } from './context.ts'
import { isSameExpression } from './find-holds.ts'
import { handleIdentity, wrappedIdentity } from './handle-identity.ts'
import type { Hold } from './hold.ts'
import { areOfOneLine } from './one-line.ts'
import { placeOfTarget, type Release } from './releases.ts'
import { textOf } from './source-text.ts'

/** The text of a literal: an event's name where the source fixes it. */
export const literalOf = (ref: ValueRef | undefined): string | undefined => {
  const value = ref === undefined ? undefined : valueAt(ref)
  return value?.kind === 'literal' ? String(value.value) : undefined
}

/** A release that speaks of the same event, of the same emitter as far as can be told. */
export function concerns(context: Context, hold: Hold, release: Release): boolean {
  const event = literalOf(hold.key), removed = literalOf(release.key)
  if (event !== undefined && removed !== undefined && event !== removed) return false
  if (release.isAll) return samePlace(context, hold, release) || isSameReceiverText(context, hold, release)
  return true
}

/** The same place, or the same field of an object that one class gives and another, which extends it, uses. */
function samePlace({ program }: Context, { place }: Hold, { place: other }: Release): boolean {
  if (other === undefined || other.root.kind === 'unknown') return false
  if (keyOfPlace(other) === keyOfPlace(place)) return true
  if (place.root.kind !== 'instance' || other.root.kind !== 'instance' || place.path.length === 0 || place.path.join('.') !== other.path.join('.')) return false
  return areOfOneLine(program, place.root.cls, other.root.cls)
}

/** `socket` here and `socket` there, when declarations do not tell them apart. */
function isSameReceiverText(context: Context, hold: Hold, release: Release): boolean {
  const receiver = release.call === undefined ? undefined : valueAt(refTo(release.call.file, callAt(release.call).callee))
  if (release.call === undefined || receiver?.kind !== 'member' || hold.holder === undefined) return false
  return hold.holder.file === release.call.file && textOf(context.program, refTo(release.call.file, receiver.object)) === textOf(context.program, hold.holder)
}

export function matches(context: Context, hold: Hold, release: Release): boolean {
  if (release.isAll) return true
  if (isOfChannel(hold, release)) return false
  if (hold.held === undefined || release.handle === undefined) return samePlace(context, hold, release) || isOfProcess(hold, release)
  const [added, removed] = [handleIdentity(context.program, hold.held), handleIdentity(context.program, release.handle)]
  if (removed.kind === 'fresh') return false
  if (added.kind === 'same' && removed.kind === 'same') return added.key === removed.key || isKeptIn(context, hold, release)
  // a function expression that removes itself by its own name
  if (added.kind === 'fresh' && removed.kind === 'same') return added.of === removed.key && valueAt(hold.held).kind === 'function' || isKeptIn(context, hold, release)
  return samePlace(context, hold, release) || isSameReceiverText(context, hold, release)
}

/** `client.on('message', f)` and `client.unsubscribe(channel)`: what is given up is a channel, and the listener for the event stays. */
function isOfChannel(hold: Hold, { key, call }: Release): boolean {
  const callee = call === undefined ? undefined : valueAt(refTo(call.file, callAt(call).callee))
  return literalOf(hold.key) !== undefined && hold.row?.symbol.startsWith('node:events#EventEmitter.') === true && key !== undefined && literalOf(key) === undefined && callee?.kind === 'member' && /unsubscribe$/i.test(callee.property)
}

/** `unwatchFile(path)`: what the process holds, by the call that its row names. */
function isOfProcess({ row }: Hold, { call, place }: Release): boolean {
  const callee = call === undefined ? undefined : valueAt(refTo(call.file, callAt(call).callee))
  return row?.holder === 'process' && place === undefined && callee?.kind === 'member' && row.releasedBy?.some(symbol => /[^.#]+$/.exec(symbol)?.[0] === callee.property) === true
}

/** A removal in a loop over kept listeners, or by a name that the source does not fix, may mean this one. */
function isKeptIn(context: Context, hold: Hold, release: Release): boolean {
  const handle = valueAt(release.handle!)
  const declared = handle.kind === 'binding' ? release.handle!.file.bindings[handle.binding]! : undefined
  const isElement = handle.kind === 'index' || handle.kind === 'element' || handle.kind === 'call' || (handle.kind === 'member' && context.program.places.of(release.handle!).path.includes('[]')) ||
    (declared?.kind === 'param' && declared.fn === release.fn.id) || declared?.values.some(v => ['element', 'index', 'call', 'member'].includes(release.handle!.file.values[v]!.kind)) === true
  return isElement && (literalOf(release.key) === undefined || literalOf(hold.key) !== undefined) && release.fn.file === hold.fn.file
}

/** The removal names this emitter and event, and can never remove this listener. */
export function isIneffective(context: Context, hold: Hold, release: Release): boolean {
  if (hold.held === undefined || release.handle === undefined || release.fn.file !== hold.fn.file || !isSameEvent(hold, release)) return false
  if (!samePlace(context, hold, release) && !isSameReceiverText(context, hold, release)) return false
  const { program } = context
  const removed = handleIdentity(program, release.handle), added = handleIdentity(program, hold.held)
  const others = context.holds.filter(h => h !== hold && h.resource === 'listener' && h.fn.file === hold.fn.file && literalOf(h.key) === literalOf(hold.key))
  if (removed.kind === 'same' && others.some(h => h.held !== undefined && sameIdentity(program, h.held, removed.key))) return false
  if (removed.kind === 'fresh') return added.kind === 'fresh' ? others.length === 0 || wrapsSame(program, hold.held, release.handle) : added.kind === 'same' && added.key === removed.of
  if (removed.kind !== 'same' || added.kind !== 'fresh') return false
  return wrappedIdentity(program, hold.held) === removed.key
}

/** The same literal, or the same variable. */
function isSameEvent(hold: Hold, release: Release): boolean {
  const event = literalOf(hold.key)
  if (event !== undefined) return literalOf(release.key) === event
  return hold.key !== undefined && release.key !== undefined && isSameExpression(hold.key, release.key)
}

const wrapsSame = (program: Context['program'], a: ValueRef, b: ValueRef): boolean => {
  const [x, y] = [wrappedIdentity(program, a), wrappedIdentity(program, b)]
  return x !== undefined && x === y
}

function sameIdentity(program: Context['program'], value: ValueRef, key: string): boolean {
  const identity = handleIdentity(program, value)
  return identity.kind === 'same' && identity.key === key
}

/** `if (this.slot) off('x', this.slot); on('x', f); this.slot = …`: there is one at a time, whatever is stored to remember it. */
export function replacesSlot(context: Context, hold: Hold, release: Release): boolean {
  const { program } = context
  if (!isSame(release.fn, hold.fn) || release.start > hold.start || release.handle === undefined || !isSameEvent(hold, release) || !samePlace(context, hold, release)) return false
  const slot = program.places.of(release.handle)
  if (slot.path.length === 0) return false
  return program.graph.writesIn(hold.fn).some(write => write.operator === '=' && write.at > hold.start && keyOfPlace(placeOfTarget(program, refTo(hold.fn.file, write.target))) === keyOfPlace(slot))
}
