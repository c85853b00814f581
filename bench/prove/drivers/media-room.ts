import { EventEmitter } from 'node:events'
import { drive, type Driver, type ProofEvent } from '../driver.ts'
import type { Loose, Program } from '../program.ts'

const start = async (program: Program): Promise<Loose> => {
  const { createRoom } = (await program.load('src/index.js')).default
  return createRoom({ channel: Object.assign(new EventEmitter(), { send: () => {} }) })
}

const events: readonly ProofEvent<Loose>[] = [
  { name: 'a consumer', leaks: ['consumer.js'], run: (room, n) => { room.consume(`consumer ${n}`).close?.() } },
  { name: 'a recording', leaks: ['recording.js'], run: (room, n) => { room.record(`recording ${n}`).stop?.() } },
  { name: 'work within a time', leaks: ['room.js'], run: async room => { await room.within(Promise.resolve(1), 30_000_000) } },
]

export default {
  leaky: drive(start, events),
  mended: drive(start, events),
  'near-misses': drive(start, [
    { name: 'a consumer', run: (room, n) => { room.consume(`consumer ${n}`) } },
    { name: 'another channel', run: room => { room.reconnect(() => new EventEmitter()) } },
  ]),
} satisfies Driver
