import { describe, expect, test } from 'vitest'
import { baselineOf, compare, countOf, withoutUnused } from '../../src/baseline/baseline.ts'
import type { Finding } from '../../src/verdict/finding.ts'
import { streamFinding } from '../report/sample-result.ts'

const here = (): boolean => false
const finding = (parts: Partial<Finding>): Finding => ({ ...streamFinding, likeness: 'bus data', ...parts })
const first = finding({ line: 14, fingerprint: '7c2f' }), second = finding({ line: 30, fingerprint: '7c2f-2' })

describe('a baseline', () => {
  test('counts equal findings of one file in one entry', () => {
    expect(baselineOf([first, second])).toEqual([{ file: 'src/routes/stream.ts', rule: 'no-unreleased-listener', fingerprint: '7c2f', likeness: 'bus data', count: 2 }])
  })

  test('is ordered by file, rule and fingerprint', () => {
    const entries = baselineOf([finding({ file: 'b.ts', fingerprint: '2' }), finding({ file: 'b.ts', fingerprint: '1' }), finding({ file: 'a.ts', fingerprint: '3' })])
    expect(entries.map(({ fingerprint }) => fingerprint)).toEqual(['3', '1', '2'])
  })
})

describe('a finding is known', () => {
  test('on another line', () => {
    expect(compare([finding({ line: 400, endLine: 402 })], baselineOf([first]), here)).toMatchObject({ fresh: [], unused: [] })
  })

  test('as often as the baseline counts it, and one more is new', () => {
    expect(compare([first, second], baselineOf([first]), here)).toMatchObject({ known: [first], fresh: [second], unused: [] })
  })

  test('when the first of two equal ones is gone, whatever its number was', () => {
    expect(compare([first], baselineOf([first, second]), here)).toMatchObject({ known: [first], fresh: [], unused: [{ fingerprint: '7c2f', count: 1 }] })
  })

  test('in another file when the old one is gone, and only then', () => {
    const moved = finding({ file: 'src/live/stream.ts', fingerprint: '99aa' })
    expect(compare([moved], baselineOf([first]), file => file === first.file)).toMatchObject({ known: [moved], fresh: [], unused: [] })
    expect(compare([moved], baselineOf([first]), here)).toMatchObject({ known: [], fresh: [moved], unused: [{ count: 1 }] })
  })
})

test('what is unused can be taken out, and the rest stays', () => {
  const baseline = baselineOf([first, second, finding({ fingerprint: 'dead' })])
  const pruned = withoutUnused(baseline, compare([first], baseline, here).unused)
  expect(pruned).toMatchObject([{ fingerprint: '7c2f', count: 1 }])
  expect(countOf(pruned)).toBe(1)
})
