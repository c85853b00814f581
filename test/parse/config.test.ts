import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadConfig, noConfig } from '../../src/parse/config.ts'
import { UsageError } from '../../src/verdict/audit-result.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const RULES = ['no-unbounded-cache', 'no-uncleared-timeout']
const models = [{ symbol: '@acme/bus#Bus.listen', role: 'acquire', resource: 'listener', holder: 'this', held: 'arg[1]' }]
const config = { models, paths: ['src'], ignores: ['generated/'], presets: ['strict'], overrides: [{ files: ['src/legacy/'], rules: { 'no-uncleared-timeout': ['warning', { ignoreHolders: ['this.retry'] }] } }], rules: { 'no-unbounded-cache': 'warning' }, minConfidence: 'certain' }

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

test.each([
  ['js', 'export default'],
  ['js', 'module.exports ='],
  ['cjs', 'module.exports ='],
  ['mjs', 'export default'],
  ['ts', 'const config: { ignores: string[] } ='],
])('leak-audit.config.%s is run: %s', async (extension, before) => {
  const after = before.startsWith('const') ? '\nexport default config' : ''
  const cwd = temporaryFolder({ [`leak-audit.config.${extension}`]: `${before} { ignores: ['generated/'] }${after}\n` })
  expect(await loadConfig(cwd, undefined, RULES)).toEqual({ ...noConfig, ignores: ['generated/'] })
})

test('a configuration that cannot be run is refused in one line', async () => {
  const cwd = temporaryFolder({ 'leak-audit.config.js': "export default { ignores: [missing] }\n" })
  await expect(loadConfig(cwd, undefined, RULES)).rejects.toThrow(new UsageError('config leak-audit.config.js cannot be run: missing is not defined'))
})

test('without a file nothing is configured, whatever stands in the folder above', async () => {
  const parent = temporaryFolder({ 'leak-audit.config.json': JSON.stringify(config), 'server/package.json': '{}' })
  expect(await loadConfig(join(parent, 'server'), undefined, RULES)).toEqual(noConfig)
})

test.each([
  ['{ "ignroes": [] }', "unknown key 'ignroes'; did you mean 'ignores'?"],
  ['{ "ignores": "dist" }', 'ignores: a list is expected, not "dist"'],
  ['{ "rules": { "no-unbound-cache": "off" } }', "unknown rule 'no-unbound-cache'; did you mean 'no-unbounded-cache'?"],
  ['{ "rules": { "no-unbounded-cache": "warn" } }', 'rules.no-unbounded-cache: "warn" is none of "off", "error", "warning"'],
  ['{ "minConfidence": "high" }', 'minConfidence: "high" is none of "certain", "likely", "possible"'],
  ['{ "rules": { "no-unbounded-cache": ["error", { "ignoreHolder": [] }] } }', "rules.no-unbounded-cache[1]: unknown option 'ignoreHolder'; did you mean 'ignoreHolders'?"],
  ['{ "rules": { "no-unbounded-cache": ["warn"] } }', 'rules.no-unbounded-cache[0]: "warn" is none of "off", "error", "warning"'],
  ['{ "overrides": [{ "files": ["src"], "rule": {} }] }', "overrides[0]: unknown key 'rule'; did you mean 'rules'?"],
  ['{ "overrides": [{ "rules": {} }] }', "overrides[0]: the key 'files' is missing"],
  ['{ "presets": ["all"] }', 'presets[0]: "all" is none of "recommended", "strict"'],
  ['{ "rules": 3 }', 'rules: an object is expected, not 3'],
  ['{ "models": [{ "role": "aquire" }] }', 'models[0].role: "aquire" is none of "acquire", "release"'],
  ['{ "models": [{ "role": "teardown", "symbol": "Bus.close" }] }', "models[0].symbol: Symbol key 'Bus.close' has not the form package#Type.member or package#name."],
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
  ['leak-audit.config.yml', 'config leak-audit.config.yml: not a .json, .js, .mjs, .cjs, .ts, .mts file'],
  ['leak-audit.config.js', 'config leak-audit.config.js: no such file'],
  ['package.json', "config package.json: the key 'leak-audit' must hold an object"],
  ['empty.json', 'config empty.json: an object is expected'],
])('a named file %s that cannot be used is refused', async (file, message) => {
  const cwd = temporaryFolder({ 'package.json': '{}', 'empty.json': '' })
  await expect(loadConfig(cwd, file, RULES)).rejects.toThrow(new UsageError(message))
})
