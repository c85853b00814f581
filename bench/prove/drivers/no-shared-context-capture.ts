import type { Client } from '../client.ts'
import { drive, type Driver, type ProofEvent } from '../driver.ts'
import type { Loose, Program } from '../program.ts'

interface Reports { readonly client: Client, readonly reports: Loose }

const TEXT = 'what was lost and what was gained '.repeat(1_000)

const start = async (program: Program): Promise<Reports> => {
  for (let n = 0; n < 100; n++) program.write(`reports/${n}`, TEXT)
  await program.load('src/server.ts')
  return { client: program.client(3000), reports: await program.load('src/reports.ts') }
}

/** There are a hundred at most: growth is measured before there are, and its absence when there are. */
const events: readonly ProofEvent<Reports>[] = [
  { name: 'a report is opened', leaks: ['reports.ts'], run: async ({ reports }, n) => { await reports.open(`reports/${n % 100}`, ['loss']) }, times: 8 },
  { name: 'an order that can be undone', leaks: ['server.ts'], run: async ({ client }, n) => { await client.ask(`/orders/${n}`, { method: 'POST' }) }, times: 8 },
]
const all = ['keepText', 'keepName', 'letGo', 'cancellable', 'size']

export default {
  leaky: drive(start, events),
  mended: drive(start, events.map(event => ({ ...event, times: 100, warmup: 200 }))),
  'near-misses': drive(start, all.map((name): ProofEvent<Reports> => ({ name, run: async ({ reports }, n) => { await reports[name](`reports/${n % 100}`, ['loss']) }, times: 100, warmup: 200 }))),
} satisfies Driver
