import { expect, test } from 'vitest'
import { addLeak, mendLeak } from './added-leak.ts'
import { sampleClone } from './sample-clone.ts'

test('from a fresh clone: init, first audit, a commit that adds a leak is refused with the evidence, the mended commit passes', { timeout: 240_000 }, () => {
  const clone = sampleClone({ tools: ['eslint', 'typescript-eslint'] })
  clone.replace('package.json', '"typescript": "5.9.3"', '"typescript": "5.9.3",\n    "eslint": "10",\n    "eslint-plugin-leak-audit": "*",\n    "typescript-eslint": "8"')

  const init = clone.run('npx leak-audit init --yes')
  expect(init.output).toMatch(/Wrote eslint\.config\.js, package\.json, \.git\/hooks\/pre-commit\./)
  expect(init.status).toBe(0)

  const first = clone.run('npm run --silent leak-audit')
  expect(first.output).toMatch(/src\/subscribe\.ts:5:3 {2}error {2}no-unreleased-listener/)
  expect(first.status).toBe(1)

  // what was there before does not stand in the way
  expect(clone.commit('Set up leak-audit')).toMatchObject({ status: 0 })

  addLeak(clone)
  const refused = clone.commit('Tell the page which rooms are active')
  expect(refused.status).toBe(1)
  expect(refused.output).toMatch(/src\/server\.ts:\d+:\d+ {2}error {2}no-unreleased-listener/)
  expect(refused.output).toMatch(/held by +bus +src\/bus\.ts:11 +lives as long as the process/)
  expect(refused.output).toMatch(/runs per +request: GET \/activity/)
  expect(refused.output).toMatch(/release +none\. Keep the listener in a variable and remove it/)
  expect(refused.output).not.toContain('src/rooms.ts')
  expect(clone.run('git log --format=%s').stdout).not.toContain('Tell the page which rooms are active')

  mendLeak(clone)
  expect(clone.commit('Tell the page which rooms are active')).toMatchObject({ status: 0 })
  expect(clone.run('git log --format=%s').stdout).toBe('Tell the page which rooms are active\nSet up leak-audit\nThe sample server\n')

  const lint = clone.run('npx eslint src')
  expect(lint.output).not.toMatch(/Parsing error|Cannot find/)
})
