import { expect, test } from 'vitest'
import { applyConfig } from '../src/apply-config.ts'
import { resultWith, streamFinding, timeoutFinding } from './report/sample-result.ts'

const result = resultWith({ findings: [streamFinding, timeoutFinding], suppressed: [{ ...timeoutFinding, reason: null }] })

test('a rule that is off reports nothing', () => {
  const { findings, suppressed } = applyConfig(result, { rules: { 'no-uncleared-timeout': 'off' } })
  expect(findings).toEqual([streamFinding])
  expect(suppressed).toEqual([])
})

test('a severity replaces the one of the rule', () => {
  const { findings } = applyConfig(result, { rules: { 'no-unreleased-listener': 'warning' } })
  expect(findings.map(finding => finding.severity)).toEqual(['warning', 'warning'])
})

test('a configuration that says nothing changes nothing', () => {
  expect(applyConfig(result, { rules: {} })).toEqual(result)
})
