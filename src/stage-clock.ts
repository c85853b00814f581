/** Wall time and memory of the stages of one audit. */
export interface StageClock {
  /** In milliseconds, by stage. */
  readonly laps: Readonly<Record<string, number>>
  /** What the process held at the end of each stage, in megabytes. */
  readonly memory: Readonly<Record<string, number>>
  /** Ends a stage; a stage that ends twice adds up. */
  lap(stage: string): void
  total(): number
}

export function startClock(): StageClock {
  const start = performance.now()
  const laps: Record<string, number> = {}, memory: Record<string, number> = {}
  let last = start
  return {
    laps,
    memory,
    lap(stage) {
      const now = performance.now()
      laps[stage] = (laps[stage] ?? 0) + Math.round(now - last)
      memory[stage] = Math.round(process.memoryUsage.rss() / 2 ** 20)
      last = now
    },
    total: () => Math.round(performance.now() - start),
  }
}
