import { EventEmitter, once } from 'node:events'
import type { Socket } from 'node:net'
import { PassThrough } from 'node:stream'
import { drive, type Driver, type ProofEvent } from '../driver.ts'
import type { Loose, Program } from '../program.ts'

/** Objects that are made once. What only one case has is absent in the other. */
interface Library {
  readonly program: Program
  readonly all: Loose
  readonly incoming: EventEmitter
  readonly outgoing: EventEmitter
  readonly counters: Loose
  readonly queries: Loose
  readonly offers: Loose
  readonly client: EventEmitter
  readonly store: EventEmitter
  /** Calls whose line is lost, and calls that are answered: what the former leave makes the object of the latter grow. */
  readonly calls?: Loose
  readonly answeredCalls?: Loose
  readonly line: EventEmitter
  readonly lines?: Loose
  readonly tree?: Loose
  readonly http: EventEmitter
}

const start = async (program: Program): Promise<Library> => {
  program.stub('nanoid', 'let last = 0\nexport const nanoid = () => `id ${last++}`\n')
  program.outsidePort(7000, answerCall)
  if (program.case === 'leaky') program.change('src/calls.js', '1_000', '1')
  const all = await program.load('src/index.js')
  const store = Object.assign(new EventEmitter(), { put: async () => {} }), line = Object.assign(new EventEmitter(), { send: () => {} })
  new all.Writer(store)
  return {
    program, all, store, line, http: new EventEmitter(), incoming: new EventEmitter(), outgoing: new EventEmitter(),
    client: Object.assign(new EventEmitter(), { subscribe: () => {}, unsubscribe: () => {} }),
    counters: new all.Counters(), queries: new all.Queries(), offers: new all.Offers({ send: () => {} }, 1),
    ...(program.case === 'leaky'
      ? { calls: new all.Calls('answers.internal', 7000), answeredCalls: new all.Calls('answers.internal', 7000) }
      : { lines: new all.Lines(line), tree: new all.Tree() }),
  }
}

/** Answers with the number of the call, or goes away. */
function answerCall(socket: Socket): void {
  socket.on('error', () => {}).on('data', text => {
    if (String(text).includes('lost')) socket.end()
    else socket.write(String(parseInt(String(text), 10)))
  })
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

export default {
  leaky: drive(start, [...events,
    { name: 'a call whose line is lost', leaks: ['calls.js'], run: async ({ program, calls }) => {
      calls.ask('lost', () => {})
      await once(calls.socket, 'close')
      await program.until(() => calls.socket.readyState === 'open', 'a new line')
    } },
    { name: 'a call', run: ({ answeredCalls }) => new Promise<void>(resolve => { answeredCalls.ask('{}', () => { resolve() }) }) },
  ]),
  mended: drive(start, [...events,
    { name: 'a question that is answered', run: async ({ lines }) => {
      const number = lines.next
      await new Promise(resolve => {
        lines.ask('a', resolve)
        lines.onAnswer(number, 'yes')
      })
    } },
    { name: 'a question whose line is lost', run: async ({ lines, line }) => {
      await new Promise(resolve => {
        lines.ask('a', resolve)
        line.emit('state')
      })
    } },
    { name: 'a document that is put in and taken out', run: ({ tree }, n) => {
      const document = { collection: `collection ${n}`, id: 'a' }
      tree.add(document)
      tree.remove(document)
    } },
    { name: 'a feed', run: ({ all }) => {
      const feed = new all.Feed(new PassThrough())
      feed.close()
      return feed
    } },
    { name: 'a model that is let go', run: ({ all }) => {
      const model = new all.Model({ delay: 1, get: () => new EventEmitter() })
      model.fetched = 1
      model.open('a')
      return new Promise<void>(resolve => { model.letGo(resolve) })
    } },
    { name: 'an upload', run: async ({ all }) => { await new all.Uploads({ keys: async () => [], send: async () => {} }).upload() } },
    { name: 'a peer that comes and goes', run: async ({ all, http }) => {
      const server = new all.Server({ server: http })
      const socket = new PassThrough()
      http.emit('upgrade', { url: '/a' }, socket)
      server.close()
      await once(socket.destroy(), 'close')
      return socket
    } },
  ]),
} satisfies Driver
