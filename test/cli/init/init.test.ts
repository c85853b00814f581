import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../temporary-folder.ts'
import { initIn, packageWith, repositoryOf, textAfter } from './init-in.ts'

const cli = resolve(import.meta.dirname, '../../../dist/src/cli.js')

test('package.json keeps its indentation, its order and its last line', async () => {
  const plan = await initIn({ 'package.json': '{\n\t"name": "shop",\n\t"scripts": {\n\t\t"test": "node --test"\n\t},\n\t"type": "module"\n}' })
  expect(textAfter(plan, 'package.json')).toBe('{\n\t"name": "shop",\n\t"scripts": {\n\t\t"test": "node --test",\n\t\t"leak-audit": "leak-audit"\n\t},\n\t"type": "module"\n}')
})

test('a script of that name is not touched', async () => {
  const plan = await initIn({ 'package.json': '{ "scripts": { "leak-audit": "leak-audit src --stats" } }' })
  expect(textAfter(plan, 'package.json')).toBeUndefined()
  expect(plan.present).toContainEqual({ kind: 'present', where: 'script leak-audit of package.json' })
})

test('oxlint: the plugin goes behind the others, comments stay, and each recommended rule is named', async () => {
  const plan = await initIn({ '.oxlintrc.json': '{\n  // ours\n  "jsPlugins": ["eslint-plugin-x"],\n  "rules": { "eqeqeq": "error" }\n}\n' })
  const after = textAfter(plan, '.oxlintrc.json')!
  expect(after).toContain('// ours')
  expect(after).toMatch(/"eslint-plugin-x",\s+"eslint-plugin-leak-audit"/)
  expect(after).toMatch(/"eqeqeq": "error",\s+"leak-audit\/no-unreleased-listener": "error"/)
})

test('oxlint among the dependencies is enough', async () => {
  const plan = await initIn({ 'package.json': packageWith('oxlint') })
  expect(JSON.parse(textAfter(plan, '.oxlintrc.json')!)).toMatchObject({ jsPlugins: ['eslint-plugin-leak-audit'], rules: { 'leak-audit/no-uncleared-timeout': 'warn' } })
})

test('without a terminal it shows what it would write, writes nothing, and says how to', () => {
  const folder = repositoryOf({ 'package.json': packageWith('eslint') })
  const { status, stdout, stderr } = init([], folder)
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(stdout).toContain('+++ eslint.config.js\n@@ -0,0 +1,5 @@\n+import leakAudit from')
  expect(stdout).toMatch(/Nothing written: this is no terminal to ask at\. To write 3 files: leak-audit init --yes\n$/)
  expect(existsSync(`${folder}/eslint.config.js`)).toBe(false)
})

test('--dry-run writes nothing, even with --yes', () => {
  const folder = repositoryOf({})
  expect(init(['--yes', '--dry-run'], folder).stdout).toMatch(/2 files would be written\.\n$/)
  expect(readFileSync(`${folder}/package.json`, 'utf8')).toBe('{}\n')
})

test('--yes writes what it showed, and a second run has nothing to write', () => {
  const folder = repositoryOf({ 'package.json': packageWith('eslint', 'oxlint', 'husky', 'eslint-plugin-leak-audit') })
  expect(init(['--yes'], folder)).toMatchObject({ status: 0, stderr: '', stdout: expect.stringMatching(/\nWrote eslint\.config\.js, \.oxlintrc\.json, package\.json, \.husky\/pre-commit\.\n$/) })
  expect(statSync(`${folder}/.husky/pre-commit`).mode & 0o111).toBe(0o111)
  const written = ['eslint.config.js', '.oxlintrc.json', 'package.json', '.husky/pre-commit']
  const texts = () => written.map(file => readFileSync(`${folder}/${file}`, 'utf8'))
  const first = texts()
  expect(init(['--yes'], folder).stdout).toMatch(/Already there: eslint\.config\.js\.\n[^]*\nNothing to write\.\n$/)
  expect(texts()).toEqual(first)
})

test.each([
  ['{ "scripts": ', /^leak-audit: package\.json is not valid JSON: .+\n$/],
  [undefined, /^leak-audit: no package\.json here: run it in the folder of the package\n$/],
])('package.json %j is refused in one line', (text, message) => {
  const { status, stdout, stderr } = init([], temporaryFolder(text === undefined ? {} : { 'package.json': text }))
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  expect(stderr).toMatch(message)
})

test('outside a repository there is no hook', async () => {
  const { stdout } = init(['--dry-run'], temporaryFolder({ 'package.json': '{}' }))
  expect(stdout).toContain('Left out: hook (no git repository).')
})

function init(args: readonly string[], cwd: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'init', ...args], { cwd, encoding: 'utf8' })
  return { status, stdout, stderr }
}
