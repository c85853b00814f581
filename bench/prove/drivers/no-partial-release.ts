import { EventEmitter } from 'node:events'
import type { Client } from '../client.ts'
import { drive, type Driver, type ProofEvent } from '../driver.ts'
import { answerPostgres } from '../postgres-stub.ts'
import type { Clock, Loose, Program } from '../program.ts'

interface Renderer { readonly client: Client, readonly parts: Loose, readonly program: Program, readonly clock: Clock | undefined }

const start = (files: readonly string[]) => async (program: Program): Promise<Renderer> => {
  // whoever draws has hung up
  program.outside((_req, res) => { res.destroy() })
  program.outsidePort(5432, answerPostgres)
  // ten clients are all that a pool has: with more of them, more than ten events can be seen
  if (program.case === 'leaky') {
    program.change('src/orders.ts', 'new Pool()', 'new Pool({ max: 10_000 })')
    // no timer fires while it is measured, however slow the machine is
    for (const [file, seconds] of [['src/painter.cjs', '5_000'], ['src/reminders.ts', '60_000'], ['src/reminders.ts', '5_000'], ['src/render.ts', '30_000'], ['src/render.ts', '1_000)']] as const) program.change(file, seconds, seconds.replace('_000', '_000_000'))
  }
  const clock = program.case === 'leaky' ? undefined : program.holdClock()
  if (program.case !== 'near-misses') await program.load('src/server.ts')
  const parts = await Promise.all(files.map(file => program.load(`src/${file}`)))
  return { client: program.case === 'near-misses' ? undefined as never : program.client(3000), parts: Object.assign({}, ...parts.map(part => ({ ...part, ...part.default }))), program, clock }
}
const minute = async ({ clock }: Renderer): Promise<void> => { await clock?.pass(61_000) }
const second = async ({ clock }: Renderer): Promise<void> => { await clock?.pass(1_500) }
const failing = (work: Promise<unknown>): Promise<unknown> => work.then(() => undefined, () => undefined)
const socket = (): object => Object.assign(new EventEmitter(), { send: () => {} })

const events: readonly ProofEvent<Renderer>[] = [
  { name: 'an order that cannot be saved', leaks: ['orders.ts'], run: ({ parts }) => failing(parts.saveOrder({ toPostgres: () => { throw new Error('no id') } }, 1)), times: 10 },
  { name: 'a question without an answer', leaks: ['painter.cjs'], run: ({ parts }) => { parts.ask(socket(), 'who?').catch(() => {}) }, after: minute },
  { name: 'a page that cannot be drawn', leaks: ['render.ts: running.set(job.id, job)', 'render.ts: controller.abort()'], run: ({ parts }, n) => failing(parts.render({ id: `job ${n}`, page: 'a' })) },
  { name: 'a page that cannot be drawn aloud', leaks: ['render.ts: progress.on', 'render.ts: setInterval'], run: ({ parts }, n) => failing(parts.renderAloud({ id: `job ${n}`, page: 'a' }, () => {})) },
  { name: 'an empty page', leaks: ['render.ts: queued.add'], run: ({ parts }, n) => { parts.enqueue({ id: `empty ${n}`, page: '' }) }, times: 200 },
  { name: 'a request that is left', leaks: ['server.ts: answering.set'], run: async ({ client, program }) => {
    const { arrived } = program.asked
    await client.leave('/pages/a')
    // what was begun for it comes to its end
    await program.answered(arrived)
  } },
  { name: 'a viewer', leaks: ['viewers.ts'], run: ({ parts }, n) => {
    parts.enter(`viewer ${n}`, `name ${n}`, {})
    parts.leave(`viewer ${n}`)
  }, times: 200 },
]

export default {
  leaky: drive(start(['orders.ts', 'painter.cjs', 'render.ts', 'reminders.ts', 'viewers.ts']), [
    ...events,
    { name: 'a reminder', leaks: ['reminders.ts: reminders.set'], run: ({ parts }, n) => { parts.remind(`order ${n}`, () => {}) } },
    { name: 'a later one', leaks: ['reminders.ts: timers.push'], run: ({ parts }) => { parts.later(() => {}) } },
    { name: 'a page that cannot be drawn, quietly', leaks: ['render.ts: running.set(job.id, { ...job })', 'render.ts: const deadline'], run: ({ parts }, n) => parts.renderQuietly({ id: `quiet ${n}`, page: 'a' }) },
  ]),
  // fetch has timers of its own, which are due as well
  mended: drive(start(['orders.ts', 'painter.cjs', 'render.ts', 'viewers.ts']), events.map(event => ({ ...event, after: event.after ?? second }))),
  'near-misses': drive(start(['draw.ts', 'finally.ts', 'reminders.ts', 'settle.ts']), [
    ...['render', 'renderLater', 'renderEither', 'renderOrNothing', 'renderTwice', 'count', 'names', 'mark'].map((name): ProofEvent<Renderer> =>
      ({ name, run: async ({ parts }, n) => { await failing(Promise.resolve(parts[name](`job ${n}`))) }, after: minute })),
    { name: 'a reminder', run: ({ parts }, n) => { parts.remind(`order ${n}`, () => {}) }, after: minute },
    { name: 'an alarm', run: ({ parts }, n) => { parts.alarm(`order ${n}`) }, after: minute },
    { name: 'a question', run: ({ parts }, n) => { void failing(parts.ask(socket(), `question ${n}`)) }, after: minute },
    { name: 'alone', run: ({ parts }, n) => parts.exclusively(`lock ${n}`, async () => undefined) },
  ]),
} satisfies Driver
