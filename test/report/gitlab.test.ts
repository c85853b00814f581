import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { gitlab } from '../../src/report/gitlab.ts'
import { everyKind, resultWith, streamFinding } from './sample-result.ts'
import { problemsBySchema } from './valid-by.ts'

const schema = JSON.parse(readFileSync(new URL('schemas/gitlab.json', import.meta.url), 'utf8'))

test('the report has the form that GitLab documents', () => {
  expect(problemsBySchema(gitlab(everyKind), schema)).toEqual([])
  expect(problemsBySchema(gitlab(resultWith({})), schema)).toEqual([])
})

test('a finding says what, where and how bad', () => {
  expect(JSON.parse(gitlab({ findings: [streamFinding], errors: [] }))).toEqual([{
    description: "Every GET /stream adds a 'data' listener to `bus`, and nothing removes it. Add res.on('close', () => bus.off('data', onData))",
    check_name: 'no-unreleased-listener', fingerprint: '7c2f', severity: 'critical', location: { path: 'src/routes/stream.ts', lines: { begin: 14, end: 16 } },
  }])
})

test('GitLab takes two with one fingerprint for the same: none has the one of another', () => {
  const fingerprints = (JSON.parse(gitlab(everyKind)) as { fingerprint: string }[]).map(issue => issue.fingerprint)
  expect(fingerprints).toHaveLength(5)
  expect(new Set(fingerprints).size).toBe(5)
})
