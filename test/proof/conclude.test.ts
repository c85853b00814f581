import { expect, test } from 'vitest'
import { conclude } from '../../src/proof/conclude.ts'
import { adviceOf, measurementTable, verdictLine } from '../../src/proof/describe-measurement.ts'
import { type MeasureOptions, planOf } from '../../src/proof/options.ts'
import type { Sample } from '../../src/proof/sample.ts'

const plan = planOf({ warmup: 500, events: 250 })
const idle: Sample = { bytes: 5e6, heap: 5e6, external: 0, reachable: 0, listeners: 3, timers: 1, handles: 2, descriptors: 20 }

test('what leaks is named, and said in one line', () => {
  const conclusion = { ...conclude(samples(n => ({ bytes: 5e6 + 212 * 250 * n, listeners: 3 + 250 * n })), plan, false), node: 'v20.20.2' }
  expect(conclusion).toMatchObject({ verdict: 'leaks', from: ['bytes', 'listeners'], batches: 8 })
  expect(verdictLine(conclusion)).toBe('leaks +212 B and +1.00 listener per event')
  expect(measurementTable(conclusion)).toEqual([
    'per event                                   growth  noise  limit',
    'live heap and external memory               +212 B   ±0 B   16 B  leaks',
    'objects of finished events still reachable    0.00  ±0.00   0.01  flat',
    'listeners of emitters and event targets      +1.00  ±0.00   0.01  leaks',
    'active timers                                 0.00  ±0.00   0.01  flat',
    'active handles and requests                   0.00  ±0.00   0.01  flat',
    'open file descriptors                         0.00  ±0.00   0.01  flat',
    '',
    '2000 events in 8 batches of 250, after 500 to warm up; Node.js 20.20.2',
  ])
})

test('one quantity that is unclear makes the whole unclear, and says what to do', () => {
  const conclusion = { ...conclude(samples(n => ({ bytes: 5e6 + n % 3 * 40_000 })), plan, true), node: 'v20.20.2' }
  expect(conclusion).toMatchObject({ verdict: 'unclear', from: ['bytes'] })
  expect(verdictLine(conclusion)).toMatch(/^unclear: .+ per event is too noisy for a limit of 16 B$/)
  expect(adviceOf(conclusion)).toBe('raise events or batches, or, where a cache or pool fills first, warmup; or allow more with bytesPerEvent')
})

test('a leak that is certain does not wait for what is unclear', () => {
  expect(conclude(samples(n => ({ bytes: 5e6 + n % 3 * 40_000, timers: 1 + 250 * n })), plan, false)).toMatchObject({ verdict: 'leaks', from: ['timers'] })
})

test('what the system does not tell is left out', () => {
  const { growth } = conclude(samples(() => ({})).map(sample => ({ ...sample, descriptors: undefined }) as unknown as Sample), plan, false)
  expect(Object.keys(growth)).toEqual(['bytes', 'reachable', 'listeners', 'timers', 'handles'])
})

test('handles that leak are told by their type', () => {
  const conclusion = { ...conclude(samples(n => ({ handles: 2 + 250 * n })), plan, false), node: 'v20.20.2', handleTypes: { TCPSocketWrap: 1990, PipeWrap: 10 } }
  expect(measurementTable(conclusion)).toContain('handles more than after the warm-up: TCPSocketWrap 1990, PipeWrap 10')
})

test.each([
  [{ events: 0 }, "option 'events': a whole number of at least 1 is expected, not 0"],
  [{ batches: 3 }, "option 'batches': a whole number of at least 4 is expected, not 3"],
  [{ bytesPerEvent: -1 }, "option 'bytesPerEvent': a number of at least 0 is expected, not -1"],
  [{ bytes: 64 }, "unknown option 'bytes'; known: bytesPerEvent, reachable, listeners, timers, handles, descriptors, warmup, events, batches, maxBatches, settle, timeout"],
])('%j is refused', (options, message) => {
  expect(() => planOf(options as MeasureOptions)).toThrow(message)
})

function samples(changeOf: (batch: number) => Partial<Sample>): readonly Sample[] {
  return Array.from({ length: 9 }, (_, n) => ({ ...idle, ...changeOf(n) }))
}
