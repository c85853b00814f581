import process from 'node:process'
import { activeHandles } from './active-handles.ts'
import { conclude, type Conclusion } from './conclude.ts'
import { MeasureError } from './measure-error.ts'
import { type MeasureOptions, type MeasurePlan, planOf } from './options.ts'
import { type EventFunction, runEvents } from './run-events.ts'
import { SampleTable } from './sample.ts'
import { startSampler } from './sampler.ts'
import { keepCodeSteady } from './steady-code.ts'

export interface LeakMeasurement extends Conclusion {
  /** Of active handles and requests, how many more there are of each type than after the warm-up. */
  readonly handleTypes: Readonly<Record<string, number>>
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
  const table = new SampleTable(plan.maxBatches + 1)
  const sampler = startSampler(plan.settle)
  const letCodeChange = keepCodeSteady()
  try {
    const run = { event, track: sampler.track, timeout: plan.timeout }
    // What the first collection drops, such as code that was compiled before, the second half makes again
    const half = plan.warmup >> 1
    await runEvents(run, 0, half)
    await sampler.take()
    await runEvents(run, half, plan.warmup)
    table.add(await sampler.take())
    const before = activeHandles()
    let goal = plan.batches
    for (;;) {
      while (table.length <= goal) {
        const from = plan.warmup + (table.length - 1) * plan.events
        await runEvents(run, from, from + plan.events)
        table.add(await sampler.take())
      }
      const conclusion = conclude(table.samples(), plan, goal === plan.maxBatches)
      if (conclusion.verdict !== 'unclear' || goal === plan.maxBatches) return { ...conclusion, handleTypes: grown(before, activeHandles()), node: process.version }
      goal = Math.min(plan.maxBatches, goal + plan.batches)
    }
  } finally {
    letCodeChange()
    sampler.stop()
  }
}

function grown(before: Readonly<Record<string, number>>, after: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(after).map(([type, count]) => [type, count - (before[type] ?? 0)] as const).filter(([, more]) => more > 0))
}
