import type { Client } from '../client.ts'
import { drive, type Driver, type ProofEvent } from '../driver.ts'
import { answerPostgres } from '../postgres-stub.ts'
import type { Loose, Program } from '../program.ts'

interface Mails { readonly client: Client, readonly mailer: Loose }

const start = async (program: Program): Promise<Mails> => {
  program.outsidePort(5432, answerPostgres)
  program.write('render.js', 'import { parentPort } from "node:worker_threads"\nparentPort.on("message", () => {})\n')
  await program.load('src/server.ts')
  return { client: program.client(3000), mailer: (await program.load('src/mailer.ts')).Mailer }
}

/** A thread costs a tenth of a second, and megabytes. */
const events: readonly ProofEvent<Mails>[] = [
  { name: 'new settings', leaks: ['mailer.ts'], run: async ({ client }) => { await client.ask('/settings?host=mail', { method: 'PUT' }) }, after: () => pause(800), times: 3, warmup: 2 },
]
const pause = (milliseconds: number): Promise<void> => new Promise(resolve => { setTimeout(resolve, milliseconds) })

export default {
  leaky: drive(start, events),
  mended: drive(start, events.map(event => ({ ...event, times: 15 }))),
  'near-misses': drive(start, [
    { name: 'new settings', run: async ({ client }) => { await client.ask('/settings?host=mail', { method: 'PUT' }) } },
  ]),
} satisfies Driver
