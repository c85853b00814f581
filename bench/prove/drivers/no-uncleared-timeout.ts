import { drive, type Driver, type ProofEvent } from '../driver.ts'
import type { Clock, Loose, Program } from '../program.ts'

interface Jobs { readonly all: Loose, readonly clock: Clock | undefined }

const loadAll = (files: readonly string[]) => async (program: Program): Promise<Jobs> => {
  const clock = program.case === 'leaky' ? undefined : program.holdClock()
  // no timer fires while it is measured, however slow the machine is
  if (program.case === 'leaky') for (const [file, seconds] of [['src/fetch-job.ts', '30_000'], ['src/lease.js', '10_000'], ['src/lease.js', '5_000']] as const) program.change(file, seconds, `${seconds}_000`)
  const modules = await Promise.all(files.map(file => program.load(file)))
  return { all: Object.assign({}, ...modules.map(module => ({ ...module, ...module.default }))), clock }
}
const start = loadAll(['src/deadline.js', 'src/fetch-job.ts', 'src/lease.js'])
/** Milliseconds that do not pass while it is measured. */
const LONG = 30_000_000
const job = (): object => ({ extendLock: () => {} })

/** Less than what an idle connection of fetch is kept for: another one in each batch would be measured as well. */
const second = async ({ clock }: Jobs): Promise<void> => { await clock?.pass(1_500) }

const both: readonly ProofEvent<Jobs>[] = [
  { name: 'work within a deadline', leaks: ['deadline.js: setTimeout(reject, ms, new Error'], run: async ({ all }) => { await all.within(Promise.resolve(1), LONG) } },
  { name: 'a lease', leaks: ['lease.js: this.timer = setTimeout('], run: ({ all }) => { new all.Lease(job()).stop() } },
  { name: 'a job is fetched', leaks: ['fetch-job.ts: setTimeout(() => controller.abort()'], run: async ({ all }, n) => { await all.fetchJob(String(n)) } },
  { name: 'a job is fetched, or given up', leaks: ['fetch-job.ts: sleep(LIMIT)'], run: async ({ all }, n) => { await all.fetchOrGiveUp(String(n)) } },
  { name: 'a reminder', leaks: ['lease.js: reminders.set('], run: ({ all }, n) => { all.remind(`job ${n}`, () => {}) }, after: async ({ clock }) => { await clock?.pass(6_000) } },
]

export default {
  leaky: drive(start, [
    ...both,
    { name: 'work within a deadline on one line', leaks: ['deadline.js: withinOneLine'], run: async ({ all }) => { await all.withinOneLine(Promise.resolve(1), LONG) } },
    { name: 'a deadline', leaks: ['deadline.js: setTimeout(() => reject('], run: ({ all }) => { all.deadline(LONG).catch(() => {}) } },
  ]),
  // fetch has timers of its own, which are due as well
  mended: drive(start, both.map(event => ({ ...event, times: 200, after: event.after ?? second }))),
  'near-misses': drive(loadAll(['src/cleared.ts', 'src/not-a-deadline.ts', 'src/records.ts', 'src/rearmed.ts']), [
    { name: 'within', run: async ({ all }) => { await all.within(Promise.resolve(1), LONG) } },
    { name: 'timed', run: async ({ all }) => { await all.timed(async () => 1) } },
    { name: 'answered', run: async ({ all }) => { await all.answered(Promise.resolve(1)) } },
    { name: 'settled', run: async ({ all }) => { await all.settled((done: () => void) => { done() }) } },
    { name: 'limited', run: async ({ all }) => { await all.limited(async () => 1) } },
    { name: 'asked', run: async ({ all }) => { await (await all.asked('http://jobs.internal/')).text() }, times: 200, after: second },
    { name: 'a lock', run: ({ all }, n) => { all.lock(`lock ${n}`) }, after: async ({ clock }) => { await clock!.pass(31_000) } },
    { name: 'saved and flushed soon', run: ({ all }) => {
      all.saveSoon(() => {})
      all.flushSoon(() => {})
      all.soon(() => {}, () => {})
    }, after: async ({ clock }) => { await clock!.pass(3_000) } },
    { name: 'a lease', run: ({ all }) => { new all.Lease({ extend: () => {} }).release() } },
    { name: 'a reply', run: async ({ all }) => {
      const replies = new all.Replies(), next = replies.next()
      replies.receive('yes')
      await next
    } },
  ]),
} satisfies Driver
