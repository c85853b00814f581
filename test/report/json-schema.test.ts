import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { rules } from '../../rules/index.ts'
import { audit } from '../../src/audit.ts'
import { json } from '../../src/report/json.ts'
import { everyKind, resultWith, streamFinding } from './sample-result.ts'
import { problemsBySchema } from './valid-by.ts'

interface Schema { readonly type?: unknown; readonly properties?: Readonly<Record<string, Schema>>; readonly items?: Schema; readonly definitions?: Readonly<Record<string, Schema>>; readonly allOf?: readonly Schema[] }

const schema = JSON.parse(readFileSync(new URL('../../schema/report.schema.json', import.meta.url), 'utf8')) as Schema
const cwd = fileURLToPath(new URL('../../fixtures/programs/chat-room/leaky', import.meta.url))

test.each([['of every kind something', everyKind], ['nothing', resultWith({})]])('the published schema describes a report of %s', (_, result) => {
  expect(problemsBySchema(json(result), closed(schema))).toEqual([])
})

test('the published schema describes the report of a real program', async () => {
  const result = await audit({ cwd, paths: ['src'], minConfidence: 'possible' })
  expect(result.findings.length).toBeGreaterThan(3)
  expect(problemsBySchema(json(result), closed(schema))).toEqual([])
})

test('the published schema refuses a report with a field less', () => {
  expect(problemsBySchema(json(resultWith({ findings: [streamFinding] })).replace('"fingerprint"', '"print"'), schema)).toEqual(["/findings/0 must have required property 'fingerprint'"])
})

test('every rule has an id that the schema takes', () => {
  const report = json(resultWith({ findings: rules.map(({ id }) => ({ ...streamFinding, rule: id })) }))
  expect(problemsBySchema(report, schema)).toEqual([])
})

/** The same without the freedom to add fields, so that a field which the schema does not describe is found. */
function closed(part: Schema): Schema {
  const mapped = (parts: Readonly<Record<string, Schema>>) => Object.fromEntries(Object.entries(parts).map(([key, value]) => [key, closed(value)]))
  return {
    ...part,
    ...part.properties && { properties: mapped(part.properties) },
    ...part.definitions && { definitions: mapped(part.definitions) },
    ...part.items && { items: closed(part.items) },
    ...part.type === 'object' && part !== schema.definitions!['finding'] && { additionalProperties: false },
  }
}
