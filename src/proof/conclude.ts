import { judgeTrend, type ProofVerdict } from './judge-trend.ts'
import type { MeasurePlan } from './options.ts'
import { QUANTITY_NAMES, type Quantity } from './quantities.ts'
import type { Sample } from './sample.ts'
import { type Trend, trendOf } from './trend.ts'

/** How one quantity grows. */
export interface Growth extends Trend {
  /** Up to which growth per event it is flat. */
  readonly limit: number
  readonly verdict: ProofVerdict
}

export interface Conclusion {
  readonly verdict: ProofVerdict
  /** What the verdict comes from: what leaks, or what is unclear. Empty when all is flat. */
  readonly from: readonly Quantity[]
  /** What this system does not tell is missing: descriptors in a worker and on Windows. */
  readonly growth: Readonly<Record<Exclude<Quantity, 'descriptors'>, Growth> & { descriptors?: Growth }>
  readonly warmup: number
  /** Of one batch. */
  readonly events: number
  /** How many were run. */
  readonly batches: number
  /** The first was taken after the warm-up, each other one a batch later. */
  readonly samples: readonly Sample[]
}

/** What samples say, of which the first was taken after the warm-up and each other one a batch later. `isLast`: no more can be had. */
export function conclude(samples: readonly Sample[], { warmup, events, limits }: Pick<MeasurePlan, 'warmup' | 'events' | 'limits'>, isLast: boolean): Conclusion {
  const growth = growthOf(samples, events, limits, isLast)
  const having = (verdict: ProofVerdict): readonly Quantity[] => QUANTITY_NAMES.filter(quantity => growth[quantity]?.verdict === verdict)
  const verdict = VERDICTS.find(each => having(each).length > 0) ?? 'flat'
  return { verdict, from: verdict === 'flat' ? [] : having(verdict), growth, warmup, events, batches: samples.length - 1, samples }
}

/** The first that some quantity has is that of all. */
const VERDICTS = ['leaks', 'unclear', 'flat'] as const satisfies readonly ProofVerdict[]

function growthOf(samples: readonly Sample[], events: number, limits: MeasurePlan['limits'], isLast: boolean): Conclusion['growth'] {
  const counts = samples.map((_, i) => i * events)
  return Object.fromEntries(QUANTITY_NAMES.flatMap(quantity => {
    const values = samples.map(sample => sample[quantity]).filter(value => value !== undefined)
    if (values.length < samples.length) return []
    const trend = trendOf(counts, values)
    return [[quantity, { ...trend, limit: limits[quantity], verdict: judgeTrend(trend, limits[quantity], isLast) }]]
  })) as unknown as Conclusion['growth']
}
