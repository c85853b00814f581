import type { Client } from '../client.ts'
import { drive, type Driver } from '../driver.ts'
import { answerPostgres } from '../postgres-stub.ts'
import type { Program } from '../program.ts'

/** It has to be compiled; what it holds is not measured. */
const SQLITE = 'export default class SQLite { function() {} prepare() { return { all: () => [] } } close() {} }\n'

const start = async (program: Program): Promise<Client> => {
  program.outsidePort(5432, answerPostgres)
  process.env['DATABASE_URL'] = 'postgres://shop@articles.internal/articles'
  program.stub('better-sqlite3', SQLITE)
  program.change('src/server.ts', '/var/log/', './')
  program.write('picture.svg', '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="200"/>')
  program.change('src/server.ts', 'sharp(req.path)', 'sharp(\'picture.svg\')')
  await program.load('src/server.ts')
  return program.client(3000)
}

export default {
  leaky: drive(start, [
    { name: 'articles', leaks: ['server.ts: const own = drizzle(process.env.DATABASE_URL'], run: async client => { await client.ask('/articles') }, times: 10 },
    { name: 'articles, by a configuration', leaks: ['server.ts: const own = drizzle({ connection'], run: async client => { await client.ask('/articles/config') }, times: 10 },
    { name: 'articles, and the end', run: async client => { await client.ask('/articles/ended?shop=north') } },
    { name: 'articles of one pool', run: async client => { await client.ask('/articles/shared') } },
    { name: 'a line in a log', leaks: ['server.ts: const own = createLogger'], run: async client => { await client.ask('/log', { method: 'POST' }) }, times: 20 },
    { name: 'a live count that is left', leaks: ['server.ts: moves.pipe(map(count => count * 2), filter', 'server.ts: changes.subscribe', 'server.ts: moves.asObservable'], run: async client => { await client.leave('/live') } },
    { name: 'a local count', run: async client => { await client.ask('/local') } },
    { name: 'a reminder', leaks: ['server.ts: schedule.scheduleJob'], run: async client => { await client.ask('/reminders', { method: 'POST' }) }, times: 20 },
    { name: 'a thumbnail that is left', leaks: ['server.ts: sharp.queue.on'], run: async client => { await client.leave('/thumbnail') }, times: 20 },
    { name: 'a thumbnail that is kept', leaks: ['server.ts: const all = new QuickLRU'], run: async (client, n) => { await client.ask(`/thumbnail/article-${n}`, { method: 'PUT' }) } },
  ]),
} satisfies Driver
