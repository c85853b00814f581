import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { rules } from '../rules/index.ts'
import { temporaryFolder } from './temporary-folder.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const leakyChat = `${root}/fixtures/programs/chat-room/leaky`
const NEWS = 'import { EventEmitter } from "node:events"\nimport { createServer } from "node:http"\nconst bus = new EventEmitter()\ncreateServer((req, res) => { bus.on("news", news => res.write(news)) }).listen(80)\n'
const server = { 'server.ts': 'export const port = 3000\n', 'tsconfig.json': '{}' }

test('--help says what it does, with examples, exit codes and rules', () => {
  const { status, stdout, stderr } = leakAudit(['--help'])
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  for (const part of ['Finds memory leaks in Node.js servers', 'Examples:', 'Exit codes:', '--min-confidence', ...rules.map(rule => rule.id)]) {
    expect(stdout).toContain(part)
  }
})

test('--version prints the version of the package', () => {
  const { version } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8')) as { version: string }
  expect(leakAudit(['--version'])).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' })
})

test.each([
  [['--fromat', 'json'], "unknown option '--fromat' (Did you mean --format?)"],
  [['--format', 'jsno'], "unknown format 'jsno'; did you mean 'json'?"],
  [['--format', 'text', '--format', 'json'], "only one format can go to standard output; give 'json' a file: --format json=<file>"],
  [['--format'], "option '--format <name[=file]>' argument missing"],
  [['--min-confidence', 'high'], "option '--min-confidence <level>' argument 'high' is invalid. Allowed choices are certain, likely, possible."],
  [['--max-warnings', '-3'], "option '--max-warnings <n>' argument '-3' is invalid. A whole number is expected."],
  [['--rule', 'no-unbound-cache'], "unknown rule 'no-unbound-cache'; did you mean 'no-unbounded-cache'?"],
  [['--rule', 'zzz'], `unknown rule 'zzz'; known: ${rules.map(rule => rule.id).join(', ')}`],
  [['--config', 'missing.json'], 'config missing.json: no such file'],
  [['nowhere'], 'no such file or folder: nowhere'],
  [['nowhere/**'], 'no source files match nowhere/**'],
])('%j is refused in one line', (args, message) => {
  expect(leakAudit(args, temporaryFolder(server))).toEqual({ status: 2, stdout: '', stderr: `leak-audit: ${message}\n` })
})

test('a configuration that says something unknown is refused in one line', () => {
  const cwd = temporaryFolder({ ...server, 'leak-audit.config.json': '{ "ignroes": [] }' })
  expect(leakAudit([], cwd)).toEqual({
    status: 2, stdout: '', stderr: "leak-audit: config leak-audit.config.json: unknown key 'ignroes'; did you mean 'ignores'?\n",
  })
})

test('broken JSON in the configuration is refused in one line', () => {
  const { status, stdout, stderr } = leakAudit([], temporaryFolder({ ...server, 'leak-audit.config.json': '{\n  "rules":\n}' }))
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  expect(stderr).toMatch(/^leak-audit: config leak-audit\.config\.json is not valid JSON: .+\n$/)
})

test('a folder without source files is refused in one line', () => {
  const { status, stderr } = leakAudit([], temporaryFolder({ 'notes.md': '' }))
  expect({ status, stderr }).toEqual({ status: 2, stderr: 'leak-audit: no source files found in .\n' })
})

test('a program without leaks is one line and exit code 0', () => {
  const { status, stdout, stderr } = leakAudit(['src'], `${root}/fixtures/programs/chat-room/mended`)
  expect(stdout).toMatch(/^No leaks found in 7 files \(\d+\.\d s\)\.\n$/)
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
})

test('findings are exit code 1, and JSON is alone on standard output', () => {
  const { status, stdout, stderr } = leakAudit(['src', '--format', 'json', '--rule', 'no-uncleared-interval'], leakyChat)
  const { findings } = JSON.parse(stdout) as { findings: { rule: string; file: string }[] }
  expect(findings.map(({ rule, file }) => `${rule} ${file}`)).toEqual(['no-uncleared-interval src/ticker.ts'])
  expect({ status, stderr }).toEqual({ status: 1, stderr: '' })
})

