import { expect, test } from 'vitest'
import { merge } from '../../src/merge/merge.ts'
import { readReport } from '../../src/merge/read-report.ts'
import { json } from '../../src/report/json.ts'
import { UsageError } from '../../src/verdict/audit-result.ts'
import { resultWith, streamFinding, timeoutFinding } from '../report/sample-result.ts'

const suppressed = { ...timeoutFinding, line: 40, reason: 'short' }
const broken = { file: 'src/broken.ts', line: 3, column: 1, message: 'Syntax error: Unexpected token' }
const reportOf = (parts: Parameters<typeof resultWith>[0]) => readReport('part.json', json(resultWith(parts)))

test('a report that is read is printed as it was', () => {
  const whole = resultWith({ findings: [timeoutFinding, streamFinding], suppressed: [suppressed], baselined: [{ ...streamFinding, line: 99 }], errors: [broken] })
  expect(json(merge([readReport('whole.json', json(whole))]))).toBe(json(whole))
})

test('parts are put in order and added up', () => {
  const merged = merge([reportOf({ findings: [streamFinding] }), reportOf({ findings: [timeoutFinding], suppressed: [suppressed], errors: [broken] })])
  expect(merged).toMatchObject({ findings: [{ file: 'src/deadline.ts' }, { file: 'src/routes/stream.ts' }], suppressed: [{ reason: 'short' }], errors: [broken], stats: { files: 240, milliseconds: 1624 } })
})

test('what two reports say counts once: the surest of it, and as new where one of them says so', () => {
  const merged = merge([reportOf({ findings: [{ ...streamFinding, confidence: 'likely' }], errors: [broken] }), reportOf({ findings: [streamFinding], errors: [broken] }), reportOf({ baselined: [streamFinding] })])
  expect(merged).toMatchObject({ findings: [{ confidence: 'certain' }], baselined: [], errors: [broken] })
})

test.each([
  ['{', /^report part\.json is not valid JSON: /],
  ['{}', /^report part\.json is not what --format json prints: the key 'schemaVersion' is missing$/],
  ['{ "schemaVersion": 2 }', /^report part\.json is not what --format json prints: schemaVersion: 2 is none of 1$/],
  [json(resultWith({ findings: [streamFinding] })).replace('"certain"', '"sure"'), /^report part\.json is not what --format json prints: findings\[0\]\.confidence: "sure" is none of "certain", "likely", "possible"$/],
])('what is no report is refused in one line (%#)', (text, message) => {
  expect(() => readReport('part.json', text)).toThrow(UsageError)
  expect(() => readReport('part.json', text)).toThrow(message)
})
