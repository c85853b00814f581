import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { leakAudit, program, sitesOf } from '../leak-audit.ts'
import { priceFeed, quotes } from '../price-feed.ts'
import { gitEnvironment, scratchRepository } from '../scratch-repository.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const BASELINE = 'leak-audit-baseline.json'

/** A repository whose one leak is known. */
function knownFeed() {
  const repository = scratchRepository(priceFeed)
  const written = leakAudit(['--update-baseline'], repository.folder)
  return { ...repository, written }
}

describe('a baseline file', () => {
  test('is written where nobody names another, and says what it wrote', () => {
    const { folder, written } = knownFeed()
    expect({ status: written.status, stderr: written.stderr }).toEqual({ status: 0, stderr: `leak-audit: notice: wrote ${BASELINE}: 1 finding, 1 of them new, 0 gone\n` })
    expect(JSON.parse(readFileSync(join(folder, BASELINE), 'utf8'))).toMatchObject({ schemaVersion: 1, findings: [{ file: 'src/server.ts', rule: 'no-unreleased-listener', count: 1 }] })
  })

  test('is read where it lies, and what it knows is no reason to fail', () => {
    const { folder } = knownFeed()
    expect(sitesOf([], folder)).toEqual({ status: 0, findings: [], baselined: ['src/server.ts:4'], stderr: '' })
    expect(sitesOf(['--no-baseline'], folder)).toMatchObject({ status: 1, findings: ['src/server.ts:4'] })
  })

  test.each([
    ['moved down and reformatted', `import {createServer} from "node:http";
import {bus} from "./bus.ts";

export const port = 3000;

createServer(
  (request, response) => {
    bus.on(
      "price",
      (price) =>
        response.write(String(price)),
    );
  },
).listen(port);
`, 'src/server.ts:8'],
    ['commented', priceFeed['src/server.ts'].replace('  bus', '  // the price of the hour\n  bus'), 'src/server.ts:5'],
  ])('knows a leak that is %s', (_, text, site) => {
    const { folder, write } = knownFeed()
    write({ 'src/server.ts': text })
    expect(sitesOf([], folder)).toMatchObject({ status: 0, findings: [], baselined: [site] })
  })

  test('knows a leak whose file is renamed', () => {
    const { folder, git } = knownFeed()
    git('mv', 'src/server.ts', 'src/feed.ts')
    expect(sitesOf([], folder)).toEqual({ status: 0, findings: [], baselined: ['src/feed.ts:4'], stderr: '' })
  })

  test('does not know a second leak beside the first, though it is the same', () => {
    const { folder, write } = knownFeed()
    write({ 'src/server.ts': priceFeed['src/server.ts'].replace('}).listen', "  bus.on('price', price => response.write(String(price)))\n}).listen") })
    expect(sitesOf([], folder)).toMatchObject({ status: 1, findings: ['src/server.ts:5'], baselined: ['src/server.ts:4'] })
  })

  test('says when something is no longer there, and --prune-baseline takes it out', () => {
    const { folder, write } = knownFeed()
    write({ 'src/server.ts': "import './bus.ts'\n" })
    expect(sitesOf([], folder)).toMatchObject({ status: 0, stderr: `leak-audit: notice: 1 finding of ${BASELINE} is no longer there, the first in src/server.ts; --prune-baseline takes it out\n` })
    expect(leakAudit(['--prune-baseline'], folder)).toMatchObject({ status: 0, stderr: `leak-audit: notice: took 1 finding out of ${BASELINE}\n` })
    expect(readFileSync(join(folder, BASELINE), 'utf8')).toBe('{\n  "schemaVersion": 1,\n  "findings": []\n}\n')
  })

  test('--prune-baseline adds nothing', () => {
    const { folder, write } = knownFeed()
    write({ 'src/quotes.ts': quotes })
    const before = readFileSync(join(folder, BASELINE), 'utf8')
    expect(leakAudit(['--prune-baseline'], folder).status).toBe(1)
    expect(readFileSync(join(folder, BASELINE), 'utf8')).toBe(before)
  })

  test('keeps what a run for one rule or one folder does not look at', () => {
    const { folder, write } = knownFeed()
    write({ 'other/clock.ts': 'export const now = () => Date.now()\n' })
    for (const args of [['--rule', 'no-uncleared-interval'], ['other']]) {
      expect(leakAudit(args, folder)).toMatchObject({ status: 0, stderr: '' })
      expect(leakAudit([...args, '--update-baseline'], folder)).toMatchObject({ status: 0, stderr: `leak-audit: notice: wrote ${BASELINE}: 1 finding, 0 of them new, 0 gone\n` })
    }
    expect(sitesOf([], folder)).toMatchObject({ status: 0, baselined: ['src/server.ts:4'] })
  })

  test('may be named on the command line and in the configuration', () => {
    const { folder, write } = scratchRepository({ ...priceFeed, 'leak-audit.config.json': '{ "baseline": "known.json" }' })
    expect(leakAudit(['--update-baseline'], folder).stderr).toContain('wrote known.json: 1 finding')
    expect(leakAudit([], folder).status).toBe(0)
    write({ 'leak-audit.config.json': '{}' })
    expect(leakAudit([], folder).status).toBe(1)
    expect(leakAudit(['--baseline', 'known.json'], folder).status).toBe(0)
  })

  test.each([
    [['--baseline', 'nowhere.json'], /^leak-audit: baseline nowhere\.json: no such file; --update-baseline writes it\n$/],
    [['--prune-baseline'], /^leak-audit: baseline leak-audit-baseline\.json: no such file; --update-baseline writes it\n$/],
    [['--baseline', 'tsconfig.json'], /^leak-audit: baseline tsconfig\.json: the key 'schemaVersion' is missing; --update-baseline writes it anew\n$/],
    [['--baseline', 'src/bus.ts'], /^leak-audit: baseline src\/bus\.ts is not valid JSON: .+\n$/],
    [['--update-baseline', '--since', 'main'], /^leak-audit: option '--update-baseline' cannot be used with option '--since <ref>'\n$/],
    [['--no-baseline', '--update-baseline'], /^leak-audit: --update-baseline has nothing to write with --no-baseline\n$/],
    [['--baseline-from', 'nowhere'], /^leak-audit: --baseline-from: git knows no 'nowhere'\n$/],
  ])('%j is refused in one line', (args, message) => {
    const { status, stdout, stderr } = leakAudit(args, scratchRepository(priceFeed).folder)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(message)
  })
})

