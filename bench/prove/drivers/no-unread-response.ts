import { setTimeout as pause } from 'node:timers/promises'
import { drive, type Driver, type ProofEvent } from '../driver.ts'
import type { Loose, Program } from '../program.ts'

const BODY = JSON.stringify({ text: 'more than fits in what is read at once '.repeat(4_000) })

const start = async (program: Program): Promise<Loose> => {
  const clock = program.holdClock()
  program.outside((req, res) => {
    res.writeHead(req.headers.host === 'rates' ? 503 : 200, { 'content-type': 'application/json' })
    res.end(BODY)
  })
  if (program.case === 'near-misses') return { ...await program.load('src/asked.ts'), ...await program.load('src/undici.ts'), clock }
  return { ...program.case === 'leaky' ? await program.load('src/head.ts') : {}, ...await program.load('src/upstream.ts'), ...await program.load('src/webhooks.ts'), clock }
}
/** fetch and undici have timers of their own, which are due as well. */
const timersPass = (events: readonly ProofEvent<Loose>[]): readonly ProofEvent<Loose>[] => events.map(event => ({ ...event, after: async ({ clock }) => { await clock.pass(1_500) } }))

const events: readonly ProofEvent<Loose>[] = [
  { name: 'is it up?', leaks: ['upstream.ts: client.get('], run: async ({ isUp }) => { await isUp('http://stock/health') }, times: 20 },
  { name: 'rates that are not there', leaks: ['upstream.ts: http.get('], run: async ({ rates }) => { await new Promise<void>(resolve => { rates(() => { resolve() }, () => { resolve() }) }) }, times: 20 },
  { name: 'an order is tracked', leaks: ['upstream.ts: asked.on('], run: async ({ track }, n) => {
    track(String(n))
    await pause(20)
  }, times: 20 },
  { name: 'a partner is told', leaks: ['webhooks.ts: http://audit/orders', 'webhooks.ts: partners.request', 'webhooks.ts: await request(url'], run: async ({ notify }) => { await notify('http://partner/orders', {}).catch(() => {}) }, times: 20 },
]

export default {
  leaky: drive(start, [...events,
    { name: 'a head that is not read', leaks: ['head.ts: http.request('], run: async ({ exists }: Loose) => { await exists('/items') }, times: 20 },
  ]),
  mended: drive(start, timersPass(events)),
  'near-misses': drive(start, timersPass([
    { name: 'exists', run: async ({ exists }: Loose) => { await exists('/a') }, times: 40 },
    { name: 'first', run: async ({ first }: Loose) => { await first() }, times: 40 },
    { name: 'mirror', run: async ({ mirror }: Loose) => { await mirror('http://store/film') }, times: 40 },
    { name: 'poke', run: async ({ poke }: Loose) => {
      poke()
      await pause(20)
    }, times: 20 },
    { name: 'ask', run: async ({ ask }: Loose) => { await ask('http://store/film') }, times: 40 },
    { name: 'touch', run: async ({ touch }: Loose) => { await touch() }, times: 40 },
  ])),
} satisfies Driver
