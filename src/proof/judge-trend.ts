import type { Trend } from './trend.ts'

/** `unclear`: the noise does not allow to say on which side of the limit the growth is. */
export type ProofVerdict = 'leaks' | 'flat' | 'unclear'

/**
 * Whether a quantity grows by more than `limit` per event.
 * Growth that slows down may have an end: a cache that fills, a pool, a table that was doubled. More batches tell. `isLast` says that there will
 * be none; what still grows then is a leak, also where it does so in ever rarer steps, as the tables of collections do.
 */
export function judgeTrend({ perEvent, noise, lately }: Trend, limit: number, isLast: boolean): ProofVerdict {
  if (perEvent + CERTAINTY * noise <= limit) return 'flat'
  if (perEvent - CERTAINTY * noise <= limit) return 'unclear'
  return lately >= perEvent / 2 || isLast ? 'leaks' : 'unclear'
}

/** How many times its noise a slope must lie beyond the limit: three standard errors. */
const CERTAINTY = 3
