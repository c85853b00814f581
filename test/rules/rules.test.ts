import * as parser from '@typescript-eslint/parser'
import { RuleTester } from 'eslint'
import { describe, it } from 'vitest'
import plugin from '../../src/plugin.ts'

RuleTester.describe = describe
RuleTester.it = it

/** Leaky and mended twins of each rule, as they stand in one file. */
const cases: Readonly<Record<string, { readonly valid: readonly string[]; readonly invalid: readonly string[] }>> = {
  'no-unreleased-listener': {
    invalid: [
      `import bus from './bus.js'\nexport function watch(req, res) { process.on('SIGHUP', () => res.end(String(bus))) }`,
      `import { EventEmitter } from 'node:events'\nconst prices = new EventEmitter()\nexport const feed = (req, res) => { prices.on('tick', p => res.write(p)) }`,
    ],
    valid: [
      `import { EventEmitter } from 'node:events'\nexport const feed = (req, res) => { const own = new EventEmitter(); own.on('tick', p => res.write(p)) }`,
      `import { EventEmitter } from 'node:events'\nconst prices = new EventEmitter()\nexport const feed = (req, res) => { const f = p => res.write(p); prices.on('tick', f); res.on('close', () => prices.off('tick', f)) }`,
    ],
  },
  'no-unreleased-abort-listener': {
    invalid: [
      `const shutdown = new AbortController()\nexport const feed = (req, res) => { shutdown.signal.addEventListener('abort', () => res.end(), { once: true }) }`,
      `const shutdown = new AbortController()\nexport const feed = (req, res) => { const own = new AbortController(); AbortSignal.any([own.signal, shutdown.signal]).addEventListener('abort', () => res.end()) }`,
    ],
    valid: [
      `const shutdown = new AbortController()\nexport const feed = (req, res) => { const f = () => res.end(); shutdown.signal.addEventListener('abort', f); res.on('close', () => shutdown.signal.removeEventListener('abort', f)) }`,
      `const shutdown = new AbortController()\nexport const feed = (req, res) => { const own = new AbortController(); AbortSignal.any([own.signal, shutdown.signal]).addEventListener('abort', () => res.end()); res.on('close', () => own.abort()) }`,
      `const shutdown = new AbortController()\nexport const feed = (req, res) => { shutdown.signal.onabort = () => res.end() }`,
    ],
  },
  'no-silenced-listener-warning': {
    invalid: [
      `import { EventEmitter } from 'node:events'\nconst prices = new EventEmitter().setMaxListeners(50)\nEventEmitter.defaultMaxListeners = 0`,
      `import { EventEmitter } from 'node:events'\nconst prices = new EventEmitter()\nprices.setMaxListeners(Infinity)\nexport const feed = (req, res) => { prices.on('tick', p => res.write(p)) }`,
    ],
    valid: [
      `import { EventEmitter } from 'node:events'\nEventEmitter.defaultMaxListeners = 50`,
      `import { EventEmitter } from 'node:events'\nexport const feed = (req, res) => { const own = new EventEmitter(); own.setMaxListeners(0); own.on('tick', p => res.write(p)) }`,
    ],
  },
  'no-ineffective-removal': {
    invalid: [
      `export class Worker { start() { process.on('SIGTERM', this.stop.bind(this)) } stop() { process.off('SIGTERM', this.stop.bind(this)) } }`,
      `const EVERY = 5000\nexport function stop() { clearInterval(EVERY) }`,
    ],
    valid: [
      `export class Worker { constructor() { this.stop = this.stop.bind(this) } start() { process.on('SIGTERM', this.stop) } stop() { process.off('SIGTERM', this.stop) } }`,
      `const timer = setInterval(() => undefined, 5000)\nexport function stop() { clearInterval(timer) }`,
    ],
  },
  'no-unbounded-collection': {
    invalid: [
      `const seen = []\nexport const handler = (req, res) => { seen.push(req.url); res.end() }`,
      `const users = new Set()\nexport const login = (req, res) => { users.add(req.body.name); res.end() }`,
    ],
    valid: [
      `const seen = []\nexport const handler = (req, res) => { seen.push(req.url); if (seen.length > 100) seen.shift(); res.end() }`,
      `export const handler = (req, res) => { const seen = []; seen.push(req.url); res.end(seen.join()) }`,
    ],
  },
  'no-unbounded-cache': {
    invalid: [
      `const pages = new Map()\nexport const page = (req, res) => { if (!pages.has(req.url)) pages.set(req.url, render(req.url)); res.end(pages.get(req.url)) }`,
      `import session from 'express-session'\nexport const sessions = session({ secret: 'x' })`,
    ],
    valid: [
      `const pages = new Map()\nexport const page = (req, res) => { if (pages.size >= 500) pages.clear(); if (!pages.has(req.url)) pages.set(req.url, render(req.url)); res.end(pages.get(req.url)) }`,
      `import session from 'express-session'\nimport { store } from './store.js'\nexport const sessions = session({ secret: 'x', store })`,
    ],
  },
  'no-uncleared-interval': {
    invalid: [
      `export const stream = (req, res) => { setInterval(() => res.write('.'), 1000) }`,
      `export const stream = (req, res) => { const t = setInterval(() => res.write('.'), 1000); t.unref() }`,
    ],
    valid: [
      `export const stream = (req, res) => { const t = setInterval(() => res.write('.'), 1000); res.on('close', () => clearInterval(t)) }`,
      `setInterval(() => console.log('alive'), 60000)`,
    ],
  },
  'no-uncleared-timeout': {
    invalid: [
      `export function ask(socket) { return new Promise((resolve, reject) => { setTimeout(() => reject(new Error('late')), 30000); socket.once('reply', resolve) }) }`,
      `export async function download(url, work) { return Promise.race([work(url), new Promise((_, reject) => { setTimeout(() => reject(new Error('late')), 30000) })]) }`,
    ],
    valid: [
      `export const sleep = ms => new Promise(resolve => { setTimeout(resolve, ms) })`,
      `export function ask(socket) { return new Promise((resolve, reject) => { const t = setTimeout(() => reject(new Error('late')), 30000); socket.once('reply', answer => { clearTimeout(t); resolve(answer) }) }) }`,
    ],
  },
  'no-captured-request': {
    invalid: [
      `export const order = (req, res) => { res.end(); setTimeout(() => console.log(req.body.id), 60000) }`,
      `const DAY = 24 * 60 * 60 * 1000\nexport const order = (req, res) => { res.end(); setTimeout(() => audit(req.user), DAY) }`,
    ],
    valid: [
      `export const order = (req, res) => { const id = req.body.id; res.end(); setTimeout(() => console.log(id), 60000) }`,
      `export const order = (req, res) => { setTimeout(() => res.end(), 50) }`,
    ],
  },
  'no-race-with-long-lived-promise': {
    invalid: [
      `export async function send(rows, left) { while (true) { const row = await Promise.race([rows.next(), left]); if (row.done) return } }`,
      `export async function send(rows, stream) { for (;;) { if (await Promise.any([rows.next(), stream.closed])) return } }`,
    ],
    valid: [
      `export async function send(rows, left) { return await Promise.race([rows.next(), left]) }`,
      `export async function send(rows) { while (true) { const row = await Promise.race([rows.next(), rows.end()]); if (row.done) return } }`,
    ],
  },
  'no-undisposed-resource': {
    invalid: [
      `import { createClient } from 'redis'\nexport const ping = async url => { const client = createClient({ url }); await client.connect(); return await client.ping() }`,
      `import pg from 'pg'\nexport const version = async () => { const pool = new pg.Pool(); const { rows } = await pool.query('SELECT version()'); return rows[0] }`,
    ],
    valid: [
      `import { createClient } from 'redis'\nexport const ping = async (req, res) => { const client = createClient(); try { await client.connect(); res.end(await client.ping()) } finally { client.destroy() } }`,
      `import pg from 'pg'\nconst pool = new pg.Pool()\nexport const health = async (req, res) => { res.json(await pool.query('SELECT 1')) }`,
    ],
  },
  'no-finish-only-cleanup': {
    invalid: [
      `const open = new Map()\nexport const page = (req, res) => { open.set(req.id, res); res.on('finish', () => open.delete(req.id)) }`,
      `export const stream = (req, res) => { const t = setInterval(() => res.write('.'), 1000); const stop = () => clearInterval(t); res.once('finish', stop); req.once('end', stop) }`,
    ],
    valid: [
      `const open = new Map()\nexport const page = (req, res) => { open.set(req.id, res); res.on('close', () => open.delete(req.id)) }`,
      `export const stream = (req, res) => { const t = setInterval(() => res.write('.'), 1000); const stop = () => clearInterval(t); res.once('finish', stop); res.once('close', stop) }`,
      `const open = new Map()\nexport const save = (id, file) => { open.set(id, file); file.on('finish', () => open.delete(id)) }`,
    ],
  },
  'no-client-per-event': {
    invalid: [
      `import { createClient } from 'redis'\nexport const ping = async (req, res) => { const client = createClient(); await client.connect(); res.end(await client.ping()) }`,
      `import { PrismaClient } from '@prisma/client'\nexport const handler = async event => await new PrismaClient().order.findMany({ where: { id: event.id } })`,
    ],
    valid: [
      `import { createClient } from 'redis'\nexport const ping = async (req, res) => { const client = createClient(); try { await client.connect(); res.end(await client.ping()) } finally { client.destroy() } }`,
      `import { PrismaClient } from '@prisma/client'\nconst prisma = new PrismaClient()\nexport const handler = async event => await prisma.order.findMany({ where: { id: event.id } })`,
    ],
  },
  'no-unbounded-metric-labels': {
    invalid: [
      `import { Counter } from 'prom-client'\nconst hits = new Counter({ name: 'hits', help: 'hits', labelNames: ['path'] })\nexport const measure = (req, res) => { hits.inc({ path: req.url }); res.end() }`,
      `import client from 'prom-client'\nconst hits = new client.Histogram({ name: 'hits', help: 'hits', labelNames: ['path'] })\nexport const measure = (req, res) => { hits.labels(req.path).observe(1); res.end() }`,
    ],
    valid: [
      `import { Counter } from 'prom-client'\nconst hits = new Counter({ name: 'hits', help: 'hits', labelNames: ['method'] })\nexport const measure = (req, res) => { hits.inc({ method: req.method }); res.end() }`,
      `import { Counter } from 'prom-client'\nconst hits = new Counter({ name: 'hits', help: 'hits', labelNames: ['path'] })\nexport const measure = (req, res) => { hits.inc({ path: req.route?.path ?? 'none' }); res.end() }`,
    ],
  },
  'no-unreachable-key': {
    invalid: [
      `const tiles = new Map()\nexport const tile = (req, res) => { tiles.set([req.url, req.method], 1); res.end(String(tiles.get([req.url, req.method]))) }`,
      `const seen = new WeakMap()\nexport const see = (req, res) => { seen[req] = Date.now(); res.end() }`,
    ],
    valid: [
      `const tiles = new Map()\nexport const tile = (req, res) => { if (tiles.size > 100) tiles.clear(); tiles.set(req.url, 1); res.end() }`,
      `const seen = new WeakMap()\nexport const see = (req, res) => { seen.set(req, Date.now()); res.end() }`,
    ],
  },
  'no-partial-release': {
    invalid: [
      `const running = new Map()\nexport async function run(id, job) { running.set(id, job); await job.start(); running.delete(id) }`,
      `import { Pool } from 'pg'\nconst pool = new Pool()\nexport async function list(req, res) { const client = await pool.connect(); const { rows } = await client.query('select 1'); client.release(); res.end(String(rows.length)) }`,
    ],
    valid: [
      `const running = new Map()\nexport async function run(id, job) { running.set(id, job); try { await job.start() } finally { running.delete(id) } }`,
      `import { Pool } from 'pg'\nconst pool = new Pool()\nexport async function list(req, res) { const client = await pool.connect(); try { await client.query('select 1') } finally { client.release() } }`,
    ],
  },
  'no-uncleared-performance-entries': {
    invalid: [
      `import { createServer } from 'node:http'\ncreateServer((req, res) => { performance.mark(req.url); res.end() }).listen(3000)`,
      `import { performance } from 'node:perf_hooks'\nsetInterval(() => { performance.measure('beat') }, 1000)`,
    ],
    valid: [
      `import { createServer } from 'node:http'\ncreateServer((req, res) => { performance.mark(req.url); performance.clearMarks(req.url); res.end() }).listen(3000)`,
      `performance.mark('boot')`,
    ],
  },
  'no-module-reload': {
    invalid: [
      `import { createServer } from 'node:http'\ncreateServer(async (req, res) => { res.end((await import('./page.js?t=' + Date.now())).default) }).listen(3000)`,
      `const { createServer } = require('node:http')\ncreateServer((req, res) => { delete require.cache[require.resolve('./page.json')]; res.end(require('./page.json').text) }).listen(3000)`,
    ],
    valid: [
      `import { createServer } from 'node:http'\ncreateServer(async (req, res) => { res.end((await import('./page.js')).default) }).listen(3000)`,
      `const { createServer } = require('node:http')\ncreateServer((req, res) => { res.end(require('./page.json').text) }).listen(3000)`,
    ],
  },
  'no-wrapper-chain': {
    invalid: [
      `import { createServer } from 'node:http'\ncreateServer((req, res) => { const log = console.log; console.log = text => log(req.url, text); res.end() }).listen(3000)`,
      `import { createServer } from 'node:http'\ncreateServer((req, res) => { const { write } = process.stdout; process.stdout.write = text => write(req.url + text); res.end() }).listen(3000)`,
    ],
    valid: [
      `import { createServer } from 'node:http'\ncreateServer((req, res) => { const end = res.end; res.end = text => end.call(res, text + req.url); res.end() }).listen(3000)`,
      `import { createServer } from 'node:http'\ncreateServer((req, res) => { const log = console.log; console.log = text => log(req.url, text); res.end(); console.log = log }).listen(3000)`,
    ],
  },
  'no-unstoppable-loop': {
    invalid: [
      `import { createServer } from 'node:http'\ncreateServer((req, res) => { const poll = () => { res.write('.'); setTimeout(poll, 1000) }; poll() }).listen(3000)`,
      `export async function consume(queue) { await queue.take(); return await consume(queue) }`,
    ],
    valid: [
      `import { createServer } from 'node:http'\ncreateServer((req, res) => { const poll = () => { if (res.destroyed) return; res.write('.'); setTimeout(poll, 1000) }; poll() }).listen(3000)`,
      `export async function consume(queue) { await queue.take(); void consume(queue) }`,
    ],
  },
}

for (const [id, { valid, invalid }] of Object.entries(cases)) {
  for (const [name, languageOptions] of [['espree', {}], ['@typescript-eslint/parser', { parser }]] as const) {
    new RuleTester({ languageOptions }).run(`${id} (${name})`, plugin.rules[id]!, {
      valid: valid.map(code => ({ code, filename: 'server.js' })),
      invalid: invalid.map(code => ({ code, filename: 'server.js', errors: 1 })),
    })
  }
}