describe('--baseline-from', () => {
  test('knows what the commit had, by an audit of it, and leaves nothing behind', () => {
    const { folder, write, git } = scratchRepository({ ...priceFeed, '.gitignore': 'node_modules\n' })
    const temporary = temporaryFolder()
    write({ 'src/quotes.ts': quotes, 'src/server.ts': `\n\n${priceFeed['src/server.ts']}` })
    const before = git('status', '--porcelain')
    expect(sitesOf(['--baseline-from', 'main'], folder, { TMPDIR: temporary })).toEqual({ status: 1, findings: ['src/quotes.ts:4'], baselined: ['src/server.ts:6'], stderr: '' })
    expect(readdirSync(temporary)).toEqual([])
    expect(git('status', '--porcelain')).toBe(before)
    expect(git('worktree', 'list').trim().split('\n')).toHaveLength(1)
  })

  test('finds a leak that came by taking the release away, on a line that did not change', () => {
    const released = priceFeed['src/server.ts'].replace("bus.on('price', price => response.write(String(price)))", `const send = (price: number) => response.write(String(price))
  bus.on('price', send)
  response.on('close', () => bus.off('price', send))`)
    const { folder, write } = scratchRepository({ ...priceFeed, 'src/server.ts': released })
    expect(sitesOf([], folder).findings).toEqual([])
    write({ 'src/server.ts': released.replace(/^ {2}response\.on.*\n/m, '') })
    expect(sitesOf(['--baseline-from', 'HEAD'], folder)).toMatchObject({ status: 1, findings: ['src/server.ts:5'] })
  })

  test('is the commit at which the work left the branch, not what came to the branch since', () => {
    const { folder, write, commit, git } = scratchRepository(priceFeed)
    git('switch', '--quiet', '--create', 'work')
    write({ 'src/clock.ts': 'export const now = () => Date.now()\n' })
    commit()
    git('switch', '--quiet', 'main')
    write({ 'src/server.ts': 'export {}\n' })
    commit('mended')
    git('switch', '--quiet', 'work')
    expect(sitesOf(['--baseline-from', 'main'], folder)).toMatchObject({ status: 0, findings: [], baselined: ['src/server.ts:4'] })
  })

  test('works from a folder below the top, with a folder that the commit does not have', () => {
    const { folder, write } = scratchRepository(Object.fromEntries(Object.entries(priceFeed).map(([path, text]) => [`packages/feed/${path}`, text])))
    write({ 'packages/feed/extra/quotes.ts': quotes.replace('./bus.ts', '../src/bus.ts') })
    expect(sitesOf(['--baseline-from', 'HEAD'], join(folder, 'packages/feed'))).toMatchObject({ status: 1, findings: ['extra/quotes.ts:4'], baselined: ['src/server.ts:4'] })
    expect(sitesOf(['--baseline-from', 'HEAD', 'extra', 'src'], join(folder, 'packages/feed'))).toMatchObject({ findings: ['extra/quotes.ts:4'] })
  })

  test('is what is there of a clone that does not reach back', () => {
    const { folder } = scratchRepository(priceFeed)
    const clone = join(temporaryFolder(), 'clone')
    const { git } = scratchRepository()
    git('clone', '--quiet', '--depth', '1', `file://${folder}`, clone)
    expect(sitesOf(['--baseline-from', 'HEAD'], clone)).toMatchObject({ status: 0, baselined: ['src/server.ts:4'] })
    expect(leakAudit(['--baseline-from', 'HEAD~1'], clone).stderr).toMatch(/^leak-audit: --baseline-from: git knows no 'HEAD~1'; this clone is shallow: fetch more/)
  })

  test.each([['SIGINT', 130], ['SIGTERM', 143]] as const)('leaves nothing behind when %s ends it', async (signal, code) => {
    const { folder } = scratchRepository({ ...priceFeed, ...Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`src/quotes/${index}.ts`, quotes.replace('./bus', '../bus')])) })
    const temporary = temporaryFolder()
    const running = spawn(process.execPath, [program, '--baseline-from', 'main'], { cwd: folder, env: { ...gitEnvironment, TMPDIR: temporary }, stdio: 'ignore' })
    const ended = new Promise<number | null>(resolve => { running.on('exit', resolve) })
    while (!readdirSync(temporary).some(name => existsSync(join(temporary, name, 'tree/src/bus.ts')))) await new Promise(resolve => setTimeout(resolve, 5))
    running.kill(signal)
    expect(await ended).toBe(code)
    expect(readdirSync(temporary)).toEqual([])
  })
})
