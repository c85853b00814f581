import type { Client } from '../client.ts'
import { drive, type Driver, type ProofEvent } from '../driver.ts'
import type { Clock, Loose, Program } from '../program.ts'

interface Metrics { readonly client: Client, readonly parts: Loose, readonly clock: Clock }

const start = async (program: Program): Promise<Metrics> => {
  // the orders are not to be had
  program.outside((_req, res) => { res.destroy() })
  if (program.case === 'mended') {
    program.change('src/counters.js', 'length >= 1_000', 'length >= 100')
    program.change('src/counters.js', 'slice(-500)', 'slice(-50)')
  }
  const clock = program.holdClock()
  await program.load('src/server.js')
  const files = ['counters.js', 'recent.js', 'sessions.cjs', 'visits.js', 'defaults.js']
  return { client: program.client(3000), parts: Object.assign({}, ...await Promise.all(files.map(file => program.load(`src/${file}`)))), clock }
}
const day = async ({ clock }: Metrics): Promise<void> => { for (let hour = 0; hour < 25; hour++) await clock.pass(60 * 60 * 1_000) }

const events: readonly ProofEvent<Metrics>[] = [
  { name: 'a call is counted', leaks: ['counters.js: countByPath[path]', 'counters.js: samples.push'], run: ({ parts }, n) => { parts.counters.count(`/items/${n}`, 3) }, times: 500 },
  { name: 'a request is noted', leaks: ['recent.js'], run: ({ parts }, n) => { parts.note({ path: `/items/${n}`, ip: `10.0.0.${n}` }) }, times: 500 },
  { name: 'a session ends', leaks: ['sessions.cjs: closedAt.set'], run: ({ parts }) => { parts.close(parts.open('guest')) }, times: 500 },
  { name: 'a draft is dropped', leaks: ['sessions.cjs: drafts[id]'], run: ({ parts }, n) => {
    parts.saveDraft(`draft-${n}`, 'text')
    parts.dropDraft(`draft-${n}`)
  }, times: 500 },
  { name: 'a visit', leaks: ['visits.js'], run: ({ parts }, n) => { parts.visit('shop', `visitor ${n}`) }, times: 500 },
  { name: 'relations of a query', leaks: ['defaults.js: relations.push'], run: ({ parts }, n) => { parts.optionsFor({ tenant: `tenant ${n}` }) }, times: 500 },
  { name: 'orders that fail', leaks: ['server.js: slowQueries.push', 'server.js: errors.push'], run: async ({ client }, n) => { await client.ask(`/orders?tenant=${n}&relations=a&relations=b`) } },
]

export default {
  leaky: drive(start, events),
  mended: drive(start, events.map(event => ({ ...event, warmup: 120, times: 100, after: day }))),
} satisfies Driver
