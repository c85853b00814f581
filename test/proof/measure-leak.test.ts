import { EventEmitter } from 'node:events'
import { closeSync, openSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { describe, expect, test } from 'vitest'
import { type EventFunction, MeasureError, measureLeak, type Quantity } from '../../src/proof.ts'

const short = { warmup: 60, events: 40, batches: 4, maxBatches: 24, settle: 1, bytesPerEvent: 64 }

describe('each kind of leak shows in its quantity', () => {
  const bus = new EventEmitter().setMaxListeners(0)
  const shutdown = new AbortController()
  const orders = new Map<number, object>()
  const timers: NodeJS.Timeout[] = []
  const descriptors: number[] = []
  const servers: Server[] = []
  const sums: Buffer[] = []

  test.each<[string, Quantity, EventFunction]>([
    ['a listener of an emitter', 'listeners', () => { bus.once('order', () => {}) }],
    ['a listener of a signal', 'listeners', () => { shutdown.signal.addEventListener('abort', () => {}) }],
    ['an interval', 'timers', () => { timers.push(setInterval(() => {}, 1e6)) }],
    ['an interval that does not keep the process alive', 'timers', () => { timers.push(setInterval(() => {}, 1e6).unref()) }],
    ['an object that the event returns', 'reachable', ({ index }) => { const order = { index }; orders.set(index, order); return order }],
    ['an object that the event tracks', 'reachable', ({ index, track }) => { orders.set(-index, track({ index })) }],
    ['an object that the promise of the event gives', 'reachable', async ({ index }) => { const order = { index }; orders.set(1e6 + index, order); return Promise.resolve(order) }],
    ['memory outside of the heap', 'bytes', () => { sums.push(Buffer.alloc(20_000)) }],
    ['an open file', 'descriptors', () => { descriptors.push(openSync(process.execPath, 'r')) }],
    ['a listening server', 'handles', () => { servers.push(createServer().listen(0, '127.0.0.1')) }],
  ])('%s', async (_, quantity, event) => {
    try {
      const { verdict, from, growth } = await measureLeak(event, short)
      expect({ verdict, from }).toEqual({ verdict: 'leaks', from: expect.arrayContaining([quantity]) as unknown })
      expect(growth[quantity]?.perEvent).toBeCloseTo(quantity === 'bytes' ? 20_000 : 1, quantity === 'bytes' ? -3 : 1)
    } finally {
      for (const timer of timers.splice(0)) clearInterval(timer)
      for (const descriptor of descriptors.splice(0)) closeSync(descriptor)
      for (const server of servers.splice(0)) server.close()
    }
  })
})

describe('what is released is flat', () => {
  const bus = new EventEmitter()
  const recent = new Map<number, object>()

  test.each<[string, EventFunction]>([
    ['an event that does nothing', () => {}],
    ['a listener that is removed', () => { const deliver = (): void => {}; bus.on('order', deliver).off('order', deliver) }],
    ['a listener that fires once', () => { bus.once('order', () => {}); bus.emit('order') }],
    ['an emitter that goes with the event', () => { new EventEmitter().on('order', () => {}) }],
    ['a timer that fires', () => new Promise(resolve => { setTimeout(resolve, 0) })],
    ['an object that is returned and dropped', ({ index }) => ({ index })],
    ['one object that each event returns', () => bus],
    ['a cache that is bounded', ({ index }) => { recent.set(index % 20, { index }); return recent.get(index % 20) }],
  ])('%s', async (_, event) => {
    const { verdict, from, samples } = await measureLeak(event, short)
    expect({ verdict, from, samples: verdict === 'flat' ? [] : samples }).toEqual({ verdict: 'flat', from: [], samples: [] })
  })
})

test('a small collection of numbers is found, whose table grows in steps', async () => {
  const seen = new Set<number>()
  const { verdict, from } = await measureLeak(({ index }) => { seen.add(index) }, { ...short, events: 200, bytesPerEvent: 8 })
  expect({ verdict, from }).toEqual({ verdict: 'leaks', from: ['bytes'] })
})

test('a cache that is still filling after the warm-up is flat once it is full', async () => {
  const sessions = new Map<number, object>()
  const { verdict, batches } = await measureLeak(({ index }) => {
    sessions.set(index % 200, { user: `user ${index}`, index })
  }, { ...short, warmup: 60 })
  expect(verdict).toBe('flat')
  expect(batches).toBeGreaterThan(4)
})

test('events are numbered from 0, warm-up and batches in one row', async () => {
  const indexes: number[] = []
  await measureLeak(({ index }) => { indexes.push(index) }, { warmup: 3, events: 2, batches: 4, maxBatches: 4, settle: 0, bytesPerEvent: 1e6 })
  expect(indexes).toEqual(Array.from({ length: 3 + 2 * 4 }, (_, i) => i))
})

test.each<[string, EventFunction, string]>([
  ['throws', ({ index }) => { if (index === 7) throw new Error('out of stock') }, 'event 7 threw: out of stock'],
  ['rejects', () => Promise.reject(new Error('out of stock')), 'event 0 threw: out of stock'],
  ['does not settle', () => new Promise(() => {}), 'event 0 did not settle within 50 ms'],
  ['is none', 'GET /orders' as unknown as EventFunction, 'an event is a function, not string'],
])('an event that %s is not measured', async (_, event, message) => {
  await expect(measureLeak(event, { ...short, timeout: 50 })).rejects.toThrow(new MeasureError(message))
})

test('two measurements at once are refused, as they would measure each other', async () => {
  const first = measureLeak(() => {}, short)
  await expect(measureLeak(() => {}, short)).rejects.toThrow('another measurement is running in this process')
  await first
})

test('nothing is instrumented afterwards', async () => {
  const methods = (): readonly unknown[] => [EventEmitter.prototype.on, EventEmitter.prototype.prependListener, EventTarget.prototype.addEventListener]
  const before = methods()
  await measureLeak(() => {}, short)
  expect(methods()).toEqual(before)
})
