import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { junit } from '../../src/report/junit.ts'
import { everyKind, resultWith, streamFinding, timeoutFinding } from './sample-result.ts'
import { problemsByXsd } from './valid-by.ts'

const schema = readFileSync(new URL('schemas/junit.xsd', import.meta.url), 'utf8')

test.each([['of every kind something', everyKind], ['nothing', resultWith({})]])('libxml2 reads %s, and the schema accepts it', async (_, result) => {
  expect(await problemsByXsd(junit(result), schema)).toEqual([])
})

test('a finding is a test that fails with its evidence, in the suite of its file', () => {
  expect(junit(resultWith({ findings: [streamFinding] }))).toBe(`\
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="leak-audit" tests="1" failures="1" errors="0">
  <testsuite name="src/routes/stream.ts" tests="1" failures="1" errors="0" skipped="0">
    <testcase name="no-unreleased-listener 14:3" classname="src/routes/stream">
      <failure type="error" message="Every GET /stream adds a &apos;data&apos; listener to \`bus\`, and nothing removes it.">${[
    'src/routes/stream.ts:14:3  error  certain',
    'Every GET /stream adds a &apos;data&apos; listener to `bus`, and nothing removes it.',
    'held by: bus src/bus.ts:3, lives as long as the process',
    'runs per: src/routes/stream.ts:12 → subscribe() src/live/subscribe.ts:8',
    'release: none. Add res.on(&apos;close&apos;, () =&gt; bus.off(&apos;data&apos;, onData))',
  ].join('&#10;')}</failure>
    </testcase>
  </testsuite>
</testsuites>
`)
})

test('what is suppressed or known is skipped, and says why', () => {
  const report = junit(resultWith({ suppressed: [{ ...timeoutFinding, reason: 'at most 40' }, { ...timeoutFinding, reason: null }], baselined: [streamFinding] }))
  expect([...report.matchAll(/<skipped message="([^"]*)"\/>/g)].map(match => match[1])).toEqual(['known from the baseline', 'suppressed: at most 40', 'suppressed without a reason'])
  expect(report).toContain('<testsuites name="leak-audit" tests="3" failures="0" errors="0">')
})

test('a file that could not be read is a test with an error', () => {
  expect(junit(resultWith({ errors: [{ file: 'src/broken.ts', line: 3, message: 'Unexpected token' }] }))).toContain('<error type="not-audited" message="Unexpected token">src/broken.ts:3: Unexpected token</error>')
})

test('a program without leaks is one test that passes, as readers refuse a report without any', () => {
  expect(junit(resultWith({}))).toContain('<testcase name="no leaks in 120 files" classname="leak-audit"/>')
})
