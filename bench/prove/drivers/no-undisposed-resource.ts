import { drive, type Driver, type ProofEvent } from '../driver.ts'
import { answerPostgres } from '../postgres-stub.ts'
import type { Loose, Program } from '../program.ts'
import { answerRedis } from '../redis-stub.ts'

const start = async (program: Program): Promise<Loose> => {
  program.outsidePort(5432, answerPostgres)
  program.outsidePort(6379, answerRedis)
  program.stub('mongodb', 'export class MongoClient { db() { return { collection: () => ({ findOne: async () => null }) } } static async connect() { return new MongoClient() } }\n')
  return await program.load(program.case === 'near-misses' ? 'src/owned.ts' : 'src/checks.ts')
}

const events: readonly ProofEvent<Loose>[] = [
  { name: 'a ping of Redis', leaks: ['checks.ts: createClient('], run: async ({ pingRedis }) => { await pingRedis('redis://cache') }, times: 10 },
  { name: 'the version of Postgres', leaks: ['checks.ts: new Pool('], run: async ({ postgresVersion }) => { await postgresVersion() }, times: 10 },
  { name: 'the last order', leaks: ['checks.ts: new Redis('], run: async ({ lastOrder }) => { await lastOrder() }, times: 10 },
]

export default {
  leaky: drive(start, events),
  mended: drive(start, events.map(event => ({ ...event, times: 40 }))),
  'near-misses': drive(start, [
    { name: 'a counter', run: async ({ counterOf }: Loose) => {
      const counter = counterOf('visits')
      await counter.next()
      counter.stop()
    }, times: 30 },
    { name: 'one for all', run: async ({ Clients }: Loose) => { await (globalClients ??= new Clients()).ofTenant() } },
  ]),
} satisfies Driver

let globalClients: Loose
