import { groupBy } from './group-by.ts'

/** How many items have each key, most frequent first, then by key. */
export function countBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): (readonly [key: string, count: number])[] {
  const counts = [...groupBy(items, keyOf)].map(([key, group]) => [key, group.length] as const)
  return counts.sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
}
