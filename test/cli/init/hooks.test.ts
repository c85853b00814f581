import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { planInit } from '../../../src/cli/init/plan.ts'
import { readInitProject } from '../../../src/cli/init/project.ts'
import { initIn, packageWith, repositoryOf, textAfter } from './init-in.ts'

test('without a hook manager, it is a hook of git', async () => {
  const plan = await initIn({})
  expect(textAfter(plan, '.git/hooks/pre-commit')).toBe('#!/bin/sh\nnpx leak-audit --staged\n')
  expect(plan.changes.find(({ file }) => file === '.git/hooks/pre-commit')?.isExecutable).toBe(true)
})

test('a hook of git whose last command decides is left alone', async () => {
  const folder = repositoryOf({})
  mkdirSync(`${folder}/.git/hooks`, { recursive: true })
  writeFileSync(`${folder}/.git/hooks/pre-commit`, '#!/bin/sh\nnpm test\n')
  const { changes, byHand } = await planInit(readInitProject(folder))
  expect(changes.map(({ file }) => file)).toEqual(['package.json'])
  expect(byHand[0]).toMatchObject({ where: '.git/hooks/pre-commit', lines: 'npx leak-audit --staged' })
})

test('husky: the audit goes behind what its hook does', async () => {
  const plan = await initIn({ 'package.json': packageWith('husky'), '.husky/pre-commit': 'npx lint-staged' })
  expect(textAfter(plan, '.husky/pre-commit')).toBe('npx lint-staged\nnpx leak-audit --staged\n')
})

test('husky: a hook whose last line ends it is left alone', async () => {
  const { byHand } = await initIn({ '.husky/pre-commit': 'npm test\nexit 0\n' })
  expect(byHand[0]).toMatchObject({ where: '.husky/pre-commit', why: 'its last line ends it' })
})

const lefthookJob = 'pre-commit:\n  jobs:\n    - name: leak-audit\n      run: npx leak-audit --staged\n'

test.each([
  ['no configuration', undefined, lefthookJob],
  ['one of comments alone', '# see lefthook.dev\n', `# see lefthook.dev\n${lefthookJob}`],
  ['jobs', 'pre-commit:\n  parallel: true\n  jobs:\n    - run: npm test # quick\n', 'pre-commit:\n  parallel: true\n  jobs:\n    - run: npm test # quick\n    - name: leak-audit\n      run: npx leak-audit --staged\n'],
  ['commands', 'pre-commit:\n  commands:\n    test:\n      run: npm test\n', 'pre-commit:\n  commands:\n    test:\n      run: npm test\n    leak-audit:\n      run: npx leak-audit --staged\n'],
  ['another hook', 'pre-push:\n  jobs:\n  - run: npm test\n', `pre-push:\n  jobs:\n  - run: npm test\n${lefthookJob.replaceAll('    -', '  -').replaceAll('      run', '    run')}`],
])('lefthook with %s', async (_, before, after) => {
  const plan = await initIn({ 'package.json': packageWith('lefthook'), ...(before === undefined ? {} : { 'lefthook.yml': before }) })
  expect(textAfter(plan, 'lefthook.yml')).toBe(after)
})

test('a configuration that the library would write otherwise is left alone', async () => {
  const { byHand } = await initIn({ 'lefthook.yml': 'pre-push:\n     jobs:  [ {run:   npm test} ]\n' })
  expect(byHand[0]).toMatchObject({ where: 'lefthook.yml', lines: lefthookJob })
})

test('pre-commit: a local hook for the whole program', async () => {
  const before = 'repos:\n  - repo: https://github.com/pre-commit/pre-commit-hooks\n    rev: v5.0.0\n    hooks:\n      - id: trailing-whitespace\n'
  const plan = await initIn({ '.pre-commit-config.yaml': before })
  expect(textAfter(plan, '.pre-commit-config.yaml')).toBe(`${before}  - repo: local
    hooks:
      - id: leak-audit
        name: leak-audit
        entry: npx leak-audit --staged
        language: system
        types_or:
          - javascript
          - jsx
          - ts
          - tsx
        pass_filenames: false
`)
})

test('simple-git-hooks: the command goes behind the one there is', async () => {
  const manifest = { devDependencies: { 'simple-git-hooks': '*' }, 'simple-git-hooks': { 'pre-commit': 'npx lint-staged' } }
  const plan = await initIn({ 'package.json': JSON.stringify(manifest, null, 2) })
  expect(JSON.parse(textAfter(plan, 'package.json')!)).toEqual({ ...manifest, scripts: { 'leak-audit': 'leak-audit' }, 'simple-git-hooks': { 'pre-commit': 'npx lint-staged && npx leak-audit --staged' } })
})

test('a package within a repository is audited in its own folder', async () => {
  const folder = repositoryOf({ 'packages/api/package.json': '{}', '.husky/pre-commit': 'npm test\n', 'pnpm-lock.yaml': '' })
  const plan = await planInit(readInitProject(`${folder}/packages/api`))
  expect(textAfter(plan, '../../.husky/pre-commit')).toBe('npm test\n(cd packages/api && pnpm exec leak-audit --staged)\n')
})

test('where git looks elsewhere for hooks, the hook goes there', async () => {
  const folder = repositoryOf({})
  execFileSync('git', ['config', 'core.hooksPath', '.githooks'], { cwd: folder })
  expect(textAfter(await planInit(readInitProject(folder)), '.githooks/pre-commit')).toMatch(/leak-audit --staged/)
})
