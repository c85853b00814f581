import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { createTsMorphResolver } from '../../../src/link/resolver/ts-morph.ts'

const NODE_TYPES = fileURLToPath(new URL('../../../node_modules/@types/node', import.meta.url))
const UNDICI_TYPES = fileURLToPath(new URL('../../../node_modules/undici-types', import.meta.url))

const made: string[] = []
afterAll(() => { for (const folder of made) rmSync(folder, { recursive: true, force: true }) })

/** A resolver for these files, and questions put by the text that is asked about: `«x»` marks it. */
function project(textByPath: Readonly<Record<string, string>>, { withNode = false } = {}) {
  const cwd = mkdtempSync(join(tmpdir(), 'leak-audit-'))
  made.push(cwd)
  const marks = new Map<string, { file: string; start: number; end: number }>()
  for (const [file, marked] of Object.entries(textByPath)) {
    let text = marked
    for (let start = text.indexOf('«'); start >= 0; start = text.indexOf('«')) {
      const end = text.indexOf('»') - 1
      marks.set(text.slice(start + 1, end + 1), { file, start, end })
      text = text.slice(0, start) + text.slice(start + 1, end + 1) + text.slice(end + 2)
    }
    mkdirSync(dirname(join(cwd, file)), { recursive: true })
    writeFileSync(join(cwd, file), text)
  }
  if (withNode) {
    mkdirSync(join(cwd, 'node_modules/@types'), { recursive: true })
    symlinkSync(NODE_TYPES, join(cwd, 'node_modules/@types/node'))
    symlinkSync(UNDICI_TYPES, join(cwd, 'node_modules/undici-types'))
  }
  const paths = Object.keys(textByPath)
  const resolver = createTsMorphResolver({
    cwd,
    files: paths.filter(path => /\.[cm]?[jt]sx?$/.test(path) && !/\.d\.ts$|node_modules/.test(path)).sort(),
    tsconfigs: paths.filter(path => path.endsWith('tsconfig.json')),
  })
  const markOf = (text: string) => marks.get(text) ?? expect.fail(`«${text}» stands nowhere`)
  return {
    resolver,
    typeOf: (text: string) => { const { file, start, end } = markOf(text); return resolver.typeOf(file, start, end) },
    declarationOf: (text: string) => { const { file, start } = markOf(text); return resolver.declarationOf(file, start) },
    offsetIn: (file: string, text: string) => textByPath[file]!.replaceAll(/[«»]/g, '').indexOf(text),
  }
}

test('ts-morph is loaded by the first question, not before', () => {
  const isLoaded = () => Object.keys(createRequire(import.meta.url).cache).some(path => path.includes('/node_modules/ts-morph/'))
  const feed = project({ 'feed.ts': 'export const «feed» = new Set()' })
  expect(isLoaded()).toBe(false)
  feed.typeOf('feed')
  expect(isLoaded()).toBe(true)
})

