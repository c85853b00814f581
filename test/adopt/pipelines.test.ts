import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { parse } from 'yaml'
import { addLeak } from './added-leak.ts'
import { codeBlock } from './code-block.ts'
import { ROOT, scratchRepository } from './scratch-repository.ts'

vi.setConfig({ testTimeout: 240_000 })

test('GitLab: the job fails for what the merge request adds, and leaves a code quality report', () => {
  // gitlab-ci-local runs the job in a shell; what `npm ci` installs is linked already
  const job = codeBlock('docs/ci.md', 'gitlab').replace(/^ {2}image: .*\n/m, '').replace(/^ {4}- npm ci\n/m, '')
  const clone = scratchRepository({ files: { '.gitlab-ci.yml': job, '.gitignore': 'node_modules\n.gitlab-ci-local\n' } })
  clone.run('git switch --quiet --create activity')
  addLeak(clone)
  clone.commit('Tell the page which rooms are active')
  const ran = clone.run([
    `'${process.execPath}' '${join(ROOT, 'node_modules/gitlab-ci-local/dist/index.js')}' leak-audit --shell-isolation=false`,
    '--variable CI_PIPELINE_SOURCE=merge_request_event --variable CI_MERGE_REQUEST_DIFF_BASE_SHA=main',
  ].join(' '))
  expect(ran.output).toMatch(/src\/server\.ts:21:3 {2}error {2}no-unreleased-listener/)
  expect(ran.output).not.toContain('src/rooms.ts')
  expect(ran.status).not.toBe(0)
  const report = JSON.parse(clone.read('gl-code-quality-report.json')) as { check_name: string; location: { path: string } }[]
  expect(report.map(({ check_name, location }) => [check_name, location.path])).toEqual([['no-unreleased-listener', 'src/server.ts']])
})

test('the GitLab recipe keeps the report of a job that fails', () => {
  const { 'leak-audit': job } = parse(codeBlock('docs/ci.md', 'gitlab')) as { 'leak-audit': { artifacts: unknown } }
  expect(job.artifacts).toEqual({ when: 'always', reports: { codequality: 'gl-code-quality-report.json' } })
})

test('anywhere else: the commands fail for what is added, and leave their reports', () => {
  const clone = scratchRepository()
  clone.run('git switch --quiet --create activity')
  addLeak(clone)
  clone.commit('Tell the page which rooms are active')
  const ran = clone.run(codeBlock('docs/ci.md', 'generic').replace(/^npm ci\n/, ''), { BASE: 'main' })
  expect(ran.output).toMatch(/src\/server\.ts:21:3 {2}error {2}no-unreleased-listener/)
  expect(ran.status).toBe(1)
  expect(clone.read('leak-audit.xml')).toContain('no-unreleased-listener')
  expect(clone.read('leak-audit.sarif')).toContain('"ruleId": "no-unreleased-listener"')
})
