import type { Client } from '../client.ts'
import { drive, type Driver, type ProofEvent } from '../driver.ts'
import type { Loose, Program } from '../program.ts'
import { answerRedis } from '../redis-stub.ts'

interface Booking { readonly client: Client, readonly bookings: Loose }

const start = async (program: Program): Promise<Booking> => {
  program.outsidePort(6379, answerRedis)
  // the database is not there: what its client holds is not measured
  program.stub('@prisma/client', 'export class PrismaClient { booking = { findMany: async () => [] }; room = { count: async () => 1 }; async $disconnect() {} }\n')
  program.stub('bullmq', 'export class Queue { async add() {} }\nexport class Worker {}\n')
  await program.load('src/server.ts')
  return { client: program.client(3000), bookings: await program.load(program.case === 'near-misses' ? 'src/clients.ts' : 'src/bookings.ts') }
}

const events: readonly ProofEvent<Booking>[] = [
  { name: 'a price', leaks: ['bookings.ts: new NodeCache'], run: ({ bookings }, n) => { bookings.priceOf(`room ${n % 20}`, 2) } },
  { name: 'a note', leaks: ['bookings.ts: createLogger'], run: async ({ bookings }) => {
    bookings.note('a guest')
    await new Promise(resolve => { setTimeout(resolve, 5) })
  }, times: 20 },
  { name: 'a visit', leaks: ['server.ts: new Redis'], run: async ({ client }) => { await client.ask('/visits') }, times: 10 },
]

export default {
  leaky: drive(start, events),
  mended: drive(start, [...events.map(event => ({ ...event, times: 50 })), { name: 'a warm agent', run: ({ bookings }) => { bookings.warm('here') } }]),
  'near-misses': drive(start, [
    { name: 'a cache of a tenant', run: ({ bookings }, n) => { bookings.cacheOf(n % 2 === 0 ? 'north' : 'south') } },
    { name: 'words that are counted', run: ({ bookings }) => { bookings.count(['a', 'b']) } },
    { name: 'a word that is said', run: ({ bookings }) => { bookings.say('hello') } },
    { name: 'messages that are followed', run: async ({ bookings }) => { (await bookings.follow('news'))() }, times: 20 },
  ]),
} satisfies Driver
