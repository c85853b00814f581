import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { globSync } from 'tinyglobby'
import { describe, expect, test } from 'vitest'
import { codeRules } from '../../rules/index.ts'
import { collectFacts } from '../../src/facts/collect-facts.ts'
import { link } from '../../src/link/link.ts'
import { builtInRows } from '../../src/models/index.ts'
import { createModels } from '../../src/models/lookup.ts'
import { isParsed, parseText } from '../../src/parse/parse-text.ts'
import type { ParsedFile } from '../../src/parse/parsed-file.ts'
import { createMayHold } from '../../src/plugin/may-hold.ts'
import { judge } from '../../src/verdict/judge.ts'

const fixtures = fileURLToPath(new URL('../../fixtures/programs/', import.meta.url))
const mayHold = createMayHold(builtInRows)
const models = createModels(builtInRows)

describe('a file is analysed when it', () => {
  test.each([
    ['adds to a list of the module', 'const seen = []\nexport function add(x) { seen.push(x) }', true],
    ['adds to a list of its own', 'export function all(xs) { const list = []; for (const x of xs) list.push(x); return list }', false],
    ['adds to a list of the function around', 'export function log() { const list = []; return x => { list.push(x) } }', true],
    ['gives its own list another value', 'export function log(other) { let list = []; if (other) list = other.list; list.push(1) }', true],
    ['writes to an object of its own', 'export function index(xs) { const byId = {}; for (const x of xs) byId[x.id] = x; return byId }', false],
    ['writes to a parameter of unknown type', 'export function mark(options, key) { options[key] = true }', false],
    ['writes to a parameter that is a dictionary', 'export function mark(options: Record<string, boolean>, key: string) { options[key] = true }', true],
    ['has a name that means two things', 'const list = []\nexport function f(x) { list.push(x) }\nexport function g() { const list = []; list.push(1) }', true],
    ['calls set() and names no Map', 'export function f(model) { model.set("name", 1) }', false],
    ['calls set() of a Map', 'const byId = new Map()\nexport function f(x) { byId.set(x.id, x) }', true],
    ['starts a timer', 'export const tick = () => setInterval(() => {}, 100)', true],
    ['marks the performance timeline', 'export const begin = () => performance.mark("begin")', true],
    ['marks something else', 'export const begin = sheet => sheet.mark("begin")', false],
    ['imports what changes', 'export const load = t => import("./plugin.js?t=" + t)', true],
    ['imports a literal', 'export const load = () => import("./plugin.js")', false],
    ['takes a module off the cache', 'export const forget = path => { delete require.cache[path] }', true],
    ['awaits its own next call', 'export async function loop(work) { await work(); await loop(work) }', true],
    ['returns its own next call in a continuation', 'export const loop = () => work().then(() => loop())', true],
    ['awaits what another file gives', "import { work } from './work.js'\nexport async function run() { await work() }", false],
    ['wraps a function', 'export function tag(bus) { const old = bus.emit; bus.emit = x => old(x) }', true],
    ['gives a function back', 'export function tag(bus, emit) { bus.emit = emit }', false],
    ['imports a timer by another name', "import { setInterval as every } from 'node:timers'\nevery(() => {}, 100)", true],
    ['calls what a package gives, which it names', "import { Queue } from 'bullmq'\nexport const q = () => new Queue('mail')", true],
    ['calls a member of that name of something else', 'export const q = () => new Queue("mail")', false],
    ['calls the default export of a package', "import session from 'express-session'\nexport const s = session({ secret: 'x' })", true],
    ['compares an element', 'export const isFirst = (xs, x) => xs[0] === x', false],
  ])('%s', async (_, text, expected) => {
    const { scopes } = await parsed('room.ts', text)
    expect(mayHold(text, scopes)).toBe(expected)
  })
})

test('a file of the fixtures that is not analysed has nothing to report', async () => {
  let skipped = 0
  for (const file of globSync('**/*.{js,cjs,mjs,ts,tsx}', { cwd: fixtures })) {
    const source = await parsed(file, readFileSync(fixtures + file, 'utf8'))
    if (mayHold(source.text, source.scopes)) continue
    skipped++
    const program = link([collectFacts(source)], { packages: [], pathMappings: [], tsconfigs: [], notices: [] }, models, { typeOf: () => undefined, declarationOf: () => undefined }, 'one file')
    expect(judge(program, codeRules), file).toEqual([])
  }
  expect(skipped).toBeGreaterThan(5)
})

async function parsed(file: string, text: string): Promise<ParsedFile> {
  const result = await parseText(file, text)
  if (!isParsed(result)) throw new Error(JSON.stringify(result))
  return result
}
