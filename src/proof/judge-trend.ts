import type { Trend } from './trend.ts'

/** `unclear`: the noise does not allow to say on which side of the limit the growth is. */
export type ProofVerdict = 'leaks' | 'flat' | 'unclear'

/**
 * Whether a quantity grows by more than `limit` per event; `tail` is the trend of the last half of the samples alone.
 * Growth that slows down may have an end: a cache that fills, a pool, a table that was doubled. More batches tell. `isLast` says that there will
 * be none. What has not grown in the last half of them is flat then; what has is a leak, also where it does so in ever rarer steps, as the
 * tables of collections do.
 */
export function judgeTrend(trend: Trend, tail: Trend, limit: number, isLast: boolean): ProofVerdict {
  if (isBelow(trend, limit)) return 'flat'
  if (isBeyond(trend, limit) && trend.steadily >= STILL * trend.perEvent) return 'leaks'
  if (!isLast) return 'unclear'
  if (trend.lately > limit) return isBeyond(trend, limit) ? 'leaks' : 'unclear'
  return isBelow(tail, limit) ? 'flat' : 'unclear'
}

const isBelow = ({ perEvent, noise }: Trend, limit: number): boolean => perEvent + CERTAINTY * noise <= limit

const isBeyond = ({ perEvent, noise }: Trend, limit: number): boolean => perEvent - CERTAINTY * noise > limit

/** How many times its noise a slope must lie beyond the limit: three standard errors. */
const CERTAINTY = 3

/** Which part of the growth there still has to be lately. */
const STILL = 0.6
