import type { Trend } from './trend.ts'

/** `unclear`: the noise does not allow to say on which side of the limit the growth is. */
export type ProofVerdict = 'leaks' | 'flat' | 'unclear'

/**
 * Whether a quantity grows by more than `limit` per event.
 * Growth that has stopped is not a leak yet (a pool that was filled, a table that was doubled), and more batches tell; `isLast` says that there
 * will be none, so that a collection whose table doubles ever more rarely counts.
 */
export function judgeTrend({ perEvent, noise, lately }: Trend, limit: number, isLast: boolean): ProofVerdict {
  if (perEvent + CERTAINTY * noise <= limit) return 'flat'
  if (perEvent - CERTAINTY * noise <= limit) return 'unclear'
  return lately > limit / 2 || isLast ? 'leaks' : 'unclear'
}

/** How many times its noise a slope must lie beyond the limit: three standard errors. */
const CERTAINTY = 3
