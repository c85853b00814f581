/** One of several machines that judge a program together. */
export interface Shard {
  /** Starts at 1. */
  readonly index: number
  readonly count: number
}

/**
 * Which files a shard judges: a stretch of the list, by lines, so that all have about as much to do and a package stays together. Every
 * file is of exactly one shard.
 */
export function filesOfShard(files: readonly { readonly file: string; readonly lines: number }[], { index, count }: Shard): ReadonlySet<string> {
  const total = files.reduce((sum, { lines }) => sum + lines, 0)
  const own = new Set<string>()
  let before = 0
  for (const { file, lines } of files) {
    const middle = before + lines / 2
    if (Math.min(count, Math.floor(middle / total * count) + 1) === index) own.add(file)
    before += lines
  }
  return own
}
