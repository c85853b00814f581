import { lexer, parse, type Tokens } from 'marked'
import { expect, test } from 'vitest'
import { jobSummary } from '../../src/report/job-summary.ts'
import { markdown } from '../../src/report/markdown.ts'
import type { Finding } from '../../src/verdict/finding.ts'
import { sampleOptions } from './sample-options.ts'
import { everyKind, resultWith, streamFinding } from './sample-result.ts'

const many = (count: number): readonly Finding[] => Array.from({ length: count }, (_, index) => ({ ...streamFinding, line: index + 1, fingerprint: `${index}` }))
const rowsOf = (report: string) => (lexer(report).find(token => token.type === 'table') as Tokens.Table | undefined)?.rows ?? []

test('a comment begins with its mark and a heading', () => {
  expect(markdown(resultWith({ findings: [streamFinding] }), sampleOptions)).toMatch(/^<!-- leak-audit -->\n### leak-audit: 1 error in 120 files\n/)
  expect(markdown(resultWith({}), sampleOptions)).toBe('<!-- leak-audit -->\n### leak-audit: no leaks found in 120 files\n')
})

test('a reader of GitHub Markdown sees a table with a row for each finding, whatever its text', () => {
  const rows = rowsOf(markdown(everyKind, sampleOptions))
  expect(rows.map(row => row.length)).toEqual([4, 4, 4])
  expect(rows[0]!.map(({ text }) => text)).toEqual(['🔴 error', '`src/routes/stream.ts:14`', '[`no-unreleased-listener`](https://example.com/rules/no-unreleased-listener.md)', 'GET /stream'])
})

test('each finding has its evidence, folded', () => {
  const page = parse(markdown(resultWith({ findings: [streamFinding] }), sampleOptions), { async: false })
  expect(page).toContain('<details><summary><code>src/routes/stream.ts:14</code> no-unreleased-listener (certain)</summary>')
  expect(page).toContain('<li><code>src/live/subscribe.ts:8</code> calls subscribe()</li>')
  expect(page).toContain('listener to <code>bus</code>, and nothing removes it.')
  expect(page).toContain('<strong>held by</strong> <code>bus</code> at <code>src/bus.ts:3</code>, lives as long as the process')
})

test('text of the program is neither HTML nor a mention', () => {
  const page = parse(markdown(everyKind, sampleOptions), { async: false })
  expect(page).toContain('&lt;script&gt;alert')
  expect(page).not.toMatch(/<script|<i>|<b>/)
  expect(markdown(everyKind, sampleOptions)).not.toContain('@octocat')
})

test('what is left out by length is counted, and what is shown is whole', () => {
  const report = markdown(resultWith({ findings: many(400), errors: everyKind.errors }), sampleOptions)
  expect(report.length).toBeLessThanOrEqual(65_536)
  expect(report.length).toBeGreaterThan(60_000)
  const shown = rowsOf(report).length
  expect(report.match(/<details>/g)).toHaveLength(shown)
  expect(report).toContain(`**and ${400 - shown} more**`)
  expect(report).toContain('**Not audited:**')
})

test('suppressed and known findings are counted', () => {
  expect(markdown(everyKind, sampleOptions)).toContain('\n1 known from the baseline, 2 suppressed by comments.\n')
})

test('the summary of a job holds more, and stays under the mebibyte that GitHub takes', () => {
  const report = jobSummary(resultWith({ findings: many(3000).map(finding => ({ ...finding, message: 'ü€ '.repeat(60) })) }), sampleOptions)
  expect(Buffer.byteLength(report)).toBeLessThanOrEqual(1024 * 1024)
  expect(rowsOf(report).length).toBeGreaterThan(200)
})
