import { EventEmitter } from 'node:events'
import type { Client } from '../client.ts'
import { drive, type Driver } from '../driver.ts'
import type { Loose, Program } from '../program.ts'

interface Rank { readonly client: Client, readonly dispatch: EventEmitter, readonly parts: Loose }

const start = async (program: Program): Promise<Rank> => {
  program.change('src/server.ts', 'const dispatch = new EventEmitter()', 'const dispatch = globalThis.dispatch = new EventEmitter()')
  await program.load('src/server.ts')
  const { dispatch } = globalThis as unknown as { dispatch: EventEmitter }
  dispatch.setMaxListeners(0)
  dispatch.on('ask', () => { setImmediate(() => dispatch.emit('answer', 'yes')) })
  const parts = await Promise.all(['drivers', 'radio'].map(file => program.load(`src/${file}.ts`)))
  return { client: program.client(3000), dispatch, parts: Object.assign({}, ...parts) }
}

export default {
  leaky: drive(start, [
    { name: 'a fare', leaks: ['fares.ts: known.set'], run: async ({ client }, n) => { await client.ask(`/fares/here/place-${n}`) } },
    { name: 'a way without a fare', leaks: ['fares.ts: warned[way]'], run: async ({ client }, n) => { await client.ask(`/ways/way-${n}`) } },
    { name: 'a driver who signs off', leaks: ['drivers.ts: breaks.set'], run: ({ parts }, n) => {
      parts.signOn(`driver ${n}`, 'car')
      parts.signOff(`driver ${n}`)
    }, times: 200 },
    { name: 'a car that nobody waits for', leaks: ['radio.ts: this.channel.once(\'free\'', 'server.ts: emitter.on(\'free\''], run: async ({ client }) => { await client.leave('/cars') } },
    { name: 'an answer that does not come', leaks: ['radio.ts: new Promise(resolve => this.channel.once(\'answer\''], run: async ({ dispatch, parts }) => { await new parts.Radio(dispatch).answer(1) } },
    { name: 'a ride with a parcel', leaks: ['rides.ts'], run: async ({ client }, n) => { await client.ask(`/rides?parcel=${n}`, { method: 'POST' }) } },
    { name: 'a meter', leaks: ['radio.ts: process.on', 'server.ts: hear('], run: async ({ client }) => { await client.ask('/meter') } },
  ]),
  'near-misses': drive(start, [
    { name: 'a fare, until prices change', run: async ({ client }, n) => {
      await client.ask(`/fares/here/place-${n}`)
      await client.ask('/prices', { method: 'PUT' })
    } },
    { name: 'a receipt', run: async ({ client }, n) => {
      await client.ask(`/receipts?of=${n}`)
      await client.ask('/receipts/all')
    } },
    { name: 'a driver who signs off', run: ({ parts }, n) => {
      parts.signOn(`driver ${n}`, 'car')
      parts.signOff(`driver ${n}`)
    } },
    { name: 'a driver who parks, and goes home', run: ({ parts }, n) => {
      parts.signOn(`driver ${n}`, 'car')
      parts.park(`driver ${n}`)
      parts.goHome(`driver ${n}`)
    } },
    { name: 'a car', run: async ({ client, dispatch }) => {
      const asked = client.ask('/cars')
      // whoever asks waits for the next car, and there is one
      while (dispatch.listenerCount('free') < 3) await new Promise(resolve => { setImmediate(resolve) })
      dispatch.emit('free', 'car')
      await asked
    } },
    { name: 'a ride with a parcel', run: async ({ client }, n) => { await client.ask(`/rides?parcel=${n}`, { method: 'POST' }) } },
    { name: 'a meter', run: async ({ client }) => { await client.ask('/meter') } },
    { name: 'a line', run: ({ dispatch }) => {
      const line = new EventEmitter()
      dispatch.emit('connection', line)
      line.emit('open')
      return line
    } },
  ]),
} satisfies Driver
