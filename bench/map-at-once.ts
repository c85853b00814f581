/** Maps with at most `jobs` calls of `work` under way; the results keep the items' order. */
export async function mapAtOnce<Item, Result>(items: readonly Item[], jobs: number, work: (item: Item) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = []
  let next = 0
  const worker = async (): Promise<void> => {
    for (let at = next++; at < items.length; at = next++) results[at] = await work(items[at]!)
  }
  await Promise.all(Array.from({ length: Math.min(jobs, items.length) }, worker))
  return results
}
