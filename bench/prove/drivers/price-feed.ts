import { EventEmitter } from 'node:events'
import { drive, type Driver, type ProofEvent } from '../driver.ts'
import type { Loose, Program } from '../program.ts'
import { answerRedis } from '../redis-stub.ts'

interface Prices { readonly cluster: EventEmitter, readonly feed: Loose }

const start = async (program: Program): Promise<Prices> => {
  program.outsidePort(6379, answerRedis)
  program.outsidePort(4000, socket => { socket.on('error', () => {}).resume() })
  program.write('rates.js', 'import { parentPort } from "node:worker_threads"\nparentPort.on("message", () => {})\n')
  const feed = await program.load('src/feed.ts'), cluster = new EventEmitter()
  new feed.Feed(cluster).start()
  return { cluster, feed }
}
const pause = (milliseconds: number): Promise<void> => new Promise(resolve => { setTimeout(resolve, milliseconds) })

const events: readonly ProofEvent<Prices>[] = [
  { name: 'another host', leaks: ['feed.ts: const upstream = new Upstream'], run: async ({ cluster }, n) => {
    cluster.emit('moved', `host-${n}`)
    await pause(5)
  }, times: 20 },
  { name: 'a host is gone', leaks: ['feed.ts: this.subscriber = new Redis'], run: async ({ cluster }) => {
    cluster.emit('gone')
    await pause(20)
  }, times: 10 },
  { name: 'the hosts', leaks: ['feed.ts: this.beat = setInterval'], run: ({ cluster }) => { cluster.emit('hosts', ['a']) } },
  { name: 'another table', leaks: ['feed.ts: rates = new Worker'], run: async ({ feed }, n) => { await feed.useTable(`table ${n}`) }, after: () => pause(200), times: 3, warmup: 2 },
]

export default { leaky: drive(start, events), mended: drive(start, events.map(event => event.name === 'another table' ? { ...event, times: 6 } : event)) } satisfies Driver