describe('the keys of a type', () => {
  const chat = project({
    'tsconfig.json': '{ "compilerOptions": { "module": "nodenext", "strict": true } }',
    'node_modules/pricing/package.json': '{ "name": "pricing", "types": "lib/index.d.ts" }',
    'node_modules/pricing/lib/index.d.ts': 'export class Ticker { at: number } export interface Wire extends Ticker {}',
    'node_modules/@acme/bus/package.json': '{ "name": "@acme/bus", "types": "index.d.ts" }',
    'node_modules/@acme/bus/index.d.ts': `import type { Wire } from 'pricing'; declare class Bus implements Wire { at: number } declare namespace Bus { class Channel extends Bus {} } export = Bus`,
    'node_modules/pricing/node_modules/.keep': '',
    'node_modules/@types/legacy/package.json': '{ "name": "@types/legacy" }',
    'node_modules/@types/legacy/index.d.ts': 'export default class Feed { last(): number }',
    'node_modules/@types/acme__wires/package.json': '{ "name": "@types/acme__wires" }',
    'node_modules/@types/acme__wires/index.d.ts': 'export namespace inner { interface Wire { on(): void } } export declare function wire(): inner.Wire',
    'src/room.ts': `
      import { EventEmitter } from 'node:events'
      import { Readable } from 'stream'
      import * as http from 'http'
      export interface Closing { close(): void }
      export abstract class Base<T> extends EventEmitter implements Closing { abstract held: T; close() {} }
      export default class Room extends Base<string> { held = ''; self() { return «this» } }
      export class Stream extends Readable {}
      export type Bus = { on(): void }
      export const server = http.createServer()
    `,
    'src/use.ts': `
      import Room, { server, type Bus, type Closing, Stream } from './room.js'
      import { Ticker, type Wire } from 'pricing'
      import Acme from '@acme/bus'
      import Feed from 'legacy'
      import { wire } from '@acme/wires'
      const room = new Room()
      const stream = new Stream()
      const rooms = new Map<string, Room>()
      const controller = new AbortController()
      const timer = setInterval(() => {}, 1)
      const ticker = new Ticker(), acme = new Acme(), channel = new Acme.Channel(), feed = new Feed(), wires = wire()
      export function use(maybe: Room | null | undefined, either: Room | Stream, both: Closing & Wire, bus: Bus, loose: any, unsure: unknown, count: number, make: typeof Room) {
        «room».on('x', () => {}); «rooms».get('a'); «rooms.get('b')»; «maybe»; «either»; «both»; «bus»; «loose»; «unsure»; «count»; «make»; «Room»
        «server».on('x', () => {}); «controller.signal»; «timer»; «stream»; «Promise.resolve(room)»
        «ticker»; «acme»; «channel»; «feed»; «wires»; («new Room()»).on('x', () => {}); «(room as Room)»; «{ a: 1 }.a»
      }
      class Local extends Room {}
      export const local = «new Local()»
    `,
  }, { withNode: true })
  const keysOf = (text: string) => chat.typeOf(text)?.keys
  const ROOM = ['src/room.ts#Room', 'src/room.ts#Base', 'node:events#EventEmitter', 'src/room.ts#Closing', 'global#NodeJS.EventEmitter']

  test('a class of the project, then everything it extends and implements, nearest first', () => {
    expect(keysOf('room')).toEqual(ROOM)
    expect(keysOf('new Local()')).toEqual(['src/use.ts#Local', ...ROOM])
    expect(keysOf('this')).toEqual(ROOM)
  })

  test('a type of Node has the name of its module, with node:', () => {
    expect(keysOf('server')?.slice(0, 2)).toEqual(['node:http#Server', 'node:net#Server'])
    expect(keysOf('server')).toContain('node:events#EventEmitter')
    expect(keysOf('stream')?.slice(0, 2)).toEqual(['src/room.ts#Stream', 'node:stream#Readable'])
  })

  test('a global type', () => {
    expect(keysOf('rooms')).toEqual(['global#Map'])
    expect(keysOf('controller.signal')?.[0]).toBe('global#AbortSignal')
    expect(keysOf('timer')?.[0]).toBe('global#NodeJS.Timeout')
    expect(keysOf('Promise.resolve(room)')).toEqual(['global#Promise'])
    expect(keysOf('count')?.[0]).toBe('global#Number')
  })

  test('a type of a package, scoped or declared by @types', () => {
    expect(keysOf('ticker')).toEqual(['pricing#Ticker'])
    expect(keysOf('acme')).toEqual(['@acme/bus#Bus', 'pricing#Wire', 'pricing#Ticker'])
    expect(keysOf('feed')).toEqual(['legacy#Feed'])
    expect(keysOf('wires')).toEqual(['@acme/wires#inner.Wire'])
  })

  test('the namespace that a package exports as itself is not part of the name', () => {
    expect(keysOf('channel')?.[0]).toBe('@acme/bus#Channel')
  })

  test('null and undefined do not count', () => {
    expect(keysOf('maybe')).toEqual(ROOM)
    expect(keysOf("rooms.get('b')")).toEqual(ROOM)
  })

  test('of a union, what all have in common; of an intersection, all', () => {
    expect(keysOf('either')).toEqual(['node:events#EventEmitter', 'global#NodeJS.EventEmitter'])
    expect(keysOf('both')).toEqual(['src/room.ts#Closing', 'pricing#Wire', 'pricing#Ticker'])
  })

  test('a named object type has a key; a constructor is not an instance', () => {
    expect(keysOf('bus')).toEqual(['src/room.ts#Bus'])
    expect(keysOf('make')).toEqual([])
    expect(keysOf('Room')).toEqual([])
  })

  test('the extent chooses the expression', () => {
    expect(keysOf('new Room()')).toEqual(ROOM)
    expect(keysOf('(room as Room)')).toEqual(ROOM)
    expect(keysOf('{ a: 1 }.a')).toBeUndefined()
  })

  test('of any and unknown nothing is known', () => {
    expect(chat.typeOf('loose')).toBeUndefined()
    expect(chat.typeOf('unsure')).toBeUndefined()
  })
})

