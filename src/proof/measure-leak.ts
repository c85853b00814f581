import process from 'node:process'
import { judgeTrend, type ProofVerdict } from './judge-trend.ts'
import { MeasureError } from './measure-error.ts'
import { type MeasureOptions, type MeasurePlan, planOf } from './options.ts'
import { QUANTITY_NAMES, type Quantity } from './quantities.ts'
import { type EventFunction, runEvents } from './run-events.ts'
import { type Sample, startSampler } from './sampler.ts'
import { keepCodeSteady } from './steady-code.ts'
import { type Trend, trendOf } from './trend.ts'

/** How one quantity grows. */
export interface Growth extends Trend {
  /** Up to which growth per event it is flat. */
  readonly limit: number
  readonly verdict: ProofVerdict
}

export interface LeakMeasurement {
  readonly verdict: ProofVerdict
  /** What the verdict comes from: what leaks, or what is unclear. Empty when all is flat. */
  readonly from: readonly Quantity[]
  /** What this system does not tell is missing: descriptors in a worker and on Windows. */
  readonly growth: Readonly<Partial<Record<Quantity, Growth>>> & Readonly<Record<Exclude<Quantity, 'descriptors'>, Growth>>
  /** Objects that events returned or tracked and that are reachable now. */
  readonly reachable: number
  readonly warmup: number
  /** Of one batch. */
  readonly events: number
  /** How many were run. */
  readonly batches: number
  /** The first was taken after the warm-up. */
  readonly samples: readonly Sample[]
  /** As `process.version`. */
  readonly node: string
}

/**
 * Runs `event` some thousand times and measures what each of them leaves behind, after garbage collection, in this process.
 * Nothing else may go on in it meanwhile.
 * @throws MeasureError when it cannot be measured: the event throws or does not settle, or garbage collection cannot be forced.
 */
export async function measureLeak(event: EventFunction, options: MeasureOptions = {}): Promise<LeakMeasurement> {
  if (typeof event !== 'function') throw new MeasureError(`an event is a function, not ${event === null ? 'null' : typeof event}`)
  const plan = planOf(options)
  if (MEASURING in globalThis) throw new MeasureError('another measurement is running in this process; await it first (two would measure each other)')
  Object.defineProperty(globalThis, MEASURING, { value: true, configurable: true })
  try {
    return await measure(event, plan)
  } finally {
    Reflect.deleteProperty(globalThis, MEASURING)
  }
}

const MEASURING: unique symbol = Symbol.for('leak-audit.measuring')

async function measure(event: EventFunction, plan: MeasurePlan): Promise<LeakMeasurement> {
  const sampler = startSampler(plan.settle)
  const release = keepCodeSteady()
  try {
    const run = { event, track: sampler.track, timeout: plan.timeout }
    // What the first collection drops, such as code that was compiled before, the second half makes again
    await runEvents(run, 0, plan.warmup >> 1)
    await sampler.take()
    await runEvents(run, plan.warmup >> 1, plan.warmup)
    const samples = [await sampler.take()]
    let goal = plan.batches
    for (;;) {
      while (samples.length <= goal) {
        const from = plan.warmup + (samples.length - 1) * plan.events
        await runEvents(run, from, from + plan.events)
        samples.push(await sampler.take())
      }
      const measured = conclude(samples, plan, goal === plan.maxBatches)
      if (measured.verdict !== 'unclear' || goal === plan.maxBatches) return measured
      goal = Math.min(plan.maxBatches, goal + plan.batches)
    }
  } finally {
    release()
    sampler.stop()
  }
}

/** What samples say, of which the first was taken after the warm-up and each other one batch later. */
export function conclude(samples: readonly Sample[], { warmup, events, limits }: Pick<MeasurePlan, 'warmup' | 'events' | 'limits'>, isLast: boolean): LeakMeasurement {
  const counts = samples.map((_, i) => i * events)
  const growth = Object.fromEntries(QUANTITY_NAMES.flatMap(quantity => {
    const values = samples.map(sample => sample[quantity]).filter(value => value !== undefined)
    if (values.length < samples.length) return []
    const trend = trendOf(counts, values)
    return [[quantity, { ...trend, limit: limits[quantity], verdict: judgeTrend(trend, limits[quantity], isLast) } satisfies Growth]]
  })) as LeakMeasurement['growth']
  const verdict = VERDICTS.find(one => QUANTITY_NAMES.some(quantity => growth[quantity]?.verdict === one))!
  const from = verdict === 'flat' ? [] : QUANTITY_NAMES.filter(quantity => growth[quantity]?.verdict === verdict)
  return { verdict, from, growth, reachable: samples.at(-1)!.reachable ?? 0, warmup, events, batches: samples.length - 1, samples, node: process.version }
}

/** The first that some quantity has is that of all. */
const VERDICTS = ['leaks', 'unclear', 'flat'] as const satisfies readonly ProofVerdict[]
