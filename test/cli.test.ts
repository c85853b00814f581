import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { rules } from '../rules/index.ts'
import { temporaryFolder } from './temporary-folder.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const server = { 'server.ts': 'export const port = 3000\n' }

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
  [['--format', 'xml'], "option '--format <name>' argument 'xml' is invalid. Allowed choices are text, json, github."],
  [['--format'], "option '--format <name>' argument missing"],
  [['--min-confidence', 'high'], "option '--min-confidence <level>' argument 'high' is invalid. Allowed choices are certain, likely, possible."],
  [['--max-warnings', '-3'], "option '--max-warnings <n>' argument '-3' is invalid. A whole number is expected."],
  [['--rule', 'no-unbound-cache'], "unknown rule 'no-unbound-cache'; did you mean 'no-unbounded-cache'?"],
  [['--rule', 'zzz'], `unknown rule 'zzz'; known: ${rules.map(rule => rule.id).join(', ')}`],
  [['--config', 'missing.json'], 'config missing.json: no such file'],
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

function leakAudit(args: readonly string[], cwd = root): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`${root}/dist/src/cli.js`, ...args], { cwd, encoding: 'utf8' })
  return { status, stdout, stderr }
}
