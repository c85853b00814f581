import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { program } from '../leak-audit.ts'
import { gitEnvironment, scratchRepository } from '../scratch-repository.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** Pages whose commands a reader runs in a service; those of hooks, pipelines and agents have tests of their own in test/adopt. */
const PAGES = ['README.md', 'docs/getting-started.md', 'docs/reading-a-finding.md', 'docs/heap-to-line.md', 'docs/baseline.md', 'docs/monorepos.md', 'docs/reports.md']

test.each(PAGES)('each command of %s does its work in the sample server', { timeout: 240_000 }, page => {
  const folder = sampleService()
  for (const command of commandsOf(page)) {
    const { status, stderr } = spawnSync('sh', ['-c', command.replace(/^npx leak-audit/, `"${process.execPath}" "${program}"`)], { cwd: folder, encoding: 'utf8', env: { ...gitEnvironment, NO_COLOR: '1', FORCE_COLOR: undefined } })
    expect(stderr.split('\n').filter(line => line.startsWith('leak-audit:') && !line.startsWith('leak-audit: notice:')), command).toEqual([])
    expect(status === 0 || status === 1, `${command}: exit code ${status}: ${stderr}`).toBe(true)
  }
})

test('the pages have commands', () => {
  expect(PAGES.filter(page => commandsOf(page).length === 0)).toEqual([])
})

/** The lines of shell blocks that call the auditor, without the remark behind them and what another program does with the result. */
function commandsOf(page: string): readonly string[] {
  const text = readFileSync(join(ROOT, page), 'utf8')
  return [...text.matchAll(/^```sh\n([^]*?)^```$/gm)].flatMap(({ 1: block }) => block!.split('\n'))
    .map(line => line.replace(/\s+#\s.*$/, '').replace(/;.*$/, ''))
    .filter(line => line.startsWith('npx leak-audit'))
}

/** The sample server with leaks, in a repository of two more packages, on a branch that added one of its files. */
function sampleService(): string {
  const { folder, git, commit } = scratchRepository({
    'package.json': JSON.stringify({ name: 'chat-room', type: 'module', workspaces: ['packages/*', 'apps/*'], dependencies: { express: '5.1.0' } }),
    'packages/api/package.json': JSON.stringify({ name: '@acme/api', type: 'module', main: './server.js' }),
    'packages/api/server.js': 'export const rooms = new Map()\n',
    'apps/api/package.json': JSON.stringify({ name: 'api', type: 'module', dependencies: { '@acme/api': '*' } }),
    'apps/api/main.js': 'import { rooms } from "@acme/api"\nexport const count = () => rooms.size\n',
    'apps/worker/package.json': JSON.stringify({ name: 'worker', type: 'module' }),
    'apps/worker/main.js': 'export const work = () => 1\n',
    '.gitignore': 'node_modules/\n',
  })
  git('update-ref', 'refs/remotes/origin/main', 'HEAD')
  git('checkout', '--quiet', '-b', 'orders')
  cpSync(join(ROOT, 'fixtures/programs/chat-room/leaky/src'), join(folder, 'src'), { recursive: true })
  mkdirSync(join(folder, 'node_modules'))
  writeFileSync(join(folder, 'src/orders.ts'), 'const orders: string[][] = []\n\nexport function placeOrder(): void {\n  orders.push(new Array<string>(100).fill("tea"))\n}\n')
  commit('orders')
  return folder
}
