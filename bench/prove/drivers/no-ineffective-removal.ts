import { EventEmitter } from 'node:events'
import type { Client } from '../client.ts'
import { drive, type Driver, type ProofEvent } from '../driver.ts'
import type { Loose, Program } from '../program.ts'

interface Presence { readonly client: Client, readonly Watcher: Loose }

const start = async (program: Program): Promise<Presence> => {
  // no timer fires while it is measured, however slow the machine is
  if (program.case === 'leaky') program.change('src/server.js', '5_000', '5_000_000')
  await program.load('src/server.js')
  const { default: watcher } = await program.load(program.case === 'near-misses' ? 'src/by-reference.js' : 'src/watcher.js')
  return { client: program.client(3000), Watcher: watcher.Watcher }
}

/** What the watcher asks of a socket. */
const socket = (): object => Object.assign(new EventEmitter(), { send: () => {}, ping: () => {} })
const left = (name: string, path: string, leaks?: readonly string[]): ProofEvent<Presence> =>
  ({ name, ...(leaks !== undefined && { leaks }), run: async ({ client }) => { await client.leave(path) } })
const watcher: ProofEvent<Presence> = { name: 'a connection', leaks: ['watcher.js'], run: ({ Watcher }) => { new Watcher(socket()).close() } }

const events = [
  left('a search that is left', '/search', ['search.ts: directory.on(\'joined\'']),
  left('the last seen, left', '/last-seen', ['search.ts: directory.on(\'left\'']),
  left('a summary that is left', '/summary', ['search.ts: directory.on(\'changed\'']),
  left('a countdown that is left', '/', ['search.ts: clearTimeout(ms)']),
  watcher,
]

export default {
  leaky: drive(start, events),
  mended: drive(start, events),
  'near-misses': drive(start, [
    { ...watcher, times: 200 },
    left('the first to join, left', '/first'),
    left('a countdown that is left', '/countdown'),
    left('guarded, and left', '/'),
  ]),
} satisfies Driver
