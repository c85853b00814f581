import { expect, test } from 'vitest'
import { concerns } from '../../src/verdict/concerns.ts'
import { streamFinding } from '../report/sample-result.ts'

test.each([
  ['in which it stands', 'src/routes', true],
  ['of its holder alone', 'src', true],
  ['through which its path leads', 'src/live', true],
  ['of a like name', 'src/rout', false],
  ['beside', 'packages/db', false],
])('a finding concerns the folder %s', (_, folder, isConcerned) => {
  expect(concerns(streamFinding, [folder])).toBe(isConcerned)
  expect(concerns(streamFinding, ['.'])).toBe(true)
})
