import type { Client } from '../client.ts'
import { drive, type Driver, type ProofEvent } from '../driver.ts'
import type { Program } from '../program.ts'

const start = async (program: Program): Promise<Client> => {
  program.write('src/printer.js', 'import { parentPort } from "node:worker_threads"\nparentPort.on("message", path => { parentPort.postMessage("printed " + path) })\n')
  await program.load('src/server.js')
  return program.client(3000)
}

const both: readonly ProofEvent<Client>[] = [
  { name: 'a trace that is left', leaks: ['server.js: diagnostics.subscribe'], run: async client => { await client.leave('/trace') } },
  { name: 'orders', leaks: ['server.js: upstream.interceptors'], run: async client => { await client.ask('/orders') } },
  { name: 'a print that is left', leaks: ['server.js: printer.on'], run: async client => { await client.leave('/print', { method: 'POST' }) } },
  { name: 'a live order that is left', leaks: ['server.js: const orders = on('], run: async client => { await client.leave('/live') } },
]

export default {
  leaky: drive(start, [...both,
    { name: 'an admin', leaks: ['server.js: app.use(\'/reports\''], run: async client => { await client.ask('/admin') } },
    { name: 'a check', leaks: ['server.js: const isValid'], run: async (client, n) => { await client.ask(`/check?field=field${n}`, { method: 'POST' }) }, times: 20 },
  ]),
  mended: drive(start, [...both,
    { name: 'a check', run: async (client, n) => { await client.ask(`/check?field=field${n}`, { method: 'POST' }) } },
    { name: 'a log', run: async client => { await client.ask('/log', { method: 'POST', body: 'a line' }) } },
  ]),
} satisfies Driver
