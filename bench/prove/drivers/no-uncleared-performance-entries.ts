import type { Client } from '../client.ts'
import { drive, type Driver, type ProofEvent } from '../driver.ts'
import type { Clock, Loose, Program } from '../program.ts'

interface Pages { readonly client: Client, readonly render: Loose, readonly clock: Clock }

const start = async (program: Program): Promise<Pages> => {
  const clock = program.holdClock()
  await program.load('src/server.ts')
  return { client: program.client(3000), render: program.case === 'near-misses' ? undefined : (await program.load('src/render.ts')).render, clock }
}
const events: readonly ProofEvent<Pages>[] = [
  { name: 'a page is rendered', leaks: ['render.ts: performance.mark(`render'], run: ({ render }) => { render('start') }, times: 200 },
  { name: 'a request', leaks: ['server.ts'], run: async ({ client }) => { await client.ask('/page') } },
]
const minute = async ({ clock }: Pages): Promise<void> => { await clock.pass(60_000) }

export default {
  leaky: drive(start, [...events, { name: 'a second', leaks: ['render.ts: performance.mark(\'beat\')'], run: async ({ clock }) => { await clock.pass(1_000) } }]),
  mended: drive(start, events.map(event => ({ ...event, after: minute }))),
  'near-misses': drive(start, [{ name: 'a request', run: async ({ client }) => { await client.ask('/page') } }]),
} satisfies Driver
