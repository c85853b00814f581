import { drive, type Driver, type ProofEvent } from '../driver.ts'
import { answerPostgres } from '../postgres-stub.ts'
import type { Loose, Program } from '../program.ts'

const start = async (program: Program): Promise<Loose> => {
  program.outsidePort(5432, answerPostgres)
  // ten clients are all that a pool has: with more of them, more than ten events can be seen
  if (program.case === 'leaky') program.change('src/database.ts', 'new Pool()', 'new Pool({ max: 10_000 })')
  const { Database } = await program.load('src/database.ts')
  const { Jobs } = await program.load('src/jobs.ts')
  return new Jobs(new Database())
}
/** What PostgreSQL is never sent. */
const broken = { toPostgres: () => { throw new Error('no text') } }
const event = (name: string, leak: string, run: (jobs: Loose) => Promise<unknown>): ProofEvent<Loose> => ({ name, leaks: [`jobs.ts: ${leak}`], run: async jobs => { await run(jobs).catch(() => {}) }, times: 10 })

const events = [
  event('jobs are counted', 'const rows = await', jobs => jobs.count()),
  event('the first job', 'const session = this.database.openSession() [no-undisposed-resource]', jobs => jobs.first()),
  event('a job that cannot be added', 'const session = this.database.openSession() [no-partial-release]', jobs => jobs.add(broken)),
  event('a job is dropped', 'await this.sessionOf', jobs => jobs.drop('a')),
  event('a job that cannot be finished', 'if (isOwn)', jobs => jobs.finish(broken)),
]

export default { leaky: drive(start, events), mended: drive(start, events.map(event => ({ ...event, times: 50 }))) } satisfies Driver
