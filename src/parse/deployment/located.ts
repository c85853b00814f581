import type { Span } from './deployment-facts.ts'

/** A value of YAML, JSON or JavaScript with the place where it is written. What is not a literal is `unknown`. */
export type Located = Span & (
  | { readonly kind: 'scalar'; readonly value: string | number | boolean | null }
  | { readonly kind: 'list'; readonly items: readonly Located[] }
  | { readonly kind: 'map'; readonly entries: readonly Entry[] }
  | { readonly kind: 'unknown' }
)

/** A key and its value; the span is of both. */
export interface Entry extends Span {
  readonly key: string
  readonly value: Located
}

/** The entries of a map; none of anything else. */
export function entriesOf(at: Located | undefined): readonly Entry[] {
  return at?.kind === 'map' ? at.entries : []
}

/** The entry under the first of `keys` that is there. The last of equal keys counts, as in JSON and JavaScript. */
export function entryOf(at: Located | undefined, ...keys: readonly string[]): Entry | undefined {
  return keys.map(key => entriesOf(at).findLast(entry => entry.key === key)).find(entry => entry !== undefined)
}

/** What stands at the end of a path of keys. */
export function valueAt(at: Located | undefined, ...path: readonly string[]): Located | undefined {
  return path.reduce<Located | undefined>((value, key) => entryOf(value, key)?.value, at)
}

/** The items of a list; what is no list is the one item. */
export function itemsOf(at: Located | undefined): readonly Located[] {
  if (at === undefined) return []
  return at.kind === 'list' ? at.items : [at]
}

/** A scalar as text; undefined for null, for what is none, and for what is not known. */
export function textOf(at: Located | undefined): string | undefined {
  return at?.kind === 'scalar' && at.value !== null ? String(at.value) : undefined
}
