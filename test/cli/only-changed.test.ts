import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { leakAudit, sitesOf } from '../leak-audit.ts'
import { priceFeed, quotes } from '../price-feed.ts'
import { scratchRepository } from '../scratch-repository.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const server = priceFeed['src/server.ts']
/** The same leak, which the listener's own line does not show: the handler calls a helper. */
const withHelper = {
  ...priceFeed,
  'src/subscribe.ts': `import type { ServerResponse } from 'node:http'
import { bus } from './bus.ts'
export function subscribe(response: ServerResponse) {
  bus.on('price', price => response.write(String(price)))
}
`,
  'src/server.ts': `import { createServer } from 'node:http'
import { subscribe } from './subscribe.ts'
createServer((request, response) => {
  response.end()
}).listen(3000)
`,
}
const released = server.replace("bus.on('price', price => response.write(String(price)))", `const send = (price: number) => response.write(String(price))
  bus.on('price', send)
  response.on('close', () => bus.off('price', send))`)
const ELSEWHERE = 'leak-audit: notice: 1 more finding where the code has not changed since main\n'

describe('--since', () => {
  test('reports what stands on a line that is new, in a file that git knows or not, and counts the rest', () => {
    const { folder, write, git } = scratchRepository({ ...priceFeed, 'src/a "b" é.ts': 'export const nothing = 0\n' })
    git('config', 'diff.noprefix', 'true')
    write({ 'src/a "b" é.ts': quotes, 'src/new feed.ts': quotes })
    expect(sitesOf(['--since', 'main'], folder)).toEqual({ status: 1, findings: ['src/a "b" é.ts:4', 'src/new feed.ts:4'], baselined: [], stderr: ELSEWHERE })
  })

  test('reports nothing where no changed line leads to a leak', () => {
    const { folder, write } = scratchRepository(priceFeed)
    write({ 'src/server.ts': server.replace('3000', '3001') })
    expect(sitesOf(['--since', 'main'], folder)).toEqual({ status: 0, findings: [], baselined: [], stderr: ELSEWHERE })
  })

  test('reports a leak in an old line that a changed line leads to', () => {
    const { folder, write } = scratchRepository(withHelper)
    write({ 'src/server.ts': withHelper['src/server.ts'].replace('response.end()', 'subscribe(response)') })
    expect(sitesOf(['--since', 'main'], folder)).toMatchObject({ status: 1, findings: ['src/subscribe.ts:4'] })
  })

  test('reports a leak in the function from which a release was taken away', () => {
    const { folder, write } = scratchRepository({ ...priceFeed, 'src/server.ts': released })
    write({ 'src/server.ts': released.replace(/^ {2}response\.on.*\n/m, '') })
    expect(sitesOf(['--since', 'main'], folder)).toMatchObject({ status: 1, findings: ['src/server.ts:5'] })
  })

  test('follows a renamed file, whose old lines are old', () => {
    const { folder, write, git } = scratchRepository(priceFeed)
    git('mv', 'src/server.ts', 'src/feed.ts')
    write({ 'src/feed.ts': server.replace('3000', '3001') })
    expect(sitesOf(['--since', 'main'], folder)).toMatchObject({ status: 0, findings: [] })
  })

  test('compares with the commit at which the work left the branch, from a folder below the top', () => {
    const { folder, write, commit, git } = scratchRepository({ 'packages/feed/src/bus.ts': priceFeed['src/bus.ts'], 'packages/feed/src/server.ts': server, 'packages/feed/tsconfig.json': '{}' })
    git('switch', '--quiet', '--create', 'work')
    write({ 'packages/feed/src/quotes.ts': quotes })
    commit()
    git('switch', '--quiet', 'main')
    write({ 'packages/feed/src/server.ts': `// later\n${server.replace('bus.on', 'bus.addListener')}` })
    commit()
    git('switch', '--quiet', 'work')
    expect(sitesOf(['--since', 'main'], join(folder, 'packages/feed'))).toMatchObject({ status: 1, findings: ['src/quotes.ts:4'] })
  })

  test('sees changes in a submodule', () => {
    const feed = scratchRepository({ 'bus.ts': priceFeed['src/bus.ts'], 'quotes.ts': 'export {}\n' })
    const { folder, write, git, commit } = scratchRepository({ 'tsconfig.json': '{}' })
    git('submodule', '--quiet', 'add', feed.folder, 'feed')
    commit()
    write({ 'feed/quotes.ts': quotes })
    expect(sitesOf(['--since', 'HEAD'], folder)).toMatchObject({ status: 1, findings: ['feed/quotes.ts:4'] })
    expect(sitesOf(['--baseline-from', 'HEAD'], folder)).toMatchObject({ status: 1, findings: ['feed/quotes.ts:4'] })
  })

  test('a file that does not parse is an error where it changed, and a notice elsewhere', () => {
    const { folder, write } = scratchRepository({ ...priceFeed, 'src/broken.ts': 'export const = 1\n' })
    write({ 'src/clock.ts': 'export const now = () => Date.now()\n' })
    expect(leakAudit(['--since', 'main'], folder)).toMatchObject({ status: 0, stderr: expect.stringContaining('notice: not audited: src/broken.ts: Syntax error') as string })
    write({ 'src/broken.ts': 'export const = 2\n' })
    expect(leakAudit(['--since', 'main'], folder)).toMatchObject({ status: 2, stderr: expect.stringContaining('leak-audit: not audited: src/broken.ts:1:14') as string })
  })
})

