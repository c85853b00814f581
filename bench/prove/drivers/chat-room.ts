import type { Client } from '../client.ts'
import { drive, type Driver, type ProofEvent } from '../driver.ts'
import type { Loose, Program } from '../program.ts'

interface Rooms { readonly client: Client, readonly port: number, readonly WebSocket: Loose, readonly parts: Loose }

const start = async (program: Program): Promise<Rooms> => {
  if (program.case === 'mended') program.change('src/history.ts', '1_000', '50')
  await program.load('src/server.ts')
  const parts = Object.assign({}, ...await Promise.all(['history', 'presence', 'rooms', 'subscribe', 'ticker'].map(file => program.load(`src/${file}.ts`))))
  return { client: program.client(3000), port: program.portOf(3000), WebSocket: program.package('ws').WebSocket, parts }
}

const events: readonly ProofEvent<Rooms>[] = [
  { name: 'the history of a room', leaks: ['history.ts'], run: async ({ client }, n) => { await client.ask(`/rooms/room-${n}/history`) } },
  { name: 'a stream that is left', leaks: ['subscribe.ts'], run: async ({ client }, n) => { await client.leave(`/stream?room=${n}`) } },
  { name: 'a count that is left', leaks: ['presence.ts'], run: async ({ client }, n) => { await client.leave(`/rooms/${n}/count`) } },
  { name: 'a member comes and goes', leaks: ['rooms.ts', 'ticker.ts'], run: async ({ port, WebSocket }) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}`)
    await new Promise(resolve => { socket.once('open', resolve) })
    socket.close()
    await new Promise(resolve => { socket.once('close', resolve) })
  }, times: 20 },
]

export default { leaky: drive(start, events), mended: drive(start, events) } satisfies Driver
