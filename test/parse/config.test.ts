import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadConfig, noConfig } from '../../src/parse/config.ts'
import { UsageError } from '../../src/verdict/audit-result.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const RULES = ['no-unbounded-cache', 'no-uncleared-timeout']
const config = { ignores: ['generated/'], rules: { 'no-unbounded-cache': 'warning' }, minConfidence: 'certain' }

test('leak-audit.config.json of the working directory is read', async () => {
  const cwd = temporaryFolder({ 'leak-audit.config.json': `\uFEFF${JSON.stringify(config)}` })
  expect(await loadConfig(cwd, undefined, RULES)).toEqual(config)
})

test('the key of package.json is read', async () => {
  const cwd = temporaryFolder({ 'package.json': JSON.stringify({ name: 'chat-room', 'leak-audit': config }) })
  expect(await loadConfig(cwd, undefined, RULES)).toEqual(config)
})

test('a named file goes before the others', async () => {
  const cwd = temporaryFolder({ 'leak-audit.config.json': JSON.stringify(config), 'ci/strict.json': '{ "minConfidence": "possible" }' })
  expect(await loadConfig(cwd, 'ci/strict.json', RULES)).toEqual({ ...noConfig, minConfidence: 'possible' })
})

test('without a file nothing is configured, whatever stands in the folder above', async () => {
  const parent = temporaryFolder({ 'leak-audit.config.json': JSON.stringify(config), 'server/package.json': '{}' })
  expect(await loadConfig(join(parent, 'server'), undefined, RULES)).toEqual(noConfig)
})

test.each([
  ['{ "ignroes": [] }', "unknown key 'ignroes'; did you mean 'ignores'?"],
  ['{ "ignores": "dist" }', "'ignores' must be a list of patterns"],
  ['{ "rules": { "no-unbound-cache": "off" } }', "unknown rule 'no-unbound-cache'; did you mean 'no-unbounded-cache'?"],
  ['{ "rules": { "no-unbounded-cache": "warn" } }', `'no-unbounded-cache' is "warn"; it must be one of off, error, warning`],
  ['{ "minConfidence": "high" }', `'minConfidence' is "high"; it must be one of certain, likely, possible`],
  ['{ "rules": [] }', "'rules' must be an object of rule ids"],
  ['[]', 'an object is expected'],
  ['{ "rules": ', 'is not valid JSON'],
])('%s is refused', async (text, message) => {
  const cwd = temporaryFolder({ 'leak-audit.config.json': text })
  const loaded = loadConfig(cwd, undefined, RULES)
  await expect(loaded).rejects.toThrow(UsageError)
  await expect(loaded).rejects.toThrow(message)
})

test.each([
  ['missing.json', 'config missing.json: no such file'],
  ['leak-audit.config.js', 'config leak-audit.config.js: not a .json file'],
  ['package.json', "config package.json: the key 'leak-audit' must hold an object"],
  ['empty.json', 'config empty.json: an object is expected'],
])('a named file %s that cannot be used is refused', async (file, message) => {
  const cwd = temporaryFolder({ 'package.json': '{}', 'empty.json': '' })
  await expect(loadConfig(cwd, file, RULES)).rejects.toThrow(new UsageError(message))
})
