import { drive, type Driver, type ProofEvent } from '../driver.ts'
import type { Clock, Loose, Program } from '../program.ts'

interface Caches { readonly caches: Loose, readonly clock: Clock }

const start = async (program: Program): Promise<Caches> => {
  const clock = program.holdClock()
  return { caches: await program.load('src/caches.ts'), clock }
}

const events: readonly ProofEvent<Caches>[] = [
  { name: 'a user', leaks: ['caches.ts: export const users'], run: async ({ caches }, n) => { await (caches.users ?? caches.loaders().users).load(`user ${n}`) } },
  { name: 'a rate', leaks: ['caches.ts: export const rates'], run: async ({ caches }, n) => { await caches.rates(`pair ${n}`) } },
  { name: 'a name', leaks: ['caches.ts: export const names'], run: async ({ caches }, n) => { await caches.names.set(`name ${n}`, 'a') }, after: async ({ clock }) => { await clock.pass(120_000) } },
  { name: 'a tariff', run: async ({ caches }, n) => { await caches.tariffs?.load(`tariff ${n}`) }, after: async ({ clock }) => { await clock.pass(120_000) } },
  { name: 'the settings', run: async ({ caches }) => { await caches.settings() } },
]

export default {
  leaky: drive(start, events.filter(({ name }) => name !== 'a tariff')),
  // a least recently used cache of this kind keeps two halves, which change places every 500 entries
  mended: drive(start, events.map(event => ({ ...event, warmup: 1_000, times: 500 }))),
} satisfies Driver
