import type { FileFacts } from '../facts/file-facts.ts'

/** Where an offset of the old text stands in the new one; undefined for one that no fact names. */
export type Moved = (offset: number) => number | undefined

/**
 * Whether two texts have the same facts at other places, as after an edit of comments, blank lines or layout: every place moves, and their order
 * stays. Later stages compare places by order, and three times by distance; what these measure must not have changed either:
 * the length of names, literals and templates (`verdict/key-kind.ts`), whether `new C` has parentheses (`verdict/mends/option-edit.ts`), and how far
 * a `race` is from its timer (`verdict/judge-timer.ts`).
 */
export function movedFacts(old: FileFacts, now: FileFacts): Moved | undefined {
  const places = new Map<number, number>()
  if (!isSame(withoutLines(old), withoutLines(now), places) || !isInOrder(places) || hasRace(old) || !hasSameLengths(old, now)) return undefined
  return offset => places.get(offset)
}

/** Which line a place stands in is told from where it has moved to. */
const withoutLines = (facts: FileFacts): object => ({ ...facts, lineStarts: [], suppressions: [] })

const PLACES: ReadonlySet<string> = new Set(['at', 'end'])

/** Equal but for places, which go to the map. */
function isSame(old: unknown, now: unknown, places: Map<number, number>): boolean {
  if (typeof old !== 'object' || typeof now !== 'object' || old === null || now === null) return old === now
  if (Array.isArray(old)) return Array.isArray(now) && old.length === now.length && old.every((item, index) => isSame(item, now[index], places))
  const [before, after] = [old as Readonly<Record<string, unknown>>, now as Readonly<Record<string, unknown>>]
  return Object.keys({ ...before, ...after }).every(key => {
    const from = before[key], to = after[key]
    if (!PLACES.has(key) || typeof from !== 'number' || typeof to !== 'number') return isSame(from, to, places)
    const known = places.get(from)
    if (known === undefined) places.set(from, to)
    return known === undefined || known === to
  })
}

function isInOrder(places: ReadonlyMap<number, number>): boolean {
  const moved = [...places].sort(([a], [b]) => a - b).map(([, to]) => to)
  return moved.every((place, index) => index === 0 || moved[index - 1]! < place)
}

const hasRace = ({ values }: FileFacts): boolean => values.some(value => value.kind === 'member' && value.property === 'race')

const MEASURED: ReadonlySet<string> = new Set(['binding', 'member', 'computed', 'literal'])

function hasSameLengths(old: FileFacts, now: FileFacts): boolean {
  return old.values.every((value, id) => !MEASURED.has(value.kind) || value.end - value.at === now.values[id]!.end - now.values[id]!.at)
    && old.calls.every((call, id) => call.args.length > 0 || tail(old, call) === tail(now, now.calls[id]!))
}

/** What stands behind the callee of a call without arguments. */
const tail = ({ values }: FileFacts, { end, callee }: FileFacts['calls'][number]): number => end - values[callee]!.end
