/** How a quantity grows from batch to batch. */
export interface Trend {
  /** Per event: the median of the slopes between all pairs of samples (Theil and Sen). One sample that is off does not move it. */
  readonly perEvent: number
  /** Per event: the standard error of `perEvent`. */
  readonly noise: number
  /** Per event, in the last half of the samples, without its largest step: whether it still grows, and not once only. */
  readonly lately: number
}

/** `samples[i]` was taken after `events[i]` events. At least three of them. */
export function trendOf(events: readonly number[], samples: readonly number[]): Trend {
  const slopes = samples.flatMap((later, j) => samples.slice(0, j).map((earlier, i) => (later - earlier) / (events[j]! - events[i]!)))
  const perEvent = median(slopes)
  return { perEvent, noise: noiseOf(perEvent, events, samples), lately: latelyOf(events, samples) }
}

/**
 * The standard error of a slope is the deviation of the samples from the line over the spread of the events. The deviation is taken from the
 * median of the absolute residuals, which a step of a hash table does not move, and not below the half of what the mean says, which a step does:
 * a line through few samples fits most of them too well.
 */
function noiseOf(perEvent: number, events: readonly number[], samples: readonly number[]): number {
  const offsets = samples.map((sample, i) => sample - perEvent * events[i]!)
  const middle = median(offsets)
  const residuals = offsets.map(offset => Math.abs(offset - middle))
  const robust = MAD_TO_DEVIATION * median(residuals)
  const mean = Math.sqrt(sum(residuals.map(residual => residual ** 2)) / (samples.length - 2))
  const center = sum(events) / events.length
  const spread = Math.sqrt(sum(events.map(count => (count - center) ** 2)))
  return Math.max(robust, mean / 2) / spread
}

/** Of a normal distribution, whose median absolute deviation is 0.6745 of its standard deviation. */
const MAD_TO_DEVIATION = 1.4826

function latelyOf(events: readonly number[], samples: readonly number[]): number {
  const from = Math.floor((samples.length - 1) / 2)
  const steps = samples.slice(from + 1).map((sample, i) => sample - samples[from + i]!)
  const rest = sum(steps) - Math.max(...steps)
  return rest / (events.at(-1)! - events[from]!)
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
