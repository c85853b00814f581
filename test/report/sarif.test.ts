import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Log } from 'sarif'
import { expect, test } from 'vitest'
import { sarif } from '../../src/report/sarif.ts'
import { sampleOptions } from './sample-options.ts'
import { everyKind, resultWith, streamFinding, timeoutFinding } from './sample-result.ts'
import { problemsBySchema } from './valid-by.ts'

// The official schema, as Microsoft's matchers for Jest bring it along.
const schema = JSON.parse(readFileSync(createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8'))

test.each([['of every kind something', everyKind], ['nothing', resultWith({})]])('the official schema of SARIF 2.1.0 accepts %s', (_, result) => {
  expect(problemsBySchema(sarif(result, sampleOptions), schema)).toEqual([])
})

test('the schema does refuse what is wrong', () => {
  expect(problemsBySchema(sarif(everyKind, sampleOptions).replaceAll('"level": "error"', '"level": "fatal"'), schema)).not.toEqual([])
})

const runOf = (result = everyKind) => (JSON.parse(sarif(result, sampleOptions)) as Log).runs[0]!

test('a finding has its place, its evidence as a code flow, its holder beside it, and its fingerprint', () => {
  const [result] = runOf(resultWith({ findings: [streamFinding] })).results!
  expect(result).toMatchObject({
    ruleId: 'no-unreleased-listener', ruleIndex: 0, level: 'error',
    locations: [{ physicalLocation: { artifactLocation: { uri: 'src/routes/stream.ts', uriBaseId: 'SRCROOT' }, region: { startLine: 14, startColumn: 3, endLine: 16, endColumn: 5 } } }],
    relatedLocations: [{ physicalLocation: { artifactLocation: { uri: 'src/bus.ts' } }, message: { text: 'bus, which lives as long as the process' } }],
    partialFingerprints: { 'leakAudit/v1': '7c2f' },
  })
  expect(result!.baselineState).toBeUndefined()
  const steps = result!.codeFlows![0]!.threadFlows[0]!.locations.map(({ location }) => `${location!.physicalLocation!.artifactLocation!.uri}:${location!.physicalLocation!.region!.startLine} ${location!.message!.text}`)
  expect(steps).toEqual(['src/routes/stream.ts:12 runs per GET /stream', 'src/live/subscribe.ts:8 calls subscribe()', 'src/routes/stream.ts:14 holds: bus.on()'])
})

test('the rules that are reported come with help, as text and as Markdown, and the address of their page', () => {
  const { rules = [] } = runOf().tool.driver
  expect(rules.map(({ id }) => id)).toEqual(['no-unreleased-listener', 'no-uncleared-timeout'])
  for (const { help, helpUri, fullDescription, id } of rules) {
    expect(help!.markdown).toContain('## Why it leaks')
    expect(help!.text).not.toMatch(/```|\]\(/)
    expect(help!.text.length).toBeGreaterThan(200)
    expect(fullDescription!.text.length).toBeGreaterThan(50)
    expect(helpUri).toBe(`https://example.com/rules/${id}.md`)
  }
})

test('what is suppressed or known is marked, not dropped', () => {
  const { results = [] } = runOf()
  expect(results.map(({ baselineState, suppressions }) => [baselineState, suppressions])).toEqual([
    ['new', undefined], ['new', undefined], ['new', undefined],
    ['unchanged', undefined],
    [undefined, [{ kind: 'inSource', justification: 'at most 40 <tenants>' }]], [undefined, [{ kind: 'inSource' }]],
  ])
})

test('a file that was not read makes the run unsuccessful, and says why', () => {
  const [{ executionSuccessful, toolExecutionNotifications }] = runOf().invocations as [NonNullable<ReturnType<typeof runOf>['invocations']>[number]]
  expect(executionSuccessful).toBe(false)
  expect(toolExecutionNotifications!.map(({ level, message }) => `${level}: ${message.text}`)).toEqual([
    'error: src/broken.ts was not audited: Unexpected token <', 'error: src/locked.ts was not audited: permission denied', 'note: tsconfig.json is broken',
  ])
  expect(runOf(resultWith({ findings: [timeoutFinding] })).invocations).toMatchObject([{ executionSuccessful: true }])
})

test('paths are relative references to a base that is declared', () => {
  const { originalUriBaseIds, results = [] } = runOf()
  const uris = results.map(({ locations }) => locations![0]!.physicalLocation!.artifactLocation!.uri!)
  expect(originalUriBaseIds).toHaveProperty('SRCROOT')
  expect(uris).toContain('src/a%20b/%5Bid%5D%3A%C3%BC.ts')
  for (const uri of uris) expect(new URL(uri, 'file:///project/').href).toMatch(/^file:\/\/\/project\/src\//)
})
