import { spawnSync } from 'node:child_process'
import { expect, test, vi } from 'vitest'
import { addLeak, mendLeak } from './added-leak.ts'
import { codeBlock } from './code-block.ts'
import { ROOT, sampleClone, type SampleClone } from './sample-clone.ts'

vi.setConfig({ testTimeout: 240_000 }) // each commits twice, and a hook audits through npx

test('husky', () => {
  const clone = sampleClone({ tools: ['husky'], files: { '.husky/pre-commit': codeBlock('docs/ci.md', 'husky') } })
  clone.run('npx husky')
  refusesTheLeak(clone)
})

test('lefthook', () => {
  const clone = sampleClone({ tools: ['lefthook'], files: { 'lefthook.yml': codeBlock('docs/ci.md', 'lefthook') } })
  clone.run('npx lefthook install')
  refusesTheLeak(clone)
})

test('lint-staged, run by husky', () => {
  const clone = sampleClone({ tools: ['husky', 'lint-staged'], files: { 'lint-staged.config.js': codeBlock('docs/ci.md', 'lint-staged'), '.husky/pre-commit': 'npx lint-staged\n' } })
  clone.run('npx husky')
  refusesTheLeak(clone)
})

test('simple-git-hooks', () => {
  const clone = sampleClone({ tools: ['simple-git-hooks'], files: { '.simple-git-hooks.json': codeBlock('docs/ci.md', 'simple-git-hooks') } })
  clone.run('npx simple-git-hooks')
  refusesTheLeak(clone)
})

test('a hook of git', () => {
  const clone = sampleClone()
  clone.write('.git/hooks/pre-commit', codeBlock('docs/ci.md', 'git'))
  clone.run('chmod +x .git/hooks/pre-commit')
  refusesTheLeak(clone)
})

const hasPreCommit = spawnSync('pre-commit', ['--version']).status === 0

test.skipIf(!hasPreCommit)('pre-commit, with a local hook', () => {
  const clone = sampleClone({ files: { '.pre-commit-config.yaml': codeBlock('docs/ci.md', 'pre-commit-local') } })
  clone.run('pre-commit install')
  refusesTheLeak(clone)
})

test.skipIf(!hasPreCommit)('pre-commit takes the hook that this repository offers', () => {
  expect(spawnSync('pre-commit', ['validate-manifest', `${ROOT}/.pre-commit-hooks.yaml`], { encoding: 'utf8' })).toMatchObject({ status: 0, stdout: '' })
})

/** A commit with a leak is refused with the evidence, what was there before is not its matter, and the mended commit passes. */
function refusesTheLeak(clone: SampleClone): void {
  addLeak(clone)
  const refused = clone.commit('Tell the page which rooms are active')
  expect(refused.output).toMatch(/src\/server\.ts:\d+:\d+ {2}error {2}no-unreleased-listener[^]*held by +bus +src\/bus\.ts:11/)
  expect(refused.output).not.toContain('src/rooms.ts')
  expect(refused.status).not.toBe(0)
  mendLeak(clone)
  const passed = clone.commit('Tell the page which rooms are active')
  expect(passed.status, passed.output).toBe(0)
  expect(clone.run('git log --format=%s').stdout).toBe('Tell the page which rooms are active\nThe sample server\n')
}
