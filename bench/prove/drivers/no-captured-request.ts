import { drive, type Driver, type ProofEvent } from '../driver.ts'
import type { Client } from '../client.ts'
import type { Clock, Program } from '../program.ts'

interface Shop { readonly shop: Client, readonly kiosk: Client | undefined, readonly clock?: Clock, readonly hasArrived: () => Promise<void> }

const start = async (program: Program): Promise<Shop> => {
  // what is left waits for a quarter of an hour: in the programs that wait for little, that time passes
  // no timer fires while it is measured, however slow the machine is
  if (program.case === 'leaky') for (const [file, seconds] of [['src/kiosk.cjs', '20_000'], ['src/server.ts', '30_000']] as const) program.change(file, seconds, `${seconds}_000`)
  const clock = program.case === 'leaky' ? undefined : program.holdClock()
  await program.load('src/server.ts')
  return { shop: program.client(3000), kiosk: program.case === 'near-misses' ? undefined : program.client(3001), ...(clock !== undefined && { clock }), hasArrived: () => program.until(() => program.openRequests() > 0, 'the request to arrive') }
}
const after = async ({ clock }: Shop): Promise<void> => { await clock?.pass(60 * 60 * 1_000) }

const events: readonly ProofEvent<Shop>[] = [
  { name: 'a purchase at the kiosk', leaks: ['kiosk.cjs: setTimeout('], run: async ({ kiosk }) => { await kiosk!.ask('/thing') }, after },
  { name: 'a reminder', leaks: ['remind.ts: setTimeout('], run: async ({ shop }, n) => { await shop.ask('/reminders', { body: { email: `guest-${n}@example.org` } }) }, after },
  { name: 'a cart', leaks: ['server.ts: setTimeout(() => giveBack(req.params.id)'], run: async ({ shop }, n) => { await shop.ask(`/carts/${n}`, { method: 'POST' }) }, after },
  { name: 'an order', leaks: ['server.ts: setTimeout(() => giveBack(id)'], run: async ({ shop }, n) => { await shop.ask(`/orders/${n}`, { method: 'POST' }) }, after },
  { name: 'a gift', leaks: ['server.ts: setTimeout(logGift'], run: async ({ shop }, n) => { await shop.ask('/gifts', { body: { gift: `gift-${n}` } }) }, after },
]

export default {
  leaky: drive(start, events),
  mended: drive(start, events),
  'near-misses': drive(start, [
    ...events.filter(({ name }) => name === 'a cart' || name === 'an order'),
    { name: 'a wait that is left', run: async ({ shop }) => { await shop.leave('/wait') }, after },
    { name: 'a soon answer', run: async ({ shop, clock, hasArrived }) => {
      const asked = shop.ask('/soon')
      await hasArrived()
      await clock!.pass(200)
      await asked
    }, after },
  ]),
} satisfies Driver
