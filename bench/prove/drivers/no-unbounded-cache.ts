import type { Client } from '../client.ts'
import { drive, type Driver, type ProofEvent } from '../driver.ts'
import type { Clock, Loose, Program } from '../program.ts'

interface Shop { readonly shop: Client, readonly products: Loose, readonly locks: Loose, readonly texts: Loose, readonly clock: Clock }

const start = async (program: Program): Promise<Shop> => {
  program.outside((_req, res) => { res.setHeader('content-type', 'application/json').end('{"id":"1","price":7}') })
  // a bound of a hundred is reached sooner than one of ten thousand, and is one as well
  if (program.case === 'mended') for (const [file, bound] of [['src/products.ts', '10_000'], ['src/products.ts', '1_000'], ['src/texts.cjs', '500']] as const) program.change(file, bound, '100')
  program.stub('@shop/warehouses', 'export class Warehouses { nextFree = { code: "north" } }\n')
  const clock = program.holdClock()
  await program.load('src/server.ts')
  const [products, locks, texts] = program.case === 'near-misses' ? [] : await Promise.all(['src/products.ts', 'src/locks.ts', 'src/texts.cjs'].map(file => program.load(file)))
  return { shop: program.client(3000), products, locks: locks?.locks, texts, clock }
}

const events: readonly ProofEvent<Shop>[] = [
  { name: 'a product is looked up', leaks: ['products.ts: products.set('], run: async ({ products }, n) => { await products.product(`p${n}`) }, warmup: 150 },
  { name: 'a price in another currency', leaks: ['products.ts: prices['], run: ({ products }, n) => { products.price(n, 'EUR') }, times: 500 },
  { name: 'an offer is kept', leaks: ['products.ts: new LRUCache'], run: ({ products }, n) => { products.offers.set(`o${n}`, { id: `o${n}`, price: n }) }, times: 500 },
  { name: 'a lock for a cart', leaks: ['locks.ts: this.#tails.set'], run: async ({ locks }, n) => { await locks.run(`cart-${n}`, async () => n) }, times: 500 },
  { name: 'a text that is compiled', leaks: ['texts.cjs: templates[source] ='], run: ({ texts }, n) => { texts.template(`Dear {} ${n}`) }, times: 100 },
  { name: 'a slug', leaks: ['texts.cjs: memoize('], run: ({ texts }, n) => { texts.slug(`A Title ${n}`) }, times: 500 },
  { name: 'a visit without a cookie', leaks: ['server.ts: app.use(session'], run: async ({ shop }) => { await shop.ask('/nothing-here') } },
]

export default {
  leaky: drive(start, events),
  // fetch has timers of its own, which are due as well
  mended: drive(start, events.map(event => ({ ...event, after: async ({ clock }) => { await clock.pass(60_000) } }))),
  'near-misses': drive(start, [
    { name: 'a product is looked up', run: async ({ shop }, n) => { await shop.ask(`/products/${n % 50}`) }, after: async ({ clock }) => { await clock.pass(120_000) }, warmup: 600, times: 400 },
    { name: 'the date in a time zone', run: async ({ shop }, n) => { await shop.ask(`/today?zone=${n % 2 === 0 ? 'Europe/Rome' : 'nowhere'}`) } },
    { name: 'an agent', run: async ({ shop }, n) => { await shop.ask(`/checks?insecure=${n % 2}`) } },
  ]),
} satisfies Driver
