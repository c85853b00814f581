import { createHash } from 'node:crypto'
import type { Client } from '../client.ts'
import { drive, type Driver, type ProofEvent } from '../driver.ts'
import type { Loose, Program } from '../program.ts'

interface Shop { readonly grpc: Loose, readonly graphql: Client, readonly apollo: Loose, readonly trpc: Loose, readonly web: Client, readonly resolvers: Loose }

/** What a generator would have written: messages are JSON. */
const METHOD = `const method = (path, responseStream = false) => ({
  path, requestStream: false, responseStream,
  requestSerialize: value => Buffer.from(JSON.stringify(value)), requestDeserialize: bytes => JSON.parse(bytes),
  responseSerialize: value => Buffer.from(JSON.stringify(value)), responseDeserialize: bytes => JSON.parse(bytes),
});
export const OrdersService = { list: method('/Orders/list') };
export const StoreService = { put: method('/Store/put') };
`
const TYPES = '\'type User { id: ID, friends: [User] } type Book { isbn: String, reader: User } type Query { book(isbn: String): Book } type Subscription { lent: Int }\''

const start = async (program: Program): Promise<Shop> => {
  program.change('src/gen.ts', 'export const PricesService = {};', `${METHOD.replaceAll('\n', ' ')} export const PricesService = { get: method('/Prices/get'), find: method('/Prices/find'), watch: method('/Prices/watch', true) };`)
  program.change('src/grpc.ts', 'grpc.loadPackageDefinition({})', '{ orders: { Orders: grpc.makeGenericClientConstructor(OrdersService, "Orders") } }')
  program.change('src/grpc.ts', 'import { PricesClient,', 'import { OrdersService, StoreService, PricesClient,')
  program.change('src/grpc.ts', 'server.addService(PricesService, impl)', 'server.addService(StoreService, impl)')
  // the other hosts are this one, which does not know their methods
  for (const host of ['stock:1', 'prices:1', 'orders:1']) program.change('src/grpc.ts', host, '127.0.0.1:1')
  program.change('src/apollo.ts', 'typeDefs: \'\'', `typeDefs: ${TYPES}`)
  program.change('src/apollo.ts', 'return { isbn }', 'return { isbn, reader: { id: isbn } }')
  program.change('src/apollo.ts', 'const server = new ApolloServer({', 'globalThis.resolvers = resolvers; const server = new ApolloServer({')
  await program.load('src/grpc.ts')
  const apollo = await program.load('src/apollo.ts'), trpc = await program.load('src/trpc.ts')
  program.package('express')().use('/trpc', trpc.mw).listen(5000)
  for (const port of [1, 4000, 5000]) await program.listening(port)
  const { Client: Channel, credentials } = program.package('@grpc/grpc-js')
  return {
    grpc: new Channel(`127.0.0.1:${program.portOf(1)}`, credentials.createInsecure()),
    graphql: program.client(4000), apollo, trpc, web: program.client(5000), resolvers: (globalThis as Loose).resolvers,
  }
}
const toBytes = (value: unknown): Buffer => Buffer.from(JSON.stringify(value))
const fromBytes = (bytes: Buffer): unknown => JSON.parse(String(bytes))
const call = (path: string, name: string, leaks: readonly string[], message: (n: number) => object, times: number): ProofEvent<Shop> =>
  ({ name, leaks, run: ({ grpc }, n) => new Promise(resolve => { grpc.makeUnaryRequest(path, toBytes, fromBytes, message(n), () => { resolve(undefined) }) }), times })

const QUERY = 'query ($isbn: String) { book(isbn: $isbn) { isbn reader { friends { id } } } }'

export default {
  leaky: drive(start, [
    call('/Prices/get', 'a price', ['grpc.ts: seen.push', 'grpc.ts: const stock', 'grpc.ts: const prices', 'grpc.ts: const orders', 'grpc.ts: const raw'], n => ({ article: `article ${n}` }), 10),
    call('/Store/put', 'an article is put', ['grpc.ts: put: '], n => ({ id: `article ${n}` }), 100),
    { name: 'prices that are watched, and left', leaks: ['grpc.ts: bus.on'], run: ({ grpc }) => new Promise<void>(resolve => {
      const watched = grpc.makeServerStreamRequest('/Prices/watch', toBytes, fromBytes, {})
      watched.on('error', () => { setTimeout(resolve, 5) }).on('data', () => {})
      setTimeout(() => { watched.cancel() }, 10)
    }), times: 20 },
    { name: 'a book', leaks: ['apollo.ts: Query:', 'apollo.ts: await startStandaloneServer', 'users.ts'], run: async ({ graphql }, n) => { await graphql.ask('/', { body: { query: QUERY, variables: { isbn: `isbn ${n}` } } }) } },
    { name: 'a subscription that is left', leaks: ['apollo.ts: Subscription:'], run: async ({ resolvers }) => {
      // as graphql-js does
      const lent = resolvers.Subscription.lent.subscribe()
      await lent.next()
      await lent.return()
    }, times: 200 },
    { name: 'a query that is kept', leaks: ['apollo.ts: export const old'], run: async ({ apollo }, n) => {
      const query = `{ book(isbn: "${n}") { isbn } }`
      await apollo.old.executeOperation({ query, extensions: { persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(query).digest('hex') } } })
    } },
    { name: 'an order', leaks: ['trpc.ts: order:', 'trpc.ts: export const mw'], run: async ({ web }, n) => { await web.ask(`/trpc/order?input=${encodeURIComponent(JSON.stringify(`order ${n}`))}`) } },
    { name: 'a payment', leaks: ['trpc.ts: pay:', 'trpc.ts: export const authed'], run: async ({ web }, n) => { await web.ask('/trpc/pay', { body: `"payment ${n}"`, headers: { 'content-type': 'application/json' } }) } },
  ]),
} satisfies Driver
