import { EventEmitter } from 'node:events'
import type { Client } from '../client.ts'
import { drive, type Driver, type ProofEvent } from '../driver.ts'
import type { Loose, Program } from '../program.ts'

interface Feed { readonly client: Client, readonly prices: Client | undefined, readonly parts: Loose }

const start = async (program: Program): Promise<Feed> => {
  program.write('convert-worker.js', 'import { parentPort } from "node:worker_threads"\nparentPort.on("message", ({ id, amount }) => { parentPort.postMessage({ id, amount }) })\n')
  await program.load('src/server.ts')
  const isLeaky = program.case === 'leaky'
  if (isLeaky) await program.load('src/compiled-to-commonjs.cts')
  const files = ['alert.ts', 'converter.cjs', 'feed.ts', 'orders.ts', 'trends.ts']
  const parts = Object.assign({}, ...await Promise.all(files.map(file => program.load(`src/${file}`)))) as Loose
  parts.exchange.on('order', ({ id }: { id: string }) => { parts.exchange.emit(`filled:${id}`, 1) })
  return { client: program.client(3000), prices: isLeaky ? program.client(3001) : undefined, parts }
}
const socket = (): Loose => Object.assign(new EventEmitter(), { send: () => {} })

const events: readonly ProofEvent<Feed>[] = [
  { name: 'a stream that is left', leaks: ['watch.ts', 'server.ts: shutdown.signal'], run: async ({ client }) => { await client.leave('/stream') } },
  { name: 'the last price', leaks: ['server.ts: feed.addListener'], run: async ({ client }) => { await client.leave('/last') }, after: () => new Promise(resolve => { setTimeout(resolve, 550) }) },
  { name: 'a conversion', leaks: ['converter.cjs'], run: async ({ parts }) => { await parts.convert(1, 'EUR', 'USD') } },
  { name: 'an order', leaks: ['orders.ts'], run: async ({ parts }) => { await parts.place({ symbol: 'EUR', amount: 1 }) } },
  { name: 'an alert', leaks: ['alert.ts'], run: ({ parts }) => { new parts.Alert(socket(), 100).stop() } },
  { name: 'trends', leaks: ['trends.ts'], run: ({ parts }) => {
    const peer = socket()
    parts.sendTrends(peer)
    peer.emit('close')
  } },
  { name: 'another request on the same connection', leaks: ['server.ts: req.socket.on'], run: async ({ client }) => { await client.ask('/health') } },
  { name: 'a trace', leaks: ['admin.js'], run: async ({ client }) => { await client.ask('/trace', { method: 'POST' }) }, times: 20 },
]

export default {
  leaky: drive(start, [
    ...events,
    { name: 'prices that are left', leaks: ['compiled-to-commonjs.cts'], run: async ({ prices }) => { await prices!.leave('/prices') } },
    { name: 'all prices, left', leaks: ['server.ts: on(feed'], run: async ({ client }) => { await client.leave('/all') } },
  ]),
  mended: drive(start, [...events, { name: 'all prices, left', run: async ({ client }) => { await client.leave('/all') } }]),
  'near-misses': drive(async program => {
    const files = ['by-reference', 'by-signal', 'elsewhere', 'feed', 'request-local', 'setup', 'connections']
    return Object.assign({}, ...await Promise.all(files.map(file => program.load(`src/${file}.ts`)))) as Loose
  }, [
    { name: 'an arrow field', run: ({ ArrowFieldWatcher }: Loose) => { new ArrowFieldWatcher().close() } },
    { name: 'bound in the constructor', run: ({ BoundWatcher }: Loose) => { new BoundWatcher().destroy() } },
    { name: 'bound and stored', run: ({ StoredWatcher }: Loose) => { new StoredWatcher()[Symbol.dispose]() } },
    { name: 'the first above', run: async ({ firstAbove, feed }: Loose) => {
      const first = firstAbove(100)
      feed.emit('quote', { symbol: 'EUR', price: 101 })
      await first
    } },
    { name: 'the next, or a failure', run: async ({ nextOrFailure, feed }: Loose) => {
      const next = nextOrFailure('EUR')
      feed.emit('quote', { symbol: 'EUR', price: 101 })
      await next
    } },
    { name: 'a list of listeners', run: ({ ClientListeners }: Loose) => {
      const listeners = new ClientListeners()
      listeners.add('EUR', () => {})
      listeners.dispose()
    } },
    { name: 'a clock', run: ({ ClockWatcher }: Loose) => { new ClockWatcher().stop() } },
    { name: 'ticks', run: async ({ countTicks }: Loose) => { await countTicks(1) } },
    { name: 'announced again', run: ({ announce }: Loose) => { announce() } },
    { name: 'during some work', run: async ({ during }: Loose) => { await during(Promise.resolve(1), () => {}) } },
    { name: 'collected', run: async ({ collect }: Loose) => { await collect(1) } },
    { name: 'a ticker', run: ({ TickerClient }: Loose) => { new TickerClient({ write: () => {} }).close() } },
    { name: 'followed again', run: ({ follow }: Loose) => { follow(() => {}) } },
    { name: 'mirrored once', run: ({ startMirroring }: Loose) => { startMirroring(() => {}) } },
    { name: 'a replay', run: ({ replay }: Loose) => { replay({ end: () => {} }) } },
  ]),
} satisfies Driver
