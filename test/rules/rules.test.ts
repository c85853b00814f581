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
      `import { createClient } from 'redis'\nexport const ping = async (req, res) => { const client = createClient(); await client.connect(); res.end(await client.ping()) }`,
      `import pg from 'pg'\nexport const health = async (req, res) => { const pool = new pg.Pool(); res.json(await pool.query('SELECT 1')) }`,
    ],
    valid: [
      `import { createClient } from 'redis'\nexport const ping = async (req, res) => { const client = createClient(); try { await client.connect(); res.end(await client.ping()) } finally { client.destroy() } }`,
      `import pg from 'pg'\nconst pool = new pg.Pool()\nexport const health = async (req, res) => { res.json(await pool.query('SELECT 1')) }`,
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
}

for (const [id, { valid, invalid }] of Object.entries(cases)) {
  for (const [name, languageOptions] of [['espree', {}], ['@typescript-eslint/parser', { parser }]] as const) {
    new RuleTester({ languageOptions }).run(`${id} (${name})`, plugin.rules[id]!, {
      valid: valid.map(code => ({ code, filename: 'server.js' })),
      invalid: invalid.map(code => ({ code, filename: 'server.js', errors: 1 })),
    })
  }
}
