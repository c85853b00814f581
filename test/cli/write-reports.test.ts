import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { formatNames } from '../../src/report/index.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const leaky = { 'tsconfig.json': '{}', 'server.ts': "import { createServer } from 'node:http'\nconst seen: string[] = []\ncreateServer((req, res) => {\n  seen.push(req.url!)\n  res.end()\n}).listen(3000)\n" }
const line = 'server.ts:4:3: error: '

test('one format goes to standard output, the others to their files, in folders that are made', () => {
  const cwd = temporaryFolder(leaky)
  const { status, stdout, stderr } = leakAudit(['--format', 'compact', '--format', 'json=out/reports/leaks.json'], cwd)
  expect({ status, stderr }).toEqual({ status: 1, stderr: '' })
  expect(stdout).toContain(line)
  expect(JSON.parse(readFileSync(join(cwd, 'out/reports/leaks.json'), 'utf8'))).toMatchObject({ findings: [{ file: 'server.ts', line: 4 }] })
})

test('when all goes to files, standard output is empty', () => {
  const cwd = temporaryFolder(leaky)
  expect(leakAudit(['--format', 'compact=leaks.txt'], cwd)).toEqual({ status: 1, stdout: '', stderr: '' })
  expect(readFileSync(join(cwd, 'leaks.txt'), 'utf8')).toContain(line)
})

test('a file is never coloured', () => {
  const cwd = temporaryFolder(leaky)
  leakAudit(['--color', '--format', 'text=leaks.txt'], cwd)
  expect(readFileSync(join(cwd, 'leaks.txt'), 'utf8')).not.toContain('\u001B')
})

test('a file that cannot be written is one line and exit code 2, and the other reports are written', () => {
  const cwd = temporaryFolder({ ...leaky, 'out/keep': '', 'plain': '' })
  const { status, stdout, stderr } = leakAudit(['--format', 'json=out', '--format', 'compact=plain/leaks.txt', '--format', 'text', '--format', 'compact=leaks.txt'], cwd)
  expect(status).toBe(2)
  expect(stderr).toBe('leak-audit: cannot write out: it is a folder\nleak-audit: cannot write plain/leaks.txt: a part of its path is no folder\n')
  expect(stdout).toContain('1 error in 1 file')
  expect(readFileSync(join(cwd, 'leaks.txt'), 'utf8')).toContain(line)
})

test('a wrong format is refused before anything is audited or written', () => {
  const cwd = temporaryFolder(leaky)
  expect(leakAudit(['--format', 'json=leaks.json', '--format', 'srif'], cwd)).toEqual({ status: 2, stdout: '', stderr: "leak-audit: unknown format 'srif'; did you mean 'sarif'?\n" })
  expect(existsSync(join(cwd, 'leaks.json'))).toBe(false)
})

test('annotations come with a summary of the job, behind what other steps wrote', () => {
  const cwd = temporaryFolder({ ...leaky, 'summary.md': '# Tests\n' })
  const { status, stdout, stderr } = leakAudit(['--format', 'github'], cwd, { GITHUB_STEP_SUMMARY: join(cwd, 'summary.md') })
  expect({ status, stderr }).toEqual({ status: 1, stderr: '' })
  expect(stdout).toMatch(/^::error file=server\.ts,line=4,/)
  expect(readFileSync(join(cwd, 'summary.md'), 'utf8')).toMatch(/^# Tests\n<!-- leak-audit -->\n### leak-audit: 1 error in 1 file\n[^]*`server\.ts:4`/)
})

test('other formats write no summary, and one that cannot be written is one line', () => {
  const cwd = temporaryFolder({ ...leaky, 'summary.md': '' })
  leakAudit(['--format', 'json'], cwd, { GITHUB_STEP_SUMMARY: join(cwd, 'summary.md') })
  expect(readFileSync(join(cwd, 'summary.md'), 'utf8')).toBe('')
  const { status, stdout, stderr } = leakAudit(['--format', 'github'], cwd, { GITHUB_STEP_SUMMARY: cwd })
  expect({ status, stderr }).toEqual({ status: 2, stderr: `leak-audit: cannot write ${cwd}: it is a folder\n` })
  expect(stdout).toMatch(/^::error /)
})

test.each(['AI_AGENT', 'CLAUDECODE', 'CURSOR_AGENT', 'CODEX_THREAD_ID', 'GEMINI_CLI', 'COPILOT_CLI'])('a coding agent, known by %s, is answered in its own format, unless it asks for another', name => {
  const cwd = temporaryFolder(leaky)
  expect(leakAudit([], cwd, { [name]: '1' }).stdout).toMatch(/^leak-audit: 1 leak in 1 file\n/)
  expect(leakAudit(['--format', 'text'], cwd, { [name]: '1' }).stdout).toMatch(/^server\.ts:4:3  error  /)
})

test('every format goes to its file in one run', () => {
  const cwd = temporaryFolder(leaky)
  const args = formatNames.flatMap(name => ['--format', `${name}=out/${name}`])
  expect(leakAudit(args, cwd)).toEqual({ status: 1, stdout: '', stderr: '' })
  for (const name of formatNames) expect(readFileSync(join(cwd, 'out', name), 'utf8'), name).toContain('no-unbounded-collection')
})

function leakAudit(args: readonly string[], cwd: string, variables: NodeJS.ProcessEnv = {}) {
  const env = { ...process.env, FORCE_COLOR: undefined, NO_COLOR: undefined, ...variables }
  const { status, stdout, stderr } = spawnSync(process.execPath, [`${root}/dist/src/cli.js`, ...args], { cwd, encoding: 'utf8', env })
  return { status, stdout, stderr }
}