describe('--staged', () => {
  test('reports what stands on a staged line', () => {
    const { folder, write, git } = scratchRepository(priceFeed)
    write({ 'src/quotes.ts': quotes })
    git('add', '.')
    expect(sitesOf(['--staged'], folder)).toMatchObject({ status: 1, findings: ['src/quotes.ts:4'], stderr: 'leak-audit: notice: 1 more finding where the code is not staged\n' })
  })

  test('judges what is staged, not what is written since', () => {
    const { folder, write, git } = scratchRepository({ ...priceFeed, 'src/server.ts': released })
    const temporary = temporaryFolder()
    write({ 'src/server.ts': server })
    git('add', '.')
    write({ 'src/server.ts': released })
    expect(sitesOf(['--staged'], folder, { TMPDIR: temporary })).toMatchObject({ status: 1, findings: ['src/server.ts:4'] })
    git('add', '.')
    write({ 'src/server.ts': server })
    expect(sitesOf(['--staged'], folder, { TMPDIR: temporary })).toMatchObject({ status: 0, findings: [] })
    expect(readdirSync(temporary)).toEqual([])
  })

  test('works before the first commit, and in a hook that went into a folder', () => {
    const { git } = scratchRepository()
    const folder = join(temporaryFolder(), 'new')
    mkdirSync(folder)
    git('init', '--quiet', folder)
    const files = scratchRepository(priceFeed).folder
    git('-C', folder, '--work-tree', files, 'add', '--all', '.')
    git('-C', folder, 'checkout-index', '--all')
    expect(sitesOf(['--staged'], join(folder, 'src'), { GIT_DIR: join(folder, '.git') })).toMatchObject({ status: 1, findings: ['server.ts:4'] })
  })
})

describe('what git cannot tell is refused in one line', () => {
  test('outside of a repository', () => {
    const folder = temporaryFolder(priceFeed)
    for (const args of [['--since', 'main'], ['--staged'], ['--baseline-from', 'main']]) {
      expect(leakAudit(args, folder)).toEqual({ status: 2, stdout: '', stderr: `leak-audit: ${args[0]!} needs a git repository, and ${folder} is in none\n` })
    }
  })

  test('a ref that is not there, or is an option', () => {
    const { folder } = scratchRepository(priceFeed)
    expect(leakAudit(['--since', 'nowhere'], folder)).toEqual({ status: 2, stdout: '', stderr: "leak-audit: --since: git knows no 'nowhere'\n" })
    expect(leakAudit(['--since=--all'], folder)).toEqual({ status: 2, stdout: '', stderr: "leak-audit: --since: git knows no '--all'\n" })
    expect(leakAudit(['--since', 'main', '--staged'], folder).stderr).toBe("leak-audit: option '--staged' cannot be used with option '--since <ref>'\n")
  })

  test('histories that have nothing in common', () => {
    const { folder, git, commit } = scratchRepository(priceFeed)
    git('switch', '--quiet', '--orphan', 'other')
    commit()
    expect(leakAudit(['--since', 'main'], folder)).toEqual({ status: 2, stdout: '', stderr: "leak-audit: --since: HEAD and 'main' have no commit in common\n" })
  })

  test('no git', () => {
    expect(leakAudit(['--since', 'main'], scratchRepository(priceFeed).folder, { PATH: temporaryFolder() })).toEqual({ status: 2, stdout: '', stderr: 'leak-audit: git is not installed, or not on the PATH\n' })
  })
})
