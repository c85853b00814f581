import type { Client } from '../client.ts'
import { drive, type Driver, type ProofEvent } from '../driver.ts'
import type { Program } from '../program.ts'

interface Pages { readonly client: Client, readonly program: Program }

const start = async (program: Program): Promise<Pages> => {
  // answers after the client has left
  program.outside((_req, res) => { setTimeout(() => { res.end('painted') }, 5) })
  await program.load('src/server.ts')
  return { client: program.client(3000), program }
}

const events: readonly ProofEvent<Pages>[] = [
  { name: 'a page that is left', leaks: ['running.ts', 'server.ts: quota.on(', 'server.ts: const beat = setInterval('], run: async ({ client, program }) => {
    const { arrived } = program.asked
    await client.leave('/')
    await program.answered(arrived)
  } },
  { name: 'an upload that is left', leaks: ['server.ts: uploads.set('], run: async ({ client }) => { await client.leave('/', { method: 'PUT', body: 'half', unended: true }) } },
  { name: 'an operator who leaves', leaks: ['admin.js'], run: async ({ client }) => { await client.leave('/admin') } },
]
const paths = ['both', 'either', 'aborted', 'swept', 'counted', 'sent', 'mirror']

export default {
  leaky: drive(start, events),
  mended: drive(start, events),
  'near-misses': drive(start, [
    ...paths.map((path): ProofEvent<Pages> => ({ name: path, run: async ({ client }) => { await client.ask(`/${path}`) } })),
    { name: 'left after both', run: async ({ client }) => { await client.leave('/both') } },
  ]),
} satisfies Driver
