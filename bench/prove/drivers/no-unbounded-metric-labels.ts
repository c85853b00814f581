import type { Client } from '../client.ts'
import { drive, type Driver, type ProofEvent } from '../driver.ts'
import type { Loose, Program } from '../program.ts'

interface Tickets { readonly client: Client, readonly plain: Client | undefined, readonly metrics: Loose, readonly measure: Loose, readonly job: Loose }

/** The worker's function, without the queue in Redis that would call it. */
const BULLMQ = 'export class Worker { constructor(name, work) { globalThis.workOf = work } }\n'

const start = async (program: Program): Promise<Tickets> => {
  program.stub('bullmq', BULLMQ)
  await program.load('src/server.ts')
  const { measure } = program.case === 'leaky' ? await program.load('src/plain.js') : {} as Loose
  return {
    client: program.client(3000), plain: program.case === 'leaky' ? program.client(3001) : undefined, measure,
    metrics: program.case === 'near-misses' ? undefined : await program.load('src/metrics.ts'), job: (globalThis as Loose).workOf,
  }
}

const events: readonly ProofEvent<Tickets>[] = [
  { name: 'a path is counted', leaks: ['metrics.ts'], run: ({ metrics }, n) => { metrics.count('GET', `/path/${n}`) }, times: 200 },
  { name: 'a job', leaks: ['mails.ts'], run: async ({ job }, n) => { await job({ name: 'confirm', id: n }) }, times: 200 },
  { name: 'a page that is not there', leaks: ['server.ts: end({ route', 'server.ts: requests.labels('], run: async ({ client }, n) => { await client.ask(`/nothing/${n}`) } },
  { name: 'a seat', leaks: ['server.ts: sizes.observe', 'server.ts: log4js', 'server.ts: winston', 'server.ts: new Counter'], run: async ({ client }, n) => { await client.ask(`/seats/${n}`) } },
]

export default {
  leaky: drive(start, [
    ...events,
    { name: 'a hit', leaks: ['plain.js: hits.inc({ path })'], run: async ({ plain }, n) => { await plain!.ask(`/hit/${n}`) } },
    { name: 'a measured request', leaks: ['plain.js: hits.inc(labels)'], run: ({ measure }, n) => { measure({ path: `/measured/${n}` }, {}, () => {}) }, times: 200 },
  ]),
  mended: drive(start, events.map(event => event.name === 'a path is counted' ? { ...event, run: ({ metrics }: Tickets) => { metrics.count('GET', 'any') } } : event)),
  'near-misses': drive(start, [
    { name: 'a seat', run: async ({ client }, n) => { await client.ask(`/seats/${n}`) } },
    { name: 'a book is lent', run: async ({ client }, n) => { await client.ask(`/lend/book-${n}?kind=${n % 2 === 0 ? 'card' : `other-${n}`}`) } },
    { name: 'a stream that is left', run: async ({ client }) => { await client.leave('/stream') } },
  ]),
} satisfies Driver
