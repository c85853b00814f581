import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { audit } from '../../src/audit.ts'
import { openDiskCache } from '../../src/cache/disk-cache.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const LEAKY = 'import { EventEmitter } from "node:events"\nimport { createServer } from "node:http"\nconst bus = new EventEmitter()\ncreateServer((req, res) => { bus.on("news", news => res.write(news)) }).listen(80)\n'

const options = (cwd: string) => ({ cwd, paths: ['.'] })

async function auditWith(cwd: string, folder: string, { tool = 'test', maxBytes = 1e9 } = {}) {
  const cache = openDiskCache({ folder, tool, maxBytes })
  const result = await audit(options(cwd), { cache })
  return { ...result, notices: cache.save() }
}

describe('a second audit', () => {
  test('of the same files takes facts and verdicts from the cache', async () => {
    const cwd = temporaryFolder({ 'server.js': LEAKY }), folder = temporaryFolder()
    const first = await auditWith(cwd, folder), second = await auditWith(cwd, folder)
    expect(first.stats).toMatchObject({ knownFiles: 0, isJudgementKnown: false })
    expect(second.stats).toMatchObject({ knownFiles: 1, isJudgementKnown: true })
    expect(second.findings).toEqual(first.findings)
    expect(first.findings).toHaveLength(1)
  })

  test('moves its findings with the code that is moved', async () => {
    const cwd = temporaryFolder({ 'server.js': LEAKY }), folder = temporaryFolder()
    await auditWith(cwd, folder)
    writeFileSync(join(cwd, 'server.js'), `// news for all\n\n${LEAKY}`)
    const { stats, findings: [finding] } = await auditWith(cwd, folder)
    expect(stats).toMatchObject({ knownFiles: 0, isJudgementKnown: true })
    expect(finding).toMatchObject({ line: 6, holder: { line: 5 } })
  })

  test('judges anew when a release is added in another file', async () => {
    const cwd = temporaryFolder({ 'bus.js': 'import { EventEmitter } from "node:events"\nexport const bus = new EventEmitter()\nexport const cache = new Map()\n', 'server.js': 'import { createServer } from "node:http"\nimport { cache } from "./bus.js"\ncreateServer((req, res) => { cache.set(req.url, res.statusCode) }).listen(80)\n', 'other.js': '' })
    const folder = temporaryFolder()
    expect((await auditWith(cwd, folder)).findings).toHaveLength(1)
    writeFileSync(join(cwd, 'other.js'), 'import { cache } from "./bus.js"\nsetInterval(() => cache.clear(), 1000)\n')
    expect(await auditWith(cwd, folder)).toMatchObject({ findings: [], stats: { knownFiles: 2, isJudgementKnown: false } })
  })

  test('by another version of the tool knows nothing, and says nothing of it', async () => {
    const cwd = temporaryFolder({ 'server.js': LEAKY }), folder = temporaryFolder()
    await auditWith(cwd, folder)
    expect(await auditWith(cwd, folder, { tool: 'next' })).toMatchObject({ notices: [], stats: { knownFiles: 0, isJudgementKnown: false } })
  })

  test('with other model rows judges anew', async () => {
    const cwd = temporaryFolder({ 'server.js': LEAKY }), folder = temporaryFolder()
    await auditWith(cwd, folder)
    const cache = openDiskCache({ folder, tool: 'test' })
    const { stats } = await audit({ ...options(cwd), models: [{ symbol: 'feed#Feed.on', role: 'acquire', resource: 'listener', holder: 'this', held: 'arg[1]', reason: 'none' }] }, { cache })
    expect(stats).toMatchObject({ knownFiles: 1, isJudgementKnown: false })
  })
})

describe('what is damaged or foreign', () => {
  test.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length - 30), 'damaged'],
    ['empty', () => Buffer.alloc(0), 'not a cache of leak-audit'],
    ['foreign', () => Buffer.from('PK\u0003\u0004'.repeat(20)), 'not a cache of leak-audit'],
    ['changed in its texts', (bytes: Buffer) => { bytes[Math.floor(bytes.length / 3)]! ^= 1; return bytes }, 'damaged'],
    ['changed in its index', (bytes: Buffer) => { bytes[bytes.length - 40]! ^= 1; return bytes }, 'damaged'],
  ])('%s: is ignored with a word, and made anew', async (_, damage, said) => {
    const cwd = temporaryFolder({ 'server.js': LEAKY }), folder = temporaryFolder()
    const { findings } = await auditWith(cwd, folder)
    for (const name of readdirSync(folder)) writeFileSync(join(folder, name), damage(readFileSync(join(folder, name))))
    // the facts are read when the text of a file has changed
    writeFileSync(join(cwd, 'feed.js'), '')
    const second = await auditWith(cwd, folder)
    expect(second.findings).toEqual(findings)
    expect(second.notices).toEqual([expect.stringMatching(new RegExp(`\\.facts is ${said}; it is not used$`))])
    expect((await auditWith(cwd, folder)).stats).toMatchObject({ knownFiles: 2, isJudgementKnown: true })
  })

  test('a folder that cannot be written is one notice', async () => {
    const cwd = temporaryFolder({ 'server.js': LEAKY }), place = temporaryFolder({ taken: '' })
    expect((await auditWith(cwd, join(place, 'taken/deeper'))).notices).toEqual([expect.stringMatching(/^the cache .* cannot be written: ENOTDIR$/)])
  })
})

test('it does not grow without end', async () => {
  const cwd = temporaryFolder({ 'server.js': LEAKY }), folder = temporaryFolder()
  const sizes: number[] = []
  for (let edit = 0; edit < 30; edit++) {
    writeFileSync(join(cwd, 'server.js'), `${LEAKY}export const edition = ${edit}\n`)
    await auditWith(cwd, folder)
    sizes.push(readdirSync(folder).length)
  }
  expect(Math.max(...sizes)).toBeLessThanOrEqual(10)
  expect(Math.max(...readdirSync(folder).map(name => statSync(join(folder, name)).size))).toBeLessThan(40_000)
})

test('it takes no more than it may', async () => {
  const cwd = temporaryFolder({ 'server.js': LEAKY, 'feed.js': LEAKY }), folder = temporaryFolder()
  await auditWith(cwd, folder, { maxBytes: 8_000 })
  const facts = readdirSync(folder).filter(name => name.endsWith('.facts')).map(name => statSync(join(folder, name)).size)
  expect(facts).toHaveLength(1)
  expect(facts[0]).toBeLessThan(9_000)
  expect((await auditWith(cwd, folder, { maxBytes: 8_000 })).findings).toHaveLength(2)
})

test('processes that audit at the same time do each other no harm', async () => {
  const cwd = temporaryFolder({ 'server.js': LEAKY, 'package.json': '{}' }), folder = temporaryFolder()
  const cli = fileURLToPath(new URL('../../dist/src/cli.js', import.meta.url))
  const run = async () => {
    const child = spawn(process.execPath, [cli, '--format', 'json', '--cache-location', folder], { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
    let complaints = ''
    child.stderr.on('data', (text: Buffer) => { complaints += text.toString() })
    child.stdout.resume()
    const [code] = await once(child, 'close') as [number]
    return { code, complaints }
  }
  expect(await Promise.all([run(), run(), run()])).toEqual(Array.from({ length: 3 }, () => ({ code: 1, complaints: '' })))
  expect(readdirSync(folder).filter(name => name.endsWith('.tmp'))).toEqual([])
})
