import type { Client } from '../client.ts'
import { drive, type Driver, type ProofEvent } from '../driver.ts'
import type { Clock, Loose, Program } from '../program.ts'

interface Tiles { readonly client: Client, readonly users: Client, readonly tiles: Loose, readonly clock: Clock }

const start = async (program: Program): Promise<Tiles> => {
  if (program.case === 'mended') program.change('src/tiles.ts', '10_000', '100')
  const clock = program.holdClock()
  await program.load('src/server.ts')
  if (program.case === 'near-misses') await program.load('src/legacy.js')
  return { client: program.client(3000), users: program.client(3001), tiles: await program.load(program.case === 'near-misses' ? 'src/registry.ts' : 'src/tiles.ts'), clock }
}

const events: readonly ProofEvent<Tiles>[] = [
  { name: 'a tile is drawn', leaks: ['tiles.ts: tiles.set', 'tiles.ts: drawn.add'], run: ({ tiles }, n) => { tiles.tileAt(n, n) }, times: 200 },
  { name: 'a tile is seen', leaks: ['tiles.ts: views.set'], run: ({ tiles }, n) => {
    tiles.view(n)
    tiles.leave(n)
  }, times: 200 },
  { name: 'a page is fetched', leaks: ['tiles.ts: pages.set'], run: async ({ tiles }, n) => { await tiles.page(new URL(`http://pages/${n}`)) } },
  { name: 'a tile is claimed', leaks: ['tiles.ts: owners[tile] = who'], run: ({ tiles }, n) => {
    tiles.claim(`tile ${n}`, 'somebody')
    tiles.yieldTile(`tile ${n}`)
  }, times: 200 },
  { name: 'a request', leaks: ['server.ts'], run: async ({ client }, n) => { await client.ask(`/tiles/${n}?id=${n}`) } },
  { name: 'a user', leaks: ['users.js: names[req.url]'], run: async ({ users }, n) => { await users.ask(`/user-${n}`) } },
]

export default {
  leaky: drive(start, events),
  // fetch has timers of its own, which are due as well
  mended: drive(start, events.map(event => ({ ...event, after: async ({ clock }) => { await clock.pass(1_500) } }))),
  'near-misses': drive(start, [
    { name: 'a user', run: async ({ users }, n) => { await users.leave(`/user-${n}`) } },
    { name: 'a watcher', run: ({ tiles }, n) => { tiles.watch(`watcher ${n}`)() } },
    { name: 'measured', run: ({ tiles }, n) => { tiles.measure(`path ${n}`, n) } },
    { name: 'counted', run: ({ tiles }, n) => { tiles.count(n) } },
    { name: 'a day', run: ({ tiles }, n) => { tiles.visit(n % 7) } },
  ]),
} satisfies Driver
