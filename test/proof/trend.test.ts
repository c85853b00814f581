import { describe, expect, test } from 'vitest'
import { judgeTrend, type ProofVerdict } from '../../src/proof/judge-trend.ts'
import { trendOf } from '../../src/proof/trend.ts'

const EVENTS = 250
const LIMIT = 16

test('the slope of a line is found, without noise', () => {
  const { perEvent, noise, lately, steadily } = trendOf(counts(9), series(9, n => 5000 + 40 * n * EVENTS))
  expect(perEvent).toBeCloseTo(40)
  expect(noise).toBeCloseTo(0)
  expect(lately).toBeCloseTo(40)
  expect(steadily).toBeCloseTo(40)
})

test('one sample that is off does not move the slope', () => {
  const { perEvent } = trendOf(counts(9), series(9, n => 40 * n * EVENTS + (n === 6 ? 900_000 : 0)))
  expect(perEvent).toBeGreaterThan(38)
  expect(perEvent).toBeLessThan(60)
})

test('noise is the standard error of the slope', () => {
  const { perEvent, noise } = trendOf(counts(9), series(9, n => n % 2 === 0 ? 0 : 10_000))
  expect(Math.abs(perEvent)).toBeLessThan(noise)
  expect(noise).toBeGreaterThan(1)
})

describe('verdict after 8 batches', () => {
  test.each<[string, (batch: number) => number, ProofVerdict]>([
    ['nothing changes', () => 0, 'flat'],
    ['it grows by less than is allowed', n => 10 * n * EVENTS, 'flat'],
    ['it shrinks', n => -500 * n * EVENTS, 'flat'],
    ['it goes up and down by a little', n => n % 2 * 3000, 'flat'],
    ['it grows with each batch', n => 64 * n * EVENTS, 'leaks'],
    ['it grows with each batch, and goes up and down', n => 64 * n * EVENTS + n % 2 * 3000, 'leaks'],
    ['it goes up and down by much', n => n % 3 * 40_000, 'unclear'],
    ['it steps up once: a pool that is filled, a table that is doubled', n => n < 4 ? 0 : 100_000, 'unclear'],
    ['it grows until a cache is full', n => Math.min(n, 5) * 64 * EVENTS, 'unclear'],
  ])('%s', (_, sampleOf, verdict) => {
    expect(judge(9, sampleOf, false)).toBe(verdict)
  })
})

describe('verdict after 32 batches, the last', () => {
  test.each<[string, (batch: number) => number, ProofVerdict]>([
    ['it stepped up once', n => n < 4 ? 0 : 100_000, 'flat'],
    ['it grew until a cache was full', n => Math.min(n, 5) * 64 * EVENTS, 'flat'],
    ['it grew until a cache was full, and its table was doubled once more later', n => Math.min(n, 7) * 40 * EVENTS + (n < 15 ? 0 : 63_000), 'flat'],
    ['it goes up and down by much', n => n % 3 * 400_000, 'unclear'],
    ['the table of a collection doubles, ever more rarely', n => 2 ** Math.ceil(Math.log2((n + 2) * EVENTS)) * 36, 'leaks'],
  ])('%s', (_, sampleOf, verdict) => {
    expect(judge(33, sampleOf, true)).toBe(verdict)
  })
})

function judge(length: number, sampleOf: (batch: number) => number, isLast: boolean): ProofVerdict {
  const [events, samples] = [counts(length), series(length, sampleOf)]
  const half = (length - 1) / 2
  return judgeTrend(trendOf(events, samples), trendOf(events.slice(half), samples.slice(half)), LIMIT, isLast)
}

const counts = (length: number): readonly number[] => series(length, n => n * EVENTS)

const series = (length: number, sampleOf: (batch: number) => number): readonly number[] => Array.from({ length }, (_, n) => sampleOf(n))
