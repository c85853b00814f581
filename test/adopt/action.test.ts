import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { validateAction, validateWorkflow } from '@action-validator/core'
import { expect, test, vi } from 'vitest'
import { parse } from 'yaml'
import { addLeak, mendLeak } from './added-leak.ts'
import { codeBlock } from './code-block.ts'
import { ROOT, sampleClone, type Ran, type SampleClone } from './sample-clone.ts'

vi.setConfig({ testTimeout: 240_000 })

const text = readFileSync(join(ROOT, 'action.yml'), 'utf8')
const action = parse(text) as { inputs: Record<string, { default: string }>; runs: { steps: { env?: Record<string, string>; run?: string }[] } }

test('action.yml and the workflow of the page fit the schemas of GitHub', () => {
  expect(validateAction(text).errors).toEqual([])
  expect(validateWorkflow(codeBlock('docs/ci.md', 'github')).errors).toEqual([])
})

test('the page lists the inputs there are', () => {
  const page = readFileSync(join(ROOT, 'docs/ci.md'), 'utf8')
  const listed = [...page.matchAll(/^\| `([\w-]+)` \|/gm)].map(([, name]) => name)
  expect(listed).toEqual(Object.keys(action.inputs).toSorted((a, b) => listed.indexOf(a) - listed.indexOf(b)))
})

test('no input stands in the text of a script, where its value would be run', () => {
  expect(action.runs.steps.flatMap(({ run = '' }) => run.match(/\$\{\{.*?\}\}/g) ?? [])).toEqual([])
})

test('a pull request is told what it adds: annotations, SARIF, a summary, outputs', () => {
  const clone = sampleClone()
  clone.run('git switch --quiet --create activity')
  addLeak(clone)
  clone.commit('Tell the page which rooms are active')
  const ran = runAction(clone, {}, { GITHUB_BASE_REF: 'main' })
  expect(ran.stdout).toMatch(/^::error [^\n]*file=src\/server\.ts,line=21[^\n]*no-unreleased-listener/m)
  expect(ran.stdout).not.toContain('src/rooms.ts')
  expect(ran.status).toBe(1)
  expect(clone.read('outputs')).toBe('exit-code=1\nsarif-file=leak-audit.sarif\n')
  expect(clone.read('summary.md')).toContain('no-unreleased-listener')
  const sarif = JSON.parse(clone.read('leak-audit.sarif')) as { version: string; runs: { results: { ruleId: string }[] }[] }
  expect(sarif.version).toBe('2.1.0')
  expect(sarif.runs[0]!.results.map(({ ruleId }) => ruleId)).toEqual(['no-unreleased-listener'])

  mendLeak(clone)
  clone.commit('Take the listener away')
  expect(runAction(clone, {}, { GITHUB_BASE_REF: 'main' }).status).toBe(0)
})

test('a checkout without history fetches what it compares with', () => {
  const clone = sampleClone()
  clone.run('git switch --quiet --create activity')
  addLeak(clone)
  clone.commit('Tell the page which rooms are active')
  clone.run('git push --quiet origin activity && git clone --quiet --depth 1 --branch activity "file://$PWD/../origin" shallow && cp -r node_modules shallow/')
  const ran = runAction({ ...clone, folder: `${clone.folder}/shallow` }, {}, { GITHUB_BASE_REF: 'main' })
  expect(ran.stdout).toMatch(/::error [^\n]*file=src\/server\.ts/)
  expect(ran.stdout).not.toContain('src/rooms.ts')
  expect(ran.status, ran.output).toBe(1)
})

test('a push is told everything, fail-on nothing passes it, and files are named from the top of the repository', () => {
  const clone = sampleClone()
  clone.run('mkdir -p services/chat && git mv src package.json tsconfig.json services/chat/ && ln -s ../../node_modules services/chat/node_modules')
  const ran = runAction(clone, { 'working-directory': 'services/chat', 'fail-on': 'nothing' })
  expect(ran.stdout).toMatch(/::error [^\n]*file=services\/chat\/src\/subscribe\.ts/)
  expect(ran.status, ran.output).toBe(0)
  expect(clone.read('outputs')).toBe('exit-code=1\nsarif-file=services/chat/leak-audit.sarif\n')
  expect(clone.read('services/chat/leak-audit.sarif')).toContain('"uri": "services/chat/src/subscribe.ts"')
})

test.each([
  [{ 'fail-on': 'warnings' }, '::error title=leak-audit::fail-on is one of findings, errors, nothing, not warnings\n'],
  [{ 'working-directory': 'nowhere' }, '::error title=leak-audit::no such working-directory: nowhere\n'],
])('%j is refused in one line', (inputs, message) => {
  expect(runAction(sampleClone(), inputs)).toMatchObject({ status: 2, stdout: message })
})

/** The first step as GitHub runs it: inputs become variables, and some files take what it says. */
function runAction(clone: SampleClone, inputs: Readonly<Record<string, string>>, variables: NodeJS.ProcessEnv = {}): Ran {
  const { env = {}, run } = action.runs.steps[0]!
  const values = Object.entries(env).map(([name, expression]): [string, string] => {
    const input = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(expression)![1]!
    return [name, inputs[input] ?? action.inputs[input]!.default]
  })
  return clone.run(`: > outputs; : > summary.md; cd '${clone.folder}'; ${run}`, {
    ...Object.fromEntries(values), ...variables,
    GITHUB_ACTIONS: 'true', GITHUB_ACTION_PATH: ROOT, GITHUB_WORKSPACE: clone.folder,
    GITHUB_OUTPUT: '../clone/outputs'.replace('..', join(clone.folder.replace(/\/shallow$/, ''), '..')), GITHUB_STEP_SUMMARY: join(clone.folder.replace(/\/shallow$/, ''), 'summary.md'),
  })
}
