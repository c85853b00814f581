import { describe, expect, test } from 'vitest'
import { baselineOf } from '../../src/baseline/baseline.ts'
import { parseBaseline, printBaseline } from '../../src/baseline/baseline-text.ts'
import { UsageError } from '../../src/verdict/audit-result.ts'
import { streamFinding, timeoutFinding } from '../report/sample-result.ts'

const baseline = baselineOf([{ ...streamFinding, likeness: 'a1' }, { ...timeoutFinding, likeness: 'b2' }])

test('each entry is a line of its own, in order', () => {
  expect(printBaseline(baseline)).toBe(`{
  "schemaVersion": 1,
  "findings": [
    {"file":"src/deadline.ts","rule":"no-uncleared-timeout","fingerprint":"11ab","likeness":"b2","count":1},
    {"file":"src/routes/stream.ts","rule":"no-unreleased-listener","fingerprint":"7c2f","likeness":"a1","count":1}
  ]
}
`)
  expect(printBaseline([])).toBe('{\n  "schemaVersion": 1,\n  "findings": []\n}\n')
})

test('what is printed is read', () => {
  expect(parseBaseline('known.json', printBaseline(baseline))).toEqual(baseline)
})

test('an entry that a merge left twice is one', () => {
  const [entry] = baseline
  expect(parseBaseline('known.json', printBaseline([entry!, { ...entry!, count: 2 }]))).toEqual([{ ...entry!, count: 2 }])
})

describe('a damaged file is refused in one line', () => {
  test.each([
    ['{ "schemaVersion": 1, "findings": [', /^baseline known\.json is not valid JSON: .+; --update-baseline writes it anew$/],
    ['[]', /^baseline known\.json: the key 'schemaVersion' is missing;/],
    ['{ "schemaVersion": 2, "findings": [] }', /^baseline known\.json: schemaVersion: 2 is none of 1;/],
    ['{ "schemaVersion": 1, "findings": [{ "file": "a.ts" }] }', /^baseline known\.json: findings\[0\]: the key 'rule' is missing;/],
    ['{ "schemaVersion": 1, "findings": [], "finding": [] }', /^baseline known\.json: unknown key 'finding'; did you mean 'findings'\?;/],
  ])('%j', (text, message) => {
    const read = (): unknown => parseBaseline('known.json', text)
    expect(read).toThrow(UsageError)
    expect(read).toThrow(message)
  })
})
