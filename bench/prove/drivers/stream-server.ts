import { Writable } from 'node:stream'
import type { Client } from '../client.ts'
import { drive, type Driver, type ProofEvent } from '../driver.ts'
import type { Loose, Program } from '../program.ts'

interface Streams { readonly client: Client, readonly dialer: Loose, readonly takeRow: () => void }

const DIRECTORY = `const open = new Set()
export async function createClient(url) {
  const client = { url, search: async name => name, unbind: async () => { open.delete(client) } }
  open.add(client)
  return client
}
`

const start = async (program: Program): Promise<Streams> => {
  program.stub('some-directory', DIRECTORY)
  program.change('src/server.js', 'yield \'row\'', 'for (let n = 0; n < 20; n++) yield \'row \'.repeat(250_000)')
  program.outsidePort(4000, socket => { socket.on('error', () => {}).destroy() })
  await program.load('src/server.js')
  const { Dialer } = await program.load('src/dialer.js')
  const { exportRows } = await program.load('src/export.js')
  let take: () => void = () => {}
  void exportRows(new Writable({ highWaterMark: 1, write: (_row, _encoding, taken) => { take = taken } }))
  return { client: program.client(3000), dialer: new Dialer(), takeRow: () => { take() } }
}

/** A number that can be noted, and then not read. */
function unreadable(): object {
  let reads = 0
  return { toString: () => {
    if (reads++ > 0) throw new Error('no number')
    return '112'
  } }
}

const events: readonly ProofEvent<Streams>[] = [
  { name: 'changes that are left', leaks: ['server.js: listen(changes'], run: async ({ client }) => { await client.leave('/changes') } },
  { name: 'somebody is searched for', leaks: ['server.js: const directory'], run: async ({ client }) => { await client.ask('/somebody') } },
  { name: 'rows that are left', leaks: ['server.js: case \'/rows\''], run: async ({ client }) => { await client.leave('/rows') }, times: 60 },
  { name: 'a number that cannot be dialled', leaks: ['dialer.js'], run: async ({ dialer }) => { await dialer.dial(unreadable()).catch(() => {}) } },
]

/** Nobody but this program's own requests goes to that host: they go over one connection. */
const proxied: ProofEvent<Streams> = { name: 'a page of another host', leaks: ['server.js: socket.on(\'lookup\''], run: async ({ client }) => { await client.ask('/proxy') } }

/** Of a client that takes them one by one. */
const row: ProofEvent<Streams> = { name: 'a row of a whole table', leaks: ['export.js'], run: async ({ takeRow }) => {
  takeRow()
  await new Promise(resolve => { setImmediate(resolve) })
}, times: 200 }

export default { leaky: drive(start, [...events, proxied, row]), mended: drive(start, [...events, proxied, row]) } satisfies Driver
