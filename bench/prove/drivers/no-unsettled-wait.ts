import type { Client } from '../client.ts'
import { drive, type Driver, type ProofEvent } from '../driver.ts'
import type { Program } from '../program.ts'

const start = async (program: Program): Promise<Client> => {
  // a row that no buffer takes at once, so that there is something to wait for
  program.change('src/cursor.ts', '\'row\'', '\'row \'.repeat(2_000_000)')
  await program.load('src/server.ts')
  return program.client(3000)
}

const events: readonly ProofEvent<Client>[] = [
  { name: 'rows that are left', leaks: ['send.ts: new Promise('], run: async client => { await client.leave('/rows') }, times: 20 },
  { name: 'a table that is left', leaks: ['send.ts: once(res'], run: async client => { await client.leave('/table') }, times: 20 },
]

export default {
  leaky: drive(start, events),
  mended: drive(start, events),
  'near-misses': drive(start, [
    { name: 'rows that are left', run: async client => { await client.leave('/rows') }, times: 20 },
    { name: 'a table', run: async client => { await client.ask('/table') }, times: 20 },
  ]),
} satisfies Driver
