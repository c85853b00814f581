import type { Client } from '../client.ts'
import { drive, type Driver, type ProofEvent } from '../driver.ts'
import type { Program } from '../program.ts'

const start = async (program: Program): Promise<Client> => {
  // answers after the client has left
  program.outside((_req, res) => { setTimeout(() => { res.end('painted') }, 5) })
  await program.load('src/server.ts')
  return program.client(3000)
}

const events: readonly ProofEvent<Client>[] = [
  { name: 'a page that is left', leaks: ['running.ts', 'server.ts: quota.on(', 'server.ts: const beat = setInterval('], run: async client => { await client.leave('/') } },
  { name: 'an upload that is left', leaks: ['server.ts: uploads.set('], run: async client => { await client.leave('/', { method: 'PUT', body: 'half', unended: true }) } },
  { name: 'an operator who leaves', leaks: ['admin.js'], run: async client => { await client.leave('/admin') } },
]
const paths = ['both', 'either', 'aborted', 'swept', 'counted', 'sent', 'mirror']

export default {
  leaky: drive(start, events),
  mended: drive(start, events),
  'near-misses': drive(start, [
    ...paths.map((path): ProofEvent<Client> => ({ name: path, run: async client => { await client.ask(`/${path}`) } })),
    { name: 'left after both', run: async client => { await client.leave('/both') } },
  ]),
} satisfies Driver
