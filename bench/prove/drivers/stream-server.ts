import type { Client } from '../client.ts'
import { drive, type Driver, type ProofEvent } from '../driver.ts'
import type { Loose, Program } from '../program.ts'

interface Streams { readonly client: Client, readonly dialer: Loose }

const DIRECTORY = `const open = new Set()
export async function createClient(url) {
  const client = { url, search: async name => name, unbind: async () => { open.delete(client) } }
  open.add(client)
  return client
}
`

const start = async (program: Program): Promise<Streams> => {
  program.stub('some-directory', DIRECTORY)
  program.change('src/server.js', 'yield \'row\'', 'for (let n = 0; n < 5_000; n++) yield \'row \'.repeat(1_000)')
  program.outsidePort(4000, socket => { socket.on('error', () => {}).destroy() })
  await program.load('src/server.js')
  const { Dialer } = await program.load('src/dialer.js')
  return { client: program.client(3000), dialer: new Dialer() }
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

export default { leaky: drive(start, events), mended: drive(start, events) } satisfies Driver
