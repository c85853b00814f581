import { expect, test } from 'vitest'
import { collectFacts } from '../../src/facts/collect-facts.ts'
import type { FileFacts } from '../../src/facts/file-facts.ts'
import type { EventOf } from '../../src/link/events.ts'
import { link } from '../../src/link/link.ts'
import { refTo } from '../../src/link/refs.ts'
import { builtInRows } from '../../src/models/index.ts'
import { createModels } from '../../src/models/lookup.ts'
import { isParsed, parseText } from '../../src/parse/parse-text.ts'

test('what importers can call is called any number of times: methods, and the methods of what those give', async () => {
  const events = await eventsOf(`
    class Query { stream() {} _read() {} }
    class Base { static createQuery() { return new Query() } }
    class Connection extends Base { query() { return Connection.createQuery() } private send() {} }
    export function connect() { return new Connection() }`)
  expect(events('query')).toMatchObject({ kind: 'call', confidence: 'likely' })
  expect(events('stream')).toMatchObject({ kind: 'call', confidence: 'likely' })
  expect(events('stream').isUnseen).toBeUndefined()
})

test('a private method that nobody is seen to call is a guess', async () => {
  const events = await eventsOf('export class Connection { query() {} private send() {} _read() {} }')
  expect(events('query').isUnseen).toBeUndefined()
  expect(events('send').isUnseen).toBe(true)
  expect(events('_read').isUnseen).toBe(true)
})

test('an event that does not tell of traffic is a guess, and what is seen goes before it', async () => {
  const events = await eventsOf(`
    export class Room {
      constructor(bus) { bus.on('renamed', () => this.redraw()); bus.on('userMessage', () => this.append()); bus.on('peer:connect', () => this.greet()); bus.on('renamed', () => this.list()) }
      private redraw() {} private append() {} private greet() {} list() {}
    }`)
  expect(events('redraw')).toMatchObject({ kind: 'tick', isUnseen: true })
  expect(events('append').isUnseen).toBeUndefined()
  expect(events('greet').isUnseen).toBeUndefined()
  expect(events('list')).toMatchObject({ kind: 'call', label: 'every call of list()' })
})

test('a retry that counts its turns is no endless loop', async () => {
  const events = await eventsOf(`
    export function poll() { const turn = () => { look(); setTimeout(turn, 5000) }; turn() }
    export function retry(attempt) { const again = () => { knock(); if (attempt < 5) setTimeout(again, 5000) }; again() }
    function look() {}
    function knock() {}`)
  expect(events('look')).toMatchObject({ kind: 'tick' })
  expect(events('look').isUnseen).toBeUndefined()
  expect(events('knock')).not.toMatchObject({ kind: 'tick' })
})

test('a row may name a function deep in an object, and every function of one', async () => {
  const events = await eventsOf(`
    import { Server as Hapi } from '@hapi/hapi'
    import { Server } from '@grpc/grpc-js'
    import { ApolloServer } from '@apollo/server'
    const shared = { Query: { book: () => read() } }
    new Hapi().route([{ path: '/', options: { handler: () => greet() } }])
    new Server().addService(prices, { get: call => look(call), watch(call) { stare(call) } })
    new ApolloServer({ resolvers: { ...shared, Mutation: { lend: () => write() } } })
    function greet() {} function look() {} function stare() {} function read() {} function write() {}`)
  for (const name of ['greet', 'look', 'stare', 'read', 'write']) expect(events(name)).toMatchObject({ kind: 'request', confidence: 'certain' })
})

test('a method is called because its class implements or extends a type', async () => {
  const events = await eventsOf(`
    import { WorkerEntrypoint } from 'cloudflare:workers'
    class Audit implements NestMiddleware { use() {} other() {} }
    class Api extends WorkerEntrypoint { fetch() {} }
    import type { NestMiddleware } from '@nestjs/common'
    export { Audit, Api }`)
  expect(events('use')).toMatchObject({ kind: 'request', label: 'every request', confidence: 'certain' })
  expect(events('fetch')).toMatchObject({ kind: 'request', confidence: 'certain' })
  expect(events('other')).not.toMatchObject({ kind: 'request' })
})

test('a constant may name the event that a row asks for', async () => {
  const events = await eventsOf(`
    import { Client, Events } from 'discord.js'
    const bot = new Client({ intents: [] })
    bot.on(Events.MessageCreate, () => answer())
    function answer() {}`)
  expect(events('answer')).toMatchObject({ kind: 'message', label: 'every message', confidence: 'certain' })
})

async function eventsOf(text: string): Promise<(name: string) => EventOf> {
  const parsed = await parseText('src/library.ts', text)
  if (!isParsed(parsed)) throw new Error(JSON.stringify(parsed))
  const facts: FileFacts = collectFacts(parsed)
  const program = link([facts], { packages: [], pathMappings: [], tsconfigs: [], notices: [] }, createModels(builtInRows), { typeOf: () => undefined, declarationOf: () => undefined }, 'whole program')
  return name => program.events.of(refTo(facts, facts.functions.findIndex(fn => fn.name === name)))
}
