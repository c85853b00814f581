import type { Client } from '../client.ts'
import { drive, type Driver, type ProofEvent } from '../driver.ts'
import type { Loose, Program } from '../program.ts'

interface Reports { readonly client: Client, readonly parts: Loose }

const start = async (program: Program): Promise<Reports> => {
  program.write('reports.log', 'one\ntwo\nthree\n')
  program.outside((_req, res) => { res.end('fed') })
  await program.load('src/server.ts')
  const files = program.case === 'near-misses' ? ['combined', 'signals', 'shutdown'] : ['preview', 'render', 'tail', 'shutdown']
  return { client: program.client(3000), parts: Object.assign({}, ...await Promise.all(files.map(file => program.load(`src/${file}.ts`)))) }
}
/** Node.js 20 keeps something of each AbortSignal.any() with a lasting signal, and all of one that was listened to. */
const ANY = [20]
const lasting = new AbortController()

const events: readonly ProofEvent<Reports>[] = [
  { name: 'a live page that is left', leaks: ['server.ts'], run: async ({ client }) => { await client.leave('/live') } },
  { name: 'a page', leaks: ['render.ts'], run: ({ parts }) => { void parts.render('page', parts.shutdown.signal) }, after: () => new Promise(resolve => { setTimeout(resolve, 80) }) },
  { name: 'a preview', leaks: ['preview.ts'], run: ({ parts }) => { new parts.Preview(parts.shutdown.signal).stop?.() } },
  { name: 'the end of the log', leaks: ['tail.ts: either.addEventListener'], run: async ({ parts }) => { await parts.tail({ destroy: () => {} }) } },
  { name: 'the lines of the log', leaks: ['tail.ts: signal.addEventListener'], run: async ({ parts }) => { await parts.count(lasting.signal) } },
]

export default {
  leaky: drive(start, events),
  mended: drive(start, events.map(event => event.name.includes('of the log') ? { ...event, platformLeaksOn: ANY } : event)),
  'near-misses': drive(start, [
    ...['lines', 'recent', 'latest'].map((name): ProofEvent<Reports> => ({ name, run: async ({ parts }) => { await parts[name]('http://reports/feed') }, platformLeaksOn: ANY })),
    { name: 'deadline', run: async ({ parts }) => { await parts.deadline('http://reports/feed') }, after: () => new Promise(resolve => { setTimeout(resolve, 1_200) }), platformLeaksOn: ANY },
    { name: 'within', run: async ({ parts }) => { await parts.within(new AbortController().signal) }, times: 40, platformLeaksOn: ANY },
    { name: 'a page that is left', run: async ({ client }) => { await client.leave('/') } },
  ]),
} satisfies Driver
