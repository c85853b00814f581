import { EventEmitter } from 'node:events'
import { drive, type Driver, type ProofEvent } from '../driver.ts'
import type { Loose, Program } from '../program.ts'

interface Library { readonly all: Loose, readonly server: EventEmitter, readonly line: Loose, readonly connection: EventEmitter, readonly metrics: Loose }

/** A database that counts what is open, and whose lock is taken. */
const DATABASE = `const opened = new Set()
export async function open(options) {
  const one = { options, diff: async () => 'nothing', lock: async () => { throw new Error('locked') }, migrate: async () => {}, close: async () => { opened.delete(one) } }
  opened.add(one)
  return one
}
`

const start = async (program: Program): Promise<Library> => {
  program.stub('some-database', DATABASE)
  const all = await program.load('src/index.js')
  const { Connection } = await program.load('src/connection.js')
  return { all, server: new EventEmitter(), line: new Connection(), connection: new EventEmitter(), metrics: new all.Metrics() }
}

const events: readonly ProofEvent<Library>[] = [
  { name: 'an agent', leaks: ['agent.js'], run: ({ all }) => { new all.Agent().stop() } },
  { name: 'a consumer', leaks: ['consumer.js'], run: ({ all, line }) => { new all.Consumer(line, 'news').stop() } },
  { name: 'a cursor without rows', leaks: ['cursor.js'], run: ({ all, connection }) => {
    new all.Cursor(connection).submit()
    connection.emit('none')
  } },
  { name: 'a discovery', leaks: ['discovery.js'], run: ({ all }) => {
    const discovery = new all.Discovery()
    discovery.start()
    discovery.stop()
  } },
  { name: 'a gate', leaks: ['gate.js'], run: ({ all, server }) => { new all.Gate({ server }).close() } },
  { name: 'a gauge', leaks: ['metrics.js'], run: ({ metrics }, n) => { metrics.gauge(`gauge ${n}`, n) }, after: ({ metrics }) => { metrics.flush(() => {}) }, times: 200 },
  { name: 'nothing to plan', leaks: ['migrate.js: const database = await connectTo(\'planning\')'], run: async ({ all }) => { await all.plan([]) } },
  { name: 'a lock that is taken', leaks: ['migrate.js: const database = await connectTo(\'applying\')'], run: async ({ all }) => { await all.migrate(['a']).catch(() => {}) } },
  { name: 'a question that fails', leaks: ['watched.js'], run: async ({ all }) => { await new all.Watched().ask('not an address').catch(() => {}) } },
]

export default { leaky: drive(start, events), mended: drive(start, events) } satisfies Driver