describe('finite types', () => {
  const feed = project({
    'tsconfig.json': '{ "compilerOptions": { "strict": true, "types": [] } }',
    'feed.ts': `
      type Side = 'buy' | 'sell'
      enum Level { Low, High = Level.Low + 4 }
      interface Prices { bid: number; ask: number }
      const names = ['a', 'b'] as const
      export function f<K extends keyof Prices, L extends string>(side: Side, maybe: Side | null, level: Level, flag: boolean, key: keyof Prices, generic: K, both: \`\${Side}-\${Side}\`, listed: typeof names[number],
        text: string, open: Side | string, loose: L, dictKey: keyof Record<string, number>, id: 'a' | number, map: Map<Side, number>, big: bigint) {
        «side»; «maybe»; «level»; «flag»; «key»; «generic»; «both»; «listed»; «'literal'»
        «text»; «open»; «loose»; «dictKey»; «id»; «map»; «big»
      }`,
  })

  test.each(['side', 'maybe', 'level', 'flag', 'key', 'generic', 'both', 'listed', "'literal'"])('%s is finite', text => {
    expect(feed.typeOf(text)?.isFinite).toBe(true)
  })

  test.each(['text', 'open', 'loose', 'dictKey', 'id', 'map', 'big'])('%s is not', text => {
    expect(feed.typeOf(text)?.isFinite).toBe(false)
  })
})

describe('declarations', () => {
  const chat = project({
    'tsconfig.json': '{ "compilerOptions": { "module": "esnext", "moduleResolution": "bundler", "types": [], "paths": { "@bus": ["./lib/bus.ts"] } } }',
    'lib/bus.ts': 'export function publish(a: string): void\nexport function publish(a: unknown) { return a }\nexport class Bus { #held = 1; on() { return this.«#held» } }\nexport default new Bus()',
    'lib/index.ts': `export { publish as send, Bus } from '@bus'; export * as all from './bus'; export { default } from './bus'`,
    'types.d.ts': 'declare const outer: number',
    'room.ts': `
      import bus, { send, all } from './lib'
      const limit = 3
      «send»('a'); all.«publish»('b'); bus.«on»(); new all.«Bus»(); «bus».on(); const settings = { «limit» }; new «Map»(); «outer»; «3»; «nowhere»
    `,
  })

  test('behind imports, re-exports, path mappings and overloads', () => {
    const implementation = { file: 'lib/bus.ts', offset: chat.offsetIn('lib/bus.ts', 'publish(a: unknown)') }
    expect(chat.declarationOf('send')).toEqual(implementation)
    expect(chat.declarationOf('publish')).toEqual(implementation)
    expect(chat.declarationOf('Bus')).toEqual({ file: 'lib/bus.ts', offset: chat.offsetIn('lib/bus.ts', 'Bus {') })
  })

  test('of members, private ones too', () => {
    expect(chat.declarationOf('on')).toEqual({ file: 'lib/bus.ts', offset: chat.offsetIn('lib/bus.ts', 'on()') })
    expect(chat.declarationOf('#held')).toEqual({ file: 'lib/bus.ts', offset: chat.offsetIn('lib/bus.ts', '#held = 1') })
  })

  test('a shorthand property leads to its value, a default export without a name to its statement', () => {
    expect(chat.declarationOf('limit')).toEqual({ file: 'room.ts', offset: chat.offsetIn('room.ts', 'limit = 3') })
    expect(chat.declarationOf('bus')).toEqual({ file: 'lib/bus.ts', offset: chat.offsetIn('lib/bus.ts', 'export default') })
  })

  test('only in audited files', () => {
    for (const text of ['Map', 'outer', '3', 'nowhere']) expect(chat.declarationOf(text)).toBeUndefined()
  })
})

