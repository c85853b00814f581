import type { Client } from '../client.ts'
import { drive, type Driver, type ProofEvent } from '../driver.ts'
import type { Program } from '../program.ts'

const start = async (program: Program): Promise<Client> => {
  await program.load('src/server.ts')
  return program.client(3000)
}

const events: readonly ProofEvent<Client>[] = [
  { name: 'bids that are left', leaks: ['server.ts: bids.on('], run: async client => { await client.leave('/bids') } },
  { name: 'a hall that is left', leaks: ['server.ts: hall.on(', 'server.ts: closing.signal'], run: async client => { await client.leave('/') } },
]

export default {
  leaky: drive(start, events),
  mended: drive(start, events),
  'near-misses': drive(start, [{ name: 'a request that is left', run: async client => { await client.leave('/') } }]),
} satisfies Driver
