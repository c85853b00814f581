import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { rdjson } from '../../src/report/rdjson.ts'
import { sampleOptions } from './sample-options.ts'
import { everyKind, resultWith, streamFinding } from './sample-result.ts'
import { problemsBySchema } from './valid-by.ts'

const schema = JSON.parse(readFileSync(new URL('schemas/rdjson.json', import.meta.url), 'utf8'))

test("the report has the form that reviewdog's schema describes", () => {
  expect(problemsBySchema(rdjson(everyKind, sampleOptions), schema)).toEqual([])
  expect(problemsBySchema(rdjson(resultWith({}), sampleOptions), schema)).toEqual([])
})

test('a finding has its range, its rule with the address of its page, and the evidence that stands elsewhere', () => {
  const { diagnostics } = JSON.parse(rdjson({ findings: [streamFinding], errors: [] }, sampleOptions))
  expect(diagnostics).toMatchObject([{
    location: { path: 'src/routes/stream.ts', range: { start: { line: 14, column: 3 }, end: { line: 16, column: 5 } } },
    severity: 'ERROR', code: { value: 'no-unreleased-listener', url: 'https://example.com/rules/no-unreleased-listener.md' },
    related_locations: [{ message: 'bus lives as long as the process' }, { message: 'runs per GET /stream' }, { message: 'calls subscribe()' }],
  }])
})
