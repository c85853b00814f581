import { expect, test } from 'vitest'
import { json } from '../../src/report/json.ts'
import { resultWith, streamFinding, timeoutFinding } from './sample-result.ts'

test('a finding has the documented fields, in the documented order', () => {
  const { findings: [finding] } = JSON.parse(json(resultWith({ findings: [streamFinding] })))
  expect(Object.keys(finding)).toEqual([
    'rule', 'severity', 'confidence', 'file', 'line', 'column', 'endLine', 'endColumn', 'message', 'holder', 'path', 'release', 'fingerprint',
  ])
  expect(Object.keys(finding.holder)).toEqual(['text', 'lifetime', 'file', 'line', 'column'])
  expect(finding.path.map(Object.keys)).toEqual(Array(3).fill(['role', 'file', 'line', 'column', 'text']))
  expect(finding.release).toEqual(streamFinding.release)
})

test('the whole has the documented fields, in the documented order', () => {
  const printed = JSON.parse(json(resultWith({ errors: [{ file: 'src/broken.ts', message: 'Unexpected token' }], notices: ['tsconfig.json is broken'] })))
  expect(Object.keys(printed)).toEqual(['schemaVersion', 'findings', 'suppressed', 'baselined', 'errors', 'stats'])
  expect(printed).toMatchObject({ schemaVersion: 1, findings: [], errors: [{ file: 'src/broken.ts', message: 'Unexpected token' }], stats: { files: 120, milliseconds: 812 } })
})

test('a suppressed finding carries its reason last', () => {
  const { suppressed: [finding] } = JSON.parse(json(resultWith({ suppressed: [{ ...timeoutFinding, reason: 'at most 40' }] })))
  expect(Object.entries(finding).at(-1)).toEqual(['reason', 'at most 40'])
  expect(finding.holder).toEqual({ text: 'the event loop', lifetime: 'process' })
})
