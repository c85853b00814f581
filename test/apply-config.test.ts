import { expect, test } from 'vitest'
import { rules } from '../rules/index.ts'
import { applyConfig } from '../src/apply-config.ts'
import { createFileSettings, leastConfidence, rulesWithLevel } from '../src/file-settings.ts'
import { noConfig } from '../src/parse/config.ts'
import type { Config } from '../src/parse/config-schema.ts'
import { resultWith, streamFinding, timeoutFinding } from './report/sample-result.ts'

const result = resultWith({ findings: [streamFinding, timeoutFinding], suppressed: [{ ...timeoutFinding, reason: null }] })

const applied = (config: Partial<Config>, named?: readonly string[]) => applyConfig(result, createFileSettings({ ...noConfig, ...config }, rules), named)

test('a rule that is off reports nothing', () => {
  const { findings, suppressed } = applied({ rules: { 'no-uncleared-timeout': 'off' } })
  expect(findings).toEqual([streamFinding])
  expect(suppressed).toEqual([])
})

test('a severity replaces the one of the rule, alone or with options', () => {
  expect(applied({ rules: { 'no-unreleased-listener': 'warning' } }).findings.map(finding => finding.severity)).toEqual(['warning', 'warning'])
  expect(applied({ rules: { 'no-unreleased-listener': ['warning'] } }).findings.map(finding => finding.severity)).toEqual(['warning', 'warning'])
})

test('a configuration that says nothing changes nothing', () => {
  expect(applied({})).toEqual(result)
})

test('a rule may ask for more confidence than the others', () => {
  expect(applied({ rules: { 'no-unreleased-listener': ['error', { minConfidence: 'certain' }] } }).findings.map(({ rule }) => rule).includes('no-unreleased-listener')).toBe(streamFinding.confidence === 'certain')
  expect(applied({ minConfidence: 'certain' }).findings).toEqual(result.findings.filter(({ confidence }) => confidence === 'certain'))
})

test('holders that are named are ignored, by the rule that names them', () => {
  expect(applied({ rules: { 'no-unreleased-listener': ['error', { ignoreHolders: [`${streamFinding.holder.text.slice(0, 1)}*`] }] } }).findings).toEqual([timeoutFinding])
  expect(applied({ rules: { 'no-uncleared-timeout': ['error', { ignoreHolders: ['elsewhere'] }] } }).findings).toHaveLength(2)
})

test('an override holds for the files that match, and the last one has the last word', () => {
  const off = { 'no-unreleased-listener': 'off' } as const, folder = `${streamFinding.file.split('/')[0]!}/`
  expect(applied({ overrides: [{ files: [folder], rules: off }] }).findings).not.toContainEqual(streamFinding)
  expect(applied({ overrides: [{ files: ['elsewhere/**'], rules: off }] }).findings).toContainEqual(streamFinding)
  expect(applied({ overrides: [{ files: ['**'], rules: off }, { files: [streamFinding.file], rules: { 'no-unreleased-listener': 'error' } }] }).findings.map(({ rule }) => rule)).toContain('no-unreleased-listener')
})

test('the audit is asked for the least that any rule or file is to be told', () => {
  expect(leastConfidence(noConfig)).toBe('likely')
  expect(leastConfidence({ ...noConfig, presets: ['strict'] })).toBe('possible')
  expect(leastConfidence({ ...noConfig, minConfidence: 'certain', overrides: [{ files: ['src/new/'], rules: { 'no-heartbeat': ['warning', { minConfidence: 'likely' }] } }] })).toBe('likely')
  expect(rulesWithLevel({ ...noConfig, rules: { 'no-heartbeat': 'off' }, overrides: [{ files: ['a'], rules: { 'no-masked-leak': ['error'] } }] })).toEqual(['no-masked-leak'])
})

test('a rule of the preset strict is off until it is asked for', () => {
  const strict = rules.find(({ preset }) => preset === 'strict')!, levelIn = (config: Partial<Config>) => createFileSettings({ ...noConfig, ...config }, rules)('server.ts').rules[strict.id]!.level
  expect(levelIn({})).toBe('off')
  expect(levelIn({ presets: ['strict'] })).toBe(strict.severity)
  expect(levelIn({ minConfidence: 'possible' })).toBe(strict.severity)
  expect(levelIn({ rules: { [strict.id]: 'warning' } })).toBe('warning')
})
