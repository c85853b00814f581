import type { Client } from '../client.ts'
import { drive, type Driver, type ProofEvent } from '../driver.ts'
import type { Loose, Program } from '../program.ts'

interface Wrapped { readonly client: Client, readonly session: Loose }

const start = async (program: Program): Promise<Wrapped> => {
  await program.load('src/server.ts')
  return { client: program.client(3000), session: program.case === 'near-misses' ? undefined : new (await program.load('src/session.ts')).Session() }
}

// the chain is called from end to end at each event: a few hundred links are enough to see
const events: readonly ProofEvent<Wrapped>[] = [
  { name: 'a request that is left', leaks: ['server.ts'], run: async ({ client }, n) => { await client.leave(`/${n}`) }, times: 20 },
  { name: 'somebody waits for the end', leaks: ['session.ts'], run: ({ session }) => { session.onEnd(() => {})?.() } },
]

export default {
  leaky: drive(start, events),
  mended: drive(start, events.map(event => ({ ...event, times: 100 }))),
  'near-misses': drive(start, [{ name: 'a request', run: async ({ client }) => { await client.ask('/idle') } }]),
} satisfies Driver
