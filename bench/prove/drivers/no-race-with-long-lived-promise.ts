import { EventEmitter } from 'node:events'
import { drive, type Driver, type ProofEvent } from '../driver.ts'
import type { Loose, Program } from '../program.ts'

/** Rows and jobs that come when an event says so, for loops that wait for them. */
interface Rows { readonly row: (text: string) => Promise<void>, readonly job: (text: string) => Promise<void>, readonly upstream: Loose, readonly unlessStopping: Loose }

function source(): { next: () => Promise<string>, give: (text: string) => Promise<void> } {
  let take: (text: string) => void = () => {}
  return {
    next: () => new Promise(resolve => { take = resolve }),
    give: async text => {
      take(text)
      await new Promise(resolve => { setImmediate(resolve) })
    },
  }
}

const start = async (program: Program): Promise<Rows> => {
  const { sendRows, Worker } = await program.load('src/rows.ts')
  const { Upstream, unlessStopping } = await program.load('src/upstream.ts')
  const rows = source(), jobs = source()
  void sendRows({ next: async () => ({ value: await rows.next(), done: false }) }, Object.assign(new EventEmitter(), { write: () => true }))
  void new Worker().run(jobs.next)
  return { row: rows.give, job: jobs.give, upstream: new Upstream(), unlessStopping }
}

const row: ProofEvent<Rows> = { name: 'a row', leaks: ['rows.ts: rows.next()'], run: async ({ row }, n) => { await row(`row ${n}`) }, times: 200 }
const job: ProofEvent<Rows> = { name: 'a job', leaks: ['rows.ts: this.stopped'], run: async ({ job }, n) => { await job(`job ${n}`) }, times: 200 }
const ask: ProofEvent<Rows> = { name: 'a question', leaks: ['upstream.ts: this.lost'], run: async ({ upstream }, n) => { await upstream.ask(`question ${n}`) } }

export default {
  leaky: drive(start, [
    row, job, ask,
    { name: 'news', leaks: ['upstream.ts: this.ended'], run: async ({ upstream }, n) => { await upstream.tell(`news ${n}`) } },
    { name: 'an answer, unless the process stops', leaks: ['upstream.ts: answer, stopping'], run: async ({ unlessStopping }, n) => { await unlessStopping(Promise.resolve(`answer ${n}`)) }, times: 200 },
  ]),
  mended: drive(start, [row, job, ask]),
  'near-misses': drive(async program => {
    await program.load('src/server.ts')
    program.change('src/rows.ts', 'setTimeout(resolve, 100)', 'setTimeout(resolve, 100)')
    const { Upstream } = await program.load('src/upstream.ts')
    const upstream = new Upstream()
    upstream.open()
    return { upstream, ...await program.load('src/rows.ts') } as Loose
  }, [
    { name: 'a question', run: async ({ upstream }: Loose, n) => { await upstream.ask(`question ${n}`) } },
    { name: 'the first row', run: async ({ firstRow }: Loose, n) => { await firstRow({ next: async () => ({ value: `row ${n}`, done: false }) }, Object.assign(new EventEmitter(), { write: () => true })) } },
    { name: 'all rows', run: async ({ sendRows }: Loose) => {
      let left = 3
      await sendRows({ next: async () => ({ value: 'row', done: left-- === 0 }) }, { write: () => true })
    } },
  ]),
} satisfies Driver
