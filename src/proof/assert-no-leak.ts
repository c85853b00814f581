import { AssertionError } from 'node:assert'
import { failureOf } from './matchers.ts'
import { type LeakMeasurement, measureLeak } from './measure-leak.ts'
import type { MeasureOptions } from './options.ts'
import type { EventFunction } from './run-events.ts'

/**
 * For node:test, or any runner: measures the event as `measureLeak` does, and gives what it measured.
 * @throws AssertionError when the event leaks, and when the noise does not allow to tell.
 * @throws MeasureError when it could not be measured.
 */
export async function assertNoLeak(event: EventFunction, options?: MeasureOptions): Promise<LeakMeasurement> {
  const measured = await measureLeak(event, options)
  if (measured.verdict === 'flat') return measured
  throw new AssertionError({ message: failureOf(measured, 'flat'), actual: measured.verdict, expected: 'flat', operator: 'assertNoLeak', stackStartFn: assertNoLeak })
}
