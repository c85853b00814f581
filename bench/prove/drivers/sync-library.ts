import { EventEmitter } from 'node:events'
import { drive, type Driver, type ProofEvent } from '../driver.ts'
import type { Loose, Program } from '../program.ts'

interface Library { readonly all: Loose, readonly incoming: EventEmitter, readonly outgoing: EventEmitter, readonly counters: Loose, readonly queries: Loose, readonly offers: Loose, readonly client: EventEmitter, readonly store: EventEmitter }

const start = async (program: Program): Promise<Library> => {
  program.write('node_modules/hat/index.js', 'let last = 0\nmodule.exports = () => `id ${last++}`\n')
  const all = await program.load('src/index.js')
  const store = Object.assign(new EventEmitter(), { put: async () => {} })
  new all.Writer(store)
  return { all, incoming: new EventEmitter(), outgoing: new EventEmitter(), counters: new all.Counters(), queries: new all.Queries(), offers: new all.Offers({ send: () => {} }, 1), client: Object.assign(new EventEmitter(), { subscribe: () => {}, unsubscribe: () => {} }), store }
}

const events: readonly ProofEvent<Library>[] = [
  { name: 'a bridge', leaks: ['bridge.js'], run: ({ all, incoming, outgoing }) => { new all.Bridge(incoming, outgoing).close() } },
  { name: 'a count up and down', leaks: ['counters.js'], run: ({ counters }, n) => {
    counters.increment(`group ${n}`, 'a')
    counters.decrement(`group ${n}`, 'a')
  } },
  { name: 'a query', leaks: ['queries.js'], run: ({ queries }, n) => {
    const query = { collection: `collection ${n}`, hash: 'a' }
    queries.add(query)
    queries.remove(query)
  } },
  { name: 'a watch', leaks: ['watches.js'], run: ({ all }, n) => { all.watch(`watch ${n}`, () => {}).cancel() } },
  { name: 'a channel', leaks: ['channels.js'], run: ({ all, client }, n) => {
    all.channels.subscribe(client, `channel ${n}`, () => {})
    all.channels.unsubscribe(client, `channel ${n}`)
  } },
  { name: 'an offer', leaks: ['offers.js: const peer'], run: async ({ offers }) => {
    offers.offer(1)
    await new Promise(resolve => setTimeout(resolve, 2))
  } },
  { name: 'a ticket', leaks: ['offers.js: this.tickets['], run: ({ offers }) => { const id = offers.ticket('a'); offers.use?.(id) } },
  { name: 'a write', leaks: ['locks.js'], run: async ({ store }, n) => {
    store.emit('message', `document ${n}`, 'text')
    await new Promise(resolve => setImmediate(resolve))
  } },
]

export default { leaky: drive(start, events), mended: drive(start, events) } satisfies Driver
