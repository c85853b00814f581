import http from 'node:http'
import net from 'node:net'
import { type Case, drive, type Driver, type ProofEvent } from '../driver.ts'
import type { Clock, Loose, Program } from '../program.ts'

interface Sockets { readonly chat: number, readonly other: number | undefined, readonly clock: Clock | undefined, readonly WebSocket: Loose }

/** What serves on a server that it is given. */
const SERVES: Readonly<Partial<Record<Case, string>>> = { leaky: 'src/prices.js', 'near-misses': 'src/echo.ts' }

const start = async (program: Program): Promise<Sockets> => {
  const clock = program.case === 'mended' ? program.holdClock() : undefined
  await program.load('src/server.ts')
  const file = SERVES[program.case]
  if (file !== undefined) {
    const { echo, servePrices } = await program.load(file), server = http.createServer()
    if (program.case === 'leaky') servePrices(server, { subscribe: () => {} })
    else echo(server)
    server.listen(9001)
    await program.listening(9001)
  }
  const { WebSocket } = program.package('ws')
  return { chat: program.portOf(8080), other: file === undefined ? undefined : program.portOf(9001), clock, WebSocket }
}

/** A peer that was there and is silent now, as one whose line is cut: it answers no ping, and it does not close. */
async function fallSilent(port: number): Promise<void> {
  const socket = net.connect(port, '127.0.0.1')
  socket.on('error', () => {})
  socket.write('GET / HTTP/1.1\r\nhost: a\r\nconnection: upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n')
  await new Promise(resolve => { socket.once('data', resolve) })
  socket.resume()
}

const after = async ({ clock }: Sockets): Promise<void> => {
  for (let round = 0; round < 3; round++) {
    await clock?.pass(31_000)
    for (let turn = 0; turn < 20; turn++) await new Promise(resolve => { setImmediate(resolve) })
  }
}
const silent: ProofEvent<Sockets> = { name: 'a peer that falls silent', leaks: ['server.ts'], run: ({ chat }) => fallSilent(chat), after, times: 20 }

export default {
  leaky: drive(start, [silent, { name: 'a reader that falls silent', leaks: ['prices.js'], run: ({ other }) => fallSilent(other!), times: 20 }]),
  mended: drive(start, [silent]),
  'near-misses': drive(start, [{ name: 'an echo', run: async ({ other, WebSocket }) => {
    const socket = new WebSocket(`ws://127.0.0.1:${other}/echo`)
    await new Promise(resolve => { socket.once('open', resolve) })
    socket.send('hello')
    await new Promise(resolve => { socket.once('close', resolve) })
  } }]),
} satisfies Driver