describe('projects', () => {
  test('JavaScript without a tsconfig has types', () => {
    const chat = project({
      'package.json': '{}',
      'bus.js': `class Bus { on() {} }\nmodule.exports = { Bus, rooms: new Map() }`,
      'room.js': `const { Bus, rooms } = require('./bus')\nconst bus = new Bus()\n«bus».on(); «rooms».get(1); new «Bus»()`,
    })
    expect(chat.typeOf('bus')?.keys).toEqual(['bus.js#Bus'])
    expect(chat.typeOf('rooms')?.keys).toEqual(['global#Map'])
    expect(chat.declarationOf('Bus')).toEqual({ file: 'bus.js', offset: 6 })
  })

  test('each file has the options of its own tsconfig, and many files are answered', () => {
    const files = Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`chat/src/room${i}.ts`, `import { Bus } from '@bus'; export const bus${i} = «new Bus(/* ${i} */)»`]))
    const chat = project({
      'tsconfig.json': '{ "compilerOptions": { "types": [] } }', 'chat/tsconfig.json': '{ "compilerOptions": { "types": [], "paths": { "@bus": ["./bus.ts"] } } }',
      'chat/bus.ts': 'export class Bus {}', ...files, 'feed.ts': `import { Bus } from '@bus'; «Bus»; export const «prices» = new Set<string>()`,
    })
    for (const i of [3, 0, 8, 1, 2, 4, 5, 6, 7]) expect(chat.typeOf(`new Bus(/* ${i} */)`)?.keys).toEqual(['chat/bus.ts#Bus'])
    expect(chat.typeOf('Bus')).toBeUndefined()
    expect(chat.typeOf('prices')?.keys).toEqual(['global#Set'])
  })

  test('of two tsconfigs in one folder, the one that includes the file', () => {
    const chat = project({
      'app.tsconfig.json': '{ "include": ["src"], "compilerOptions": { "types": [], "paths": { "@bus": ["./src/bus.ts"] } } }', 'tsconfig.json': '{ "include": ["scripts"], "compilerOptions": { "types": [] } }',
      'src/bus.ts': 'export class Bus {}', 'src/room.ts': `import { Bus } from '@bus'; export const bus = «new Bus()»`,
    })
    expect(chat.typeOf('new Bus()')?.keys).toEqual(['src/bus.ts#Bus'])
  })

  test('a broken tsconfig leaves default options', () => {
    const chat = project({ 'tsconfig.json': '{ "extends": "./nope.json", ', 'room.ts': 'export const «rooms» = new Map()' })
    expect(chat.typeOf('rooms')?.keys).toEqual(['global#Map'])
  })

  test('a byte order mark shifts no offset', () => {
    const chat = project({ 'room.ts': 'export const rooms = new Map(); «rooms».get(1)' })
    const folder = made.at(-1)!
    writeFileSync(join(folder, 'room.ts'), '\uFEFFexport const rooms = new Map(); rooms.get(1)')
    expect(chat.typeOf('rooms')?.keys).toEqual(['global#Map'])
  })

  test('a file that is not audited, is gone or is broken, and an extent of nothing, give undefined', () => {
    const chat = project({ 'room.ts': 'export const rooms = «new Map(» {{{' , 'gone.ts': '«here»' })
    rmSync(join(made.at(-1)!, 'gone.ts'))
    expect(chat.resolver.typeOf('elsewhere.ts', 0, 4)).toBeUndefined()
    expect(chat.typeOf('here')).toBeUndefined()
    expect(chat.declarationOf('here')).toBeUndefined()
    expect(chat.typeOf('new Map(')).toBeUndefined()
    expect(chat.resolver.typeOf('room.ts', 900, 901)).toBeUndefined()
    expect(chat.resolver.declarationOf('room.ts', -1)).toBeUndefined()
  })

  test('questions are counted', () => {
    const { resolver } = project({ 'room.ts': '' })
    expect(resolver.questions).toBe(0)
    resolver.typeOf('room.ts', 0, 1)
    resolver.declarationOf('room.ts', 0)
    expect(resolver.questions).toBe(2)
  })
})
