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
    { name: 'a log', leaks: ['server.js: await pipeline(req, log, { end: false })'], run: async client => { await client.ask('/log', { method: 'POST', body: 'a line' }) }, times: 20 },
    { name: 'a short log', leaks: ['server.js: await pipeline(req, createGzip(), log'], run: async client => { await client.ask('/log/short', { method: 'POST', body: 'a line' }) }, times: 20 },
    { name: 'a print on a channel', leaks: ['server.js: const { port1, port2 }'], run: async client => { await client.leave('/channel', { method: 'POST' }) }, times: 20 },
    { name: 'a print on a pair', leaks: ['server.js: const pair = new MessageChannel() [no-undisposed-resource]'], run: async client => { await client.leave('/pair', { method: 'POST' }) }, times: 20 },
  ]),
  mended: drive(start, [...both,
    { name: 'a check', run: async (client, n) => { await client.ask(`/check?field=field${n}`, { method: 'POST' }) } },
    { name: 'a log', run: async client => { await client.ask('/log', { method: 'POST', body: 'a line' }) } },
  ]),
} satisfies Driver
