import { expect, test } from 'vitest'
import { measureLeak } from '../../src/proof.ts'
import { leakyPrices, mendedPrices, serve } from './price-feed.ts'

const plan = { warmup: 100, events: 50, batches: 4, maxBatches: 16, bytesPerEvent: 512 }

test('each visitor of an Express app leaves a listener, and the response that it writes to', async () => {
  await using prices = await serve(leakyPrices())
  const { verdict, from, growth } = await measureLeak(prices.visit, plan)
  expect({ verdict, from }).toEqual({ verdict: 'leaks', from: ['bytes', 'listeners'] })
  expect(growth.listeners.perEvent).toBeGreaterThanOrEqual(1)
  expect(growth.bytes.perEvent).toBeGreaterThan(1000)
})

test('nothing stays when the listener goes with the connection', async () => {
  await using prices = await serve(mendedPrices())
  const { verdict, from } = await measureLeak(prices.visit, plan)
  expect({ verdict, from }).toEqual({ verdict: 'flat', from: [] })
})