test('--max-warnings allows warnings, not errors', () => {
  const warnings = temporaryFolder({ 'warn.json': '{ "rules": { "no-uncleared-interval": "warning" } }' })
  const args = ['src', '--rule', 'no-uncleared-interval', '--max-warnings', '1']
  expect(leakAudit(args, leakyChat).status).toBe(1)
  expect(leakAudit([...args, '--config', `${warnings}/warn.json`], leakyChat).status).toBe(0)
})

test('a file that does not parse is named, and the rest is audited', () => {
  const { status, stdout, stderr } = leakAudit(['--format', 'json'], temporaryFolder({ ...server, 'broken.ts': 'const = 1\n' }))
  const { errors, stats } = JSON.parse(stdout) as { errors: { file: string }[]; stats: { files: number } }
  expect(errors.map(error => error.file)).toEqual(['broken.ts'])
  expect(stats.files).toBe(1)
  expect(stderr).toMatch(/^leak-audit: not audited: broken\.ts:1:\d+: .+\n$/)
  expect(status).toBe(2)
})

test.each([
  [{ FORCE_COLOR: '1' }, [], true],
  [{ FORCE_COLOR: '0' }, [], false],
  [{ NO_COLOR: '1' }, [], false],
  [{ FORCE_COLOR: '1' }, ['--no-color'], false],
  [{}, ['--color'], true],
  [{}, [], false],
])('with %j and %j, colour in a pipe is %j', (variables, args, isColored) => {
  const { stdout } = leakAudit(args, temporaryFolder(server), variables)
  expect(stdout.includes('\u001B[')).toBe(isColored)
})

test('--stats goes to standard error', () => {
  const { stdout, stderr } = leakAudit(['--stats'], temporaryFolder(server))
  expect(stdout).toMatch(/^No leaks found/)
  expect(stderr).toMatch(/^unresolved calls +0$/m)
})

test('--stats tells what came from the cache', () => {
  const args = ['src', '--stats', '--cache-location', temporaryFolder()]
  expect(leakAudit(args, leakyChat).stderr).toMatch(/^facts from cache +0 of \d+ files\nverdicts +made anew$/m)
  expect(leakAudit(args, leakyChat).stderr).toMatch(/^facts from cache +(\d+) of \1 files\nverdicts +from cache$/m)
  expect(leakAudit([...args, '--no-cache'], leakyChat).stderr).toMatch(/^verdicts +made anew$/m)
})

test('--quiet reports errors alone, and warnings are no reason to fail', () => {
  const cwd = temporaryFolder({ 'leak-audit.config.json': '{ "rules": { "no-unreleased-listener": "warning" } }', 'server.js': NEWS })
  expect(leakAudit([], cwd)).toMatchObject({ status: 1 })
  const { status, stdout, stderr } = leakAudit(['--quiet'], cwd)
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(stdout).toMatch(/^No leaks found/)
})

test('--verbose says what is read, and what is not and why', () => {
  const cwd = temporaryFolder({ ...server, 'bundle.js': '/******/ (() => { // webpackBootstrap\n})()', 'broken.ts': 'const = 1\n', 'leak-audit.config.json': '{}' })
  const { stderr } = leakAudit(['--verbose', '--no-cache'], cwd)
  for (const line of ['configuration: leak-audit.config.json', 'no cache', 'server.ts: parsed', 'bundle.js: not audited: minified, bundled or no text; name it to audit it', 'broken.ts: not audited: Syntax error: Unexpected token']) {
    expect(stderr).toContain(`leak-audit: ${line}\n`)
  }
})

test('no progress is shown in a pipe', () => {
  expect(leakAudit([], temporaryFolder(server)).stderr).toBe('')
})

test('--print-config prints what holds for a file', () => {
  const cwd = temporaryFolder({ 'leak-audit.config.json': JSON.stringify({ paths: ['src'], ignores: ['dist/'], rules: { 'no-heartbeat': 'warning' }, overrides: [{ files: ['src/legacy/'], minConfidence: 'certain', rules: { 'no-heartbeat': 'off', 'no-unbounded-cache': ['error', { ignoreHolders: ['plugins'] }] } }] }) })
  const settings = (file: string) => JSON.parse(leakAudit(['--print-config', file], cwd).stdout) as { rules: Record<string, unknown> }
  expect(settings('src/server.ts')).toMatchObject({ file: 'src/server.ts', configFile: 'leak-audit.config.json', isIgnored: false, paths: ['src'], minConfidence: 'likely', rules: { 'no-heartbeat': 'warning', 'no-unbounded-cache': 'error' } })
  expect(settings('src/legacy/feed.ts')).toMatchObject({ minConfidence: 'certain', rules: { 'no-heartbeat': 'off', 'no-unbounded-cache': ['error', { ignoreHolders: ['plugins'] }] } })
  expect(settings('dist/server.js')).toMatchObject({ isIgnored: true })
})

