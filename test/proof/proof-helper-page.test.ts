import { spawnSync } from 'node:child_process'
import { readFileSync, symlinkSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../temporary-folder.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const page = readFileSync(`${root}/docs/proof-helper.md`, 'utf8')
const blocks = Array.from(page.matchAll(/^```js\n\/\/ (\S+)\n([^]*?)^```$/gm), ([, file, text]) => ({ file: file!, text: text! }))
const leaky = Object.fromEntries(blocks.toReversed().map(({ file, text }) => [file, text]))
const mended = Object.fromEntries(blocks.map(({ file, text }) => [file, text]))
/** The quantities that are said to leak, by the tables of a text. */
const leaksIn = (text: string): readonly string[] => Array.from(text.matchAll(/^ *(\S.*?) {2,}.* leaks$/gm), match => match[1]!)

test('the test of the page fails before the mend, as the page says', () => {
  const { status, stdout } = run(['--test', 'test/prices.test.js'], project(leaky))
  expect(status).toBe(1)
  expect(stdout).toContain('expected the event not to leak, but it leaks')
  expect(leaksIn(stdout)).toEqual(['live heap and external memory', 'listeners of emitters and event targets'])
  expect(leaksIn(page.slice(0, page.indexOf('## On the command line')))).toEqual(leaksIn(stdout))
  expect(stdout).toMatch(/listeners of emitters and event targets +\+12\.00/)
})

test('it passes after the mend, under node:test', () => {
  const { status, stdout } = run(['--test', 'test/prices.test.js'], project(mended))
  expect({ status, stdout: status === 0 ? '' : stdout }).toEqual({ status: 0, stdout: '' })
})

test('it passes after the mend in vitest', () => {
  const config = { 'vitest.config.js': "export default { test: { include: ['test/*.spec.js'] } }\n" }
  const { status, stdout } = run([`${root}/node_modules/vitest/vitest.mjs`, 'run', '--root', '.'], project({ ...mended, ...config }))
  expect({ status, stdout: status === 0 ? '' : stdout }).toEqual({ status: 0, stdout: '' })
})

// jest itself, with what it brings, would double what is installed here: its expect, and its way to load a module, stand for it
test('the test for jest passes, and fails for the event that leaks', () => {
  const jest = { 'jest-globals.cjs': JEST_GLOBALS }
  const args = ['--require', './jest-globals.cjs', 'test/orders.jest.cjs']
  expect(run(args, project({ ...mended, ...jest })).status).toBe(0)
  const failed = run(args, project({ ...mended, ...jest, 'test/orders.jest.cjs': mended['test/orders.jest.cjs']!.replaceAll('placeOrder', 'logOrder') }))
  expect(failed.status).toBe(1)
  expect(failed.stdout).toContain('expected the event not to leak, but it leaks')
})

test('measureLeak gives what the page says', () => {
  expect(run(['scripts/measure.js'], project(mended)).stdout).toBe(`${/console\.log\(.+\/\/ (.+)/.exec(page)![1]!}\n`)
})

test('leak-audit prove prints the table of the page, but for what a machine adds to the numbers', () => {
  const { status, stdout } = run([`${root}/dist/src/cli.js`, 'prove', 'src/orders.cjs#logOrder'], project(mended))
  const printed = Array.from(page.matchAll(/^```text\n([^]*?)^```$/gm), match => match[1]!).find(text => text.startsWith('src/orders.cjs#logOrder'))!
  const shape = (text: string): string => text.replaceAll(/[+±]?\d[\d.]* B/g, 'n B').replaceAll(/\d+ events in \d+ batches|Node\.js .*/g, '').replaceAll(/ +/g, ' ')
  expect({ status, stdout: shape(stdout) }).toEqual({ status: 1, stdout: shape(printed) })
})

const JEST_GLOBALS = `
const Module = require('node:module')
const { test } = require('node:test')
const { expect } = require(${JSON.stringify(`${root}/node_modules/expect`)})
const load = Module._load
Module._load = function (request, ...rest) {
  return request === '@jest/globals' ? { expect, test: (name, run) => test(name, run) } : load.call(this, request, ...rest)
}
`

function project(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder({ 'package.json': '{ "type": "module" }', ...files, 'node_modules/.keep': '' })
  symlinkSync(root, `${folder}/node_modules/eslint-plugin-leak-audit`)
  for (const name of ['express', 'vitest']) symlinkSync(`${root}/node_modules/${name}`, `${folder}/node_modules/${name}`)
  return folder
}

function run(args: readonly string[], cwd: string): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(?:VITEST|NODE_TEST_CONTEXT|NODE_OPTIONS|FORCE_COLOR|TEST$|NODE_ENV$)/.test(name)))
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8', env: { ...env, NO_COLOR: '1' } })
  return { status, stdout, stderr }
}
