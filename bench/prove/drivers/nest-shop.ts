import type { Client } from '../client.ts'
import { drive, type Driver, type ProofEvent } from '../driver.ts'
import type { Program } from '../program.ts'

const start = async (program: Program): Promise<Client> => {
  program.package('reflect-metadata')
  if (program.case === 'mended') program.change('src/audit.ts', '1_000', '50')
  await program.load('src/main.ts')
  await program.listening(3000)
  return program.client(3000)
}

const events: readonly ProofEvent<Client>[] = [
  { name: 'an order', leaks: ['audit.ts', 'mailer.ts', 'orders.service.ts'], run: async (client, n) => { await client.ask('/orders', { body: { id: `order ${n}`, total: n } }) } },
]

export default { leaky: drive(start, events), mended: drive(start, events.map(event => ({ ...event, warmup: 150 }))) } satisfies Driver
