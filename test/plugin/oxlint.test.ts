import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { leaky, mended } from './chat-room.ts'

const project = resolve(import.meta.dirname, '../..')
let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'chat-room-'))
  writeFileSync(join(folder, '.oxlintrc.json'), JSON.stringify({ jsPlugins: [join(project, 'dist/src/plugin.js')], categories: { correctness: 'off' }, rules: { 'leak-audit/no-unreleased-listener': 'error' } }))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function oxlint(text: string): string {
  writeFileSync(join(folder, 'room.js'), text)
  const { stdout, stderr } = spawnSync(process.execPath, [join(project, 'node_modules/oxlint/bin/oxlint'), '--format', 'unix', 'room.js'], { cwd: folder, encoding: 'utf8' })
  return stdout + stderr
}

it('oxlint reports the leak', () => {
  expect(oxlint(leaky)).toMatch(/room\.js:9:\d+.*no-unreleased-listener|room\.js:9:\d+: Every GET \/stream/)
})

it('oxlint is silent on the mend', () => {
  expect(oxlint(mended)).not.toMatch(/no-unreleased-listener|Every GET/)
})
