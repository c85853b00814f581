import { expect, test, vi } from 'vitest'
import { parse } from 'yaml'
import { addLeak } from './added-leak.ts'
import { codeBlock } from './code-block.ts'
import { sampleClone } from './sample-clone.ts'

vi.setConfig({ testTimeout: 240_000 })

test('GitLab: the job fails for what the merge request adds, and leaves a code quality report', () => {
  const { 'leak-audit': { script } } = parse(codeBlock('docs/ci.md', 'gitlab')) as { 'leak-audit': { script: string[] } }
  const clone = sampleClone()
  clone.run('git switch --quiet --create activity')
  addLeak(clone)
  clone.commit('Tell the page which rooms are active')
  // what `npm ci` installs is linked already; a runner stops at the first command that fails
  const ran = clone.run(['set -eo pipefail', ...script.filter(line => line !== 'npm ci')].join('\n'), { CI: 'true', GITLAB_CI: 'true', CI_MERGE_REQUEST_DIFF_BASE_SHA: 'main' })
  expect(ran.output).toMatch(/src\/server\.ts:21:3 {2}error {2}no-unreleased-listener/)
  expect(ran.output).not.toContain('src/rooms.ts')
  expect(ran.status).toBe(1)
  const report = JSON.parse(clone.read('gl-code-quality-report.json')) as { check_name: string; location: { path: string } }[]
  expect(report.map(({ check_name, location }) => [check_name, location.path])).toEqual([['no-unreleased-listener', 'src/server.ts']])
})

test('the GitLab recipe keeps the report of a job that fails', () => {
  const { 'leak-audit': job } = parse(codeBlock('docs/ci.md', 'gitlab')) as { 'leak-audit': { artifacts: unknown } }
  expect(job.artifacts).toEqual({ when: 'always', reports: { codequality: 'gl-code-quality-report.json' } })
})

test('anywhere else: the commands fail for what is added, and leave their reports', () => {
  const clone = sampleClone()
  clone.run('git switch --quiet --create activity')
  addLeak(clone)
  clone.commit('Tell the page which rooms are active')
  const ran = clone.run(codeBlock('docs/ci.md', 'generic').replace(/^npm ci\n/, ''), { BASE: 'main' })
  expect(ran.output).toMatch(/src\/server\.ts:21:3 {2}error {2}no-unreleased-listener/)
  expect(ran.status).toBe(1)
  expect(clone.read('leak-audit.xml')).toContain('no-unreleased-listener')
  expect(clone.read('leak-audit.sarif')).toContain('"ruleId": "no-unreleased-listener"')
})
