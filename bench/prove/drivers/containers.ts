import type { Client } from '../client.ts'
import { drive, type Driver, type ProofEvent } from '../driver.ts'
import type { Program } from '../program.ts'

const start = async (program: Program): Promise<Client> => {
  program.package('reflect-metadata')
  if (program.case === 'mended') for (const file of ['src/audit.js', 'src/prices.js']) program.change(file, '1_000', '50')
  // without TypeScript's decorators, two of the containers are told what they may make
  program.write('src/decorated.js', 'import { injectable } from "inversify"\nimport { injectable as made } from "tsyringe"\nimport { Prices } from "./prices.js"\nimport { Visits } from "./visits.js"\ninjectable()(Prices)\nmade()(Visits)\n')
  await program.load('src/decorated.js')
  await program.load('src/server.js')
  return program.client(3000)
}

const events: readonly ProofEvent<Client>[] = [
  { name: 'an order', leaks: ['audit.js'], run: async client => { await client.ask('/orders/a', { method: 'POST' }) }, times: 100 },
  { name: 'a price', leaks: ['prices.js'], run: async (client, n) => { await client.ask(`/prices/${n}`) } },
  { name: 'a visit', leaks: ['visits.js'], run: async (client, n) => { await client.ask('/visits', { from: `127.0.${(n >> 8) + 1}.${n & 255}` }) } },
]

export default { leaky: drive(start, events), mended: drive(start, events.map(event => ({ ...event, warmup: 150 }))) } satisfies Driver
