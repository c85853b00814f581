import { adviceOf, measurementTable, verdictLine } from './describe-measurement.ts'
import { type LeakMeasurement, measureLeak } from './measure-leak.ts'
import type { MeasureOptions } from './options.ts'
import type { EventFunction } from './run-events.ts'

/** What the matchers add to `expect(event)`; both vitest and jest take them. */
export interface LeakAssertions<R = Promise<void>> {
  /**
   * Measures the event as `measureLeak` does: `await expect(event).not.toLeak({ bytesPerEvent: 64 })`.
   * With `not` it has to be flat, without it has to leak; what is unclear fails both, and says what to raise.
   */
  toLeak(options?: MeasureOptions): R
}

interface MatcherResult {
  readonly pass: boolean
  readonly message: () => string
}

/** For `expect.extend(leakMatchers)`, in vitest and jest. */
export const leakMatchers = {
  async toLeak(this: { readonly isNot?: boolean }, event: unknown, options?: MeasureOptions): Promise<MatcherResult> {
    const measured = await measureLeak(event as EventFunction, options)
    const isNot = this.isNot === true
    return { pass: isNot ? measured.verdict !== 'flat' : measured.verdict === 'leaks', message: () => failureOf(measured, isNot ? 'flat' : 'leaks') }
  },
}

/** What a test that fails says. */
export function failureOf(measured: LeakMeasurement, expected: 'flat' | 'leaks'): string {
  const claim = expected === 'flat' ? 'expected the event not to leak' : 'expected the event to leak'
  const advice = adviceOf(measured)
  return [`${claim}, but it ${measured.verdict === 'leaks' ? '' : 'is '}${verdictLine(measured)}`, '', ...measurementTable(measured), ...(advice === '' ? [] : [advice])].join('\n')
}
