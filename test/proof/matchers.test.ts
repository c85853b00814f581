import { EventEmitter } from 'node:events'
import { expect as jestExpect } from 'expect'
import { describe, expect, test } from 'vitest'
import { AssertionError } from 'node:assert'
import { assertNoLeak, leakMatchers, MeasureError } from '../../src/proof.ts'
import '../../src/proof/vitest.ts'

const bus = new EventEmitter().setMaxListeners(0)
const leaky = (): void => { bus.on('order', () => {}) }
const mended = (): void => { const deliver = (): void => {}; bus.on('order', deliver).off('order', deliver) }
const plan = { warmup: 60, events: 40, batches: 4, maxBatches: 24, settle: 1, bytesPerEvent: 64 }
const broken = (): never => { throw new Error('out of stock') }

jestExpect.extend(leakMatchers)

describe.each([['vitest', expect], ['jest', jestExpect as unknown as typeof expect]] as const)('in %s', (_, expectOf) => {
  test('an event that releases passes', async () => {
    await expectOf(mended).not.toLeak(plan)
  })

  test('an event that leaks fails, and the message names the quantity, its slope and its noise', async () => {
    const failure = await expectOf(leaky).not.toLeak(plan).catch((error: unknown) => error) as Error
    expect(failure.message).toMatch(/^expected the event not to leak, but it leaks .*\+1\.00 listener per event\n/)
    expect(failure.message).toMatch(/^listeners of emitters and event targets +\+1\.00 +±0\.00 +0\.01 {2}leaks$/m)
  })

  test('toLeak is the other way round', async () => {
    await expectOf(leaky).toLeak(plan)
    await expect(expectOf(mended).toLeak(plan)).rejects.toThrow('expected the event to leak, but it is flat: no quantity grows beyond its limit')
  })

  test('what could not be measured fails', async () => {
    await expect(expectOf(broken).not.toLeak(plan)).rejects.toThrow('event 0 threw: out of stock')
  })
})

test('assertNoLeak gives what it measured', async () => {
  expect(await assertNoLeak(mended, plan)).toMatchObject({ verdict: 'flat', warmup: 60, events: 40 })
})

test('assertNoLeak throws an assertion error for a leak, and another where it could not measure', async () => {
  const failure = await assertNoLeak(leaky, plan).catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(AssertionError)
  expect(failure).toMatchObject({ operator: 'assertNoLeak', actual: 'leaks', expected: 'flat' })
  await expect(assertNoLeak(broken, plan)).rejects.toThrow(MeasureError)
})

test('a limit can be raised for what is meant to grow', async () => {
  await assertNoLeak(leaky, { ...plan, bytesPerEvent: 1000, listeners: 1 })
})
