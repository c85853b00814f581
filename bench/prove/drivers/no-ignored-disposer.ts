import type { Client } from '../client.ts'
import { drive, type Driver, type ProofEvent } from '../driver.ts'
import type { Program } from '../program.ts'

const start = async (program: Program): Promise<Client> => {
  await program.load('src/server.ts')
  return program.client(3000)
}

const events: readonly ProofEvent<Client>[] = [
  { name: 'a question', leaks: ['channel.ts'], run: async client => { await client.ask('/ask') } },
  { name: 'an audit that is left', leaks: ['server.ts: onAudit('], run: async client => { await client.leave('/audit') } },
  { name: 'prices that are left', leaks: ['server.ts: prices.subscribe(', 'server.ts: channel.onDidClose('], run: async client => { await client.leave('/') } },
]

export default {
  leaky: drive(start, events),
  mended: drive(start, events),
  'near-misses': drive(start, [{ name: 'a request', run: async client => { await client.ask('/') } }]),
} satisfies Driver
