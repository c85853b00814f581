import { EventEmitter, once } from 'node:events'
import http from 'node:http'
import net from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import type { Client } from '../client.ts'
import { drive, type Driver } from '../driver.ts'
import type { Loose, Program } from '../program.ts'

interface Hub {
  readonly client: Client
  /** Greets as a door of that name, and goes. */
  readonly greet: (name: string) => Promise<void>
  readonly parts: Loose
  /** To the carrier, which repeats what it is told. */
  readonly line: Loose
  readonly questions: Loose
  readonly port: Loose
  readonly rates: Loose
  readonly changes: EventEmitter
  /** Waits until the carrier ended one more of the connections that it tracks parcels on. */
  readonly trackingEnded: (before: number) => Promise<void>
  readonly ended: () => number
}

/** More than the buffers of a socket and of two streams take, so that a client can leave in the midst of it. */
const LARGE = 'paper '.repeat(2 ** 20)

const start = async (program: Program): Promise<Hub> => {
  let ended = 0
  program.outsidePort(7000, socket => { socket.on('error', () => {}).pipe(socket) })
  // it tells where the parcel is, and goes
  program.outsidePort(7001, socket => { socket.on('error', () => {}).on('close', () => { ended += 1 }).resume().end('here') })
  program.outsidePort(7002, socket => { socket.on('error', () => {}).resume() })
  program.write('paper', LARGE)
  program.change('src/server.ts', '60_000', '50')
  if (program.case === 'near-misses') {
    program.change('src/belt.ts', '60_000', '50')
    program.change('src/labels.ts', '6_000', '5')
  }
  // a socket has no ping of its own
  program.change('src/server.ts', 'connect(7000)', 'Object.assign(connect(7000), { ping: done => { setImmediate(done) } })')
  program.change('src/server.ts', 'new Server(7003)', 'globalThis.doors = new Server(7003)')
  // nobody else can answer
  program.change('src/carrier.ts', '#answers = new EventEmitter()', '#answers = globalThis.answered(new EventEmitter())')
  Object.assign(globalThis, { answered })
  await program.load('src/server.ts')
  const parts: Loose = Object.assign({}, ...await Promise.all(['carrier', 'rates', ...(program.case === 'near-misses' ? ['belt', 'labels'] : [])].map(file => program.load(`src/${file}.ts`))))
  const carrier = Object.assign(net.connect(7000), { ping: (done: () => void) => { setImmediate(done) } })
  const port = new parts.Port(carrier), changes = new EventEmitter(), rates = new parts.Rates(changes)
  port.open()
  await rates.start()
  return {
    client: program.client(3000), greet: await greeterOf(program), parts, line: parts.line(carrier.setMaxListeners(0)), questions: new parts.Questions(carrier), port, rates, changes,
    ended: () => ended,
    trackingEnded: before => program.until(() => ended > before, 'the carrier to end a connection'),
  }
}

async function greeterOf(program: Program): Promise<Hub['greet']> {
  const { io } = program.package('socket.io-client'), { doors } = globalThis as Loose
  await program.listening(7003)
  const url = `http://127.0.0.1:${program.portOf(7003)}`
  return async name => {
    const connected = once(doors, 'connection')
    const door = io(url, { transports: ['websocket'], forceNew: true, reconnection: false })
    door.emit('door:greet', name)
    const [socket] = await connected as [EventEmitter]
    // what a door says and does at once is not heard
    await once(socket, 'door:greet')
    const gone = once(socket, 'disconnect')
    door.disconnect()
    await gone
  }
}

/** Whoever waits for an answer gets one. */
function answered(answers: EventEmitter): EventEmitter {
  return answers.on('newListener', (id: string) => { if (id !== 'error') setImmediate(() => answers.emit(id, 'north')) })
}

/** A text that a list has once more takes eight bytes: too few to be seen of one call. */
function askOften(ask: () => unknown): void {
  for (let count = 0; count < 5; count++) ask()
}

