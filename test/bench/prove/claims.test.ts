import { expect, test } from 'vitest'
import { claimsOf, missingLines, reasonNotRun, undriven } from '../../../bench/prove/claims.ts'
import type { ProofEvent } from '../../../bench/prove/driver.ts'
import { expectationsIn } from '../../../bench/prove/expectations.ts'

const feed = expectationsIn('src/feed.ts', [
  'bus.on("price", tell) // leak: no-unreleased-listener',
  'prices.push(price) // leak: no-unbounded-collection',
  'new Kafka({}) // leak: no-client-per-event (not run: needs a Kafka broker)',
  'seen.add(price) // missed: no-unbounded-collection (an alias)',
].join('\n'))

const event = (...leaks: readonly string[]): ProofEvent<unknown> => ({ name: 'a price', leaks, run: () => {} })
const textsOf = (leaks: readonly string[]): readonly string[] => claimsOf(event(...leaks), feed).map(({ text }) => text)

test('an event names a leak by its file and its text', () => {
  expect(textsOf(['feed.ts: prices.push'])).toEqual(['prices.push(price)'])
})

test('a file alone stands for each leak of it that is run', () => {
  expect(textsOf(['feed.ts'])).toEqual(['bus.on("price", tell)', 'prices.push(price)'])
})

test('a rule tells apart lines with the same text', () => {
  const twice = expectationsIn('a.ts', 'open() // leak: no-undisposed-resource\nopen() // leak: no-partial-release')
  expect(claimsOf(event('a.ts: open() [no-partial-release]'), twice).map(({ line }) => line)).toEqual([2])
})

test('a leak that the audit misses can be driven as well', () => {
  expect(textsOf(['feed.ts: seen.add'])).toEqual(['seen.add(price)'])
})

test('what an event names and is not there is told', () => {
  expect(missingLines(event('feed.ts: nothing', 'feed.ts'), feed)).toEqual(['feed.ts: nothing'])
})

test('a leak is driven, or its line says why it is not run', () => {
  expect(undriven([event('feed.ts: prices.push')], feed).map(({ text }) => text)).toEqual(['bus.on("price", tell)'])
  expect(feed.map(reasonNotRun)).toEqual([undefined, undefined, 'needs a Kafka broker', undefined])
})