test.skipIf(process.platform === 'win32')('--watch audits again after a change, says what is gone, and ends with 130 at Ctrl-C', async () => {
  const cwd = temporaryFolder({ 'server.js': NEWS })
  const child = spawn(process.execPath, [`${root}/dist/src/cli.js`, '--watch'], { cwd, stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, CI: '' } })
  const waitFor = async (text: string) => {
    while (!said.includes(text)) await once(child.stderr, 'data')
  }
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => { said += chunk.toString() })
  await waitFor('watching for changes')
  writeFileSync(`${cwd}/server.js`, 'export const port = 3000\n')
  await waitFor('gone: server.js:4 no-unreleased-listener')
  const ended = once(child, 'close')
  child.kill('SIGINT')
  expect(await ended).toEqual([130, null])
})

test('explain prints the page of a rule', () => {
  const { status, stdout, stderr } = leakAudit(['explain', 'no-partial-release'])
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(stdout).toBe(readFileSync(`${root}/docs/rules/no-partial-release.md`, 'utf8'))
})

test('why prints what is concluded of a line that leaks, and how it is reached', () => {
  const { status, stdout, stderr } = leakAudit(['why', 'src/subscribe.ts:5:3'], leakyChat)
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(stdout).toMatch(/^src\/subscribe\.ts:5:3 {2}leaks\n/)
  expect(stdout).toMatch(/held by +bus +src\/bus\.ts:11 +lives as long as the process/)
  expect(stdout).toMatch(/runs per +request: GET \/stream +src\/server\.ts:20 → subscribe\(…\) src\/server\.ts:22/)
  expect(stdout).toMatch(/concluded +no-unreleased-listener, certain: Every GET \/stream/)
})

test('why says why a line is not reported', () => {
  expect(leakAudit(['why', 'src/server.ts:34'], leakyChat).stdout).toMatch(/^src\/server\.ts:34:1 {2}safe\n[^]*concluded +no leak: once, when the module loads\n$/)
})

test('why names the lines that hold something when the one asked for does not', () => {
  expect(leakAudit(['why', 'src/rooms.ts:4'], leakyChat)).toEqual({ status: 0, stdout: 'src/rooms.ts:4 puts nothing under a holder; lines that do: 8.\n', stderr: '' })
})

test.each([
  [['explain', 'no-partial-relase'], "unknown rule 'no-partial-relase'; did you mean 'no-partial-release'?"],
  [['explain'], "missing required argument 'rule'"],
  [['why', 'src/rooms.ts'], "'src/rooms.ts' is not <file>:<line>, such as src/server.ts:14"],
  [['why', 'src/rooms.ts:0'], "'src/rooms.ts:0' is not <file>:<line>, such as src/server.ts:14"],
  [['why', 'src/rooms.ts:900'], 'src/rooms.ts has 18 lines'],
  [['why', 'src/nowhere.ts:3'], 'src/nowhere.ts is not among the 7 files of .'],
])('%j is refused in one line, too', (args, message) => {
  expect(leakAudit(args, leakyChat)).toEqual({ status: 2, stdout: '', stderr: `leak-audit: ${message}\n` })
})

function leakAudit(args: readonly string[], cwd = root, variables: NodeJS.ProcessEnv = {}): { status: number | null; stdout: string; stderr: string } {
  const env = { ...process.env, FORCE_COLOR: undefined, NO_COLOR: undefined, ...variables } // whether the surroundings ask for colour is not the subject
  const { status, stdout, stderr } = spawnSync(process.execPath, [`${root}/dist/src/cli.js`, ...args], { cwd, encoding: 'utf8', env })
  return { status, stdout, stderr }
}