export default {
  leaky: drive(start, [
    { name: 'a parcel', leaks: ['carrier.ts: this.waiting[id]', 'carrier.ts: socket.once(\'error\'', 'carrier.ts: return await Promise.race'], run: async ({ client }, n) => { await client.ask(`/parcels/parcel-${n}`) } },
    { name: 'a check', leaks: ['carrier.ts: socket.once(\'error\''], run: async ({ line }) => { await line.check() } },
    { name: 'a question', leaks: ['carrier.ts: this.waiting[id]'], run: async ({ questions }, n) => { await questions.ask(`parcel-${n}`) } },
    { name: 'an answer', leaks: ['carrier.ts: return await Promise.race'], run: async ({ port }, n) => { await port.ask(`parcel-${n}`) } },
    { name: 'tracking that the carrier ends', leaks: ['carrier.ts: this.session.on(\'ended\''], run: async ({ client, ended, trackingEnded }) => {
      const before = ended()
      await client.ask('/tracking', { method: 'POST' })
      await trackingEnded(before)
    }, after: () => pause(150) },
    { name: 'a depot', leaks: ['carrier.ts: process.once(\'exit\''], run: async ({ client }) => { await client.ask('/depots/7002') } },
    { name: 'a door that is gone', leaks: ['doors.js'], run: async ({ greet }, n) => { await greet(`door ${n}`) }, after: () => pause(50) },
    // a list that is long already grows in long steps: what adds to one list alone comes first
    { name: 'rates of light parcels', leaks: ['rates.ts: known.push'], run: ({ rates }) => { askOften(() => rates.find(undefined, false)) }, times: 100 },
    { name: 'rates of heavy parcels', leaks: ['rates.ts: fields.push', 'rates.ts: known.push'], run: ({ rates }) => { askOften(() => rates.find(undefined, true)) }, times: 100 },
    { name: 'changed rates', leaks: ['rates.ts: this.#timer'], run: ({ changes }) => { changes.emit('changed') } },
    { name: 'a paper that is left', leaks: ['server.ts: paper.read().pipe(res)'], run: async ({ client }) => { await client.leave('/papers/paper') }, times: 15 },
  ]),
  'near-misses': drive(start, [
    { name: 'a parcel', run: async ({ client }, n) => { await client.ask(`/parcels/parcel-${n}`) } },
    { name: 'tracking that the carrier ends', run: async ({ client, ended, trackingEnded }) => {
      const before = ended()
      await client.ask('/tracking', { method: 'POST' })
      await trackingEnded(before)
    }, after: () => pause(150) },
    { name: 'a depot', run: async ({ client }) => { await client.ask('/depots/7002') } },
    { name: 'a door that is gone', run: async ({ greet }, n) => { await greet(`door ${n}`) }, after: () => pause(50) },
    { name: 'rates of heavy parcels', run: ({ rates }) => { askOften(() => [rates.find(undefined, true), rates.narrow(undefined), rates.narrow(['zone'])]) } },
    { name: 'rates of heavy parcels that are asked for', run: async ({ client }) => { await client.ask('/rates?fields=price&fields=zone&heavy') } },
    { name: 'changed rates', run: ({ changes }) => { changes.emit('changed') } },
    { name: 'prices that start, change and stop', run: ({ parts, changes }) => {
      const prices = new parts.Prices(changes)
      prices.start()
      changes.emit('changed')
      prices.stop()
      return prices
    } },
    { name: 'a paper', run: async ({ client }) => { await client.ask('/papers/bill') } },
    { name: 'a belt that moves', run: async ({ client }) => { await client.ask('/belt?code=a') } },
    { name: 'a label', run: ({ parts }) => {
      parts.labelOf(['name', 'street'])
      parts.byStreet([{ street: 'north' }, { street: 'south' }])
    } },
    { name: 'a locker', run: async ({ client }, n) => {
      await client.ask(`/lockers/parcel-${n}`, { method: 'POST' })
      if (n % 2 === 0) await client.ask(`/lockers/parcel-${n}`, { method: 'DELETE' })
    }, after: () => pause(150) },
    { name: 'a scan', run: async ({ client }, n) => { await client.ask(`/scans/parcel-${n}`) } },
    { name: 'a gate that opens and closes', run: async ({ parts }) => {
      const server = http.createServer()
      new parts.Scales(server)
      const gate = new parts.Gate(server)
      await once(server.listen(0), 'listening')
      gate.stop()
      await once(server, 'close')
      return gate
    } },
    { name: 'a gate that never opens', run: async ({ client }) => { await client.ask('/gates', { method: 'POST' }) }, after: () => pause(150) },
  ]),
} satisfies Driver
