import { expect, test } from 'vitest'
import type { MeasuredEvent } from '../../../bench/prove/measured.ts'
import { blockOf, pageOf } from '../../../bench/prove/proof-page.ts'

const line = { file: 'src/tail.ts', line: 3, rule: 'no-unreleased-abort-listener', text: 'either.addEventListener(' }
const measured = (changes: Partial<MeasuredEvent>): MeasuredEvent => ({
  program: 'no-unreleased-abort-listener', case: 'leaky', event: 'the end of the log', claim: 'leaks', lines: [line], safeLines: [],
  verdict: 'leaks', grows: ['bytes'], perEvent: { bytes: 1_300 }, noise: 1, events: 240, seconds: 1, ...changes,
})
const flat = { claim: 'flat', verdict: 'flat', lines: [], grows: [], perEvent: { bytes: 0 } } as const
const mended = { case: 'mended', lines: [], perEvent: { bytes: 68 } } as const
const runs = [
  { node: 'v20.20.2', events: [measured({}), measured(mended)] },
  { node: 'v24.21.0', events: [measured({ verdict: 'flat' }), measured({ ...mended, ...flat })] },
]

test('a leak that a newer Node.js does not have is marked', () => {
  expect(pageOf(runs, [])).toContain('| no-unreleased-abort-listener | the end of the log (not on Node.js 24.21.0) | 1.3 KB | flat |')
})

test('a mended program that grows leaks by the platform, and by no line of its own', () => {
  expect(pageOf(runs, [])).toContain('| no-unreleased-abort-listener/mended | the end of the log (Node.js 20.20.2 itself) | 68 B | flat |')
  expect(blockOf('no-unreleased-abort-listener', runs, [])).toContain('the end of the log (mended) 68 B. Not so on Node.js 24.21.0.')
})
