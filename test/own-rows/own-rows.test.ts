import { Linter } from 'eslint'
import { describe, expect, test } from 'vitest'
import { rules } from '../../rules/index.ts'
import { audit } from '../../src/audit.ts'
import { loadConfig } from '../../src/parse/config.ts'
import plugin from '../../src/plugin.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { block, expectedOf, models } from './page.ts'

const leaky = block('src/server.js incorrect'), mended = block('src/server.js correct')

describe('the auditor takes the rows of a project', () => {
  const auditOf = async (server: string, config: Record<string, string>) => {
    const cwd = temporaryFolder({ 'package.json': '{ "name": "shop" }', 'src/server.js': server, 'src/cache.js': block('src/cache.js'), ...config })
    const { findings } = await audit({ cwd, paths: ['src'], models: (await loadConfig(cwd, undefined, rules.map(rule => rule.id))).models })
    return findings.map(({ rule, line }) => ({ rule, line }))
  }
  const config = { 'leak-audit.config.json': block('leak-audit.config.json') }

  test('and reports what they say is held', async () => {
    expect(expectedOf(leaky)).toHaveLength(2)
    expect(await auditOf(leaky, config)).toEqual(expectedOf(leaky))
  })

  test('and is silent where they say that it is released', async () => {
    expect(await auditOf(mended, config)).toEqual([])
  })

  test('without which it knows nothing of these libraries', async () => {
    expect(await auditOf(leaky, {})).toEqual([])
  })
})

describe('the plugin takes the same rows from the settings', () => {
  const lint = (text: string, settings: Record<string, unknown>) => new Linter({ cwd: '/shop' })
    .verify(text, [{ files: ['**/*'], ...plugin.configs.recommended, settings }], { filename: '/shop/src/server.js' })

  test('and reports what they say is held', () => {
    const found = lint(leaky, { 'leak-audit': { models } })
    expect(found.map(({ ruleId, line }) => ({ rule: ruleId?.replace('leak-audit/', ''), line }))).toEqual(expectedOf(leaky))
  })

  test('and is silent where they say that it is released', () => {
    expect(lint(mended, { 'leak-audit': { models } })).toEqual([])
  })

  test('without which it knows nothing of these libraries', () => {
    expect(lint(leaky, {})).toEqual([])
  })

  test.each([
    [{ modles: [] }, "settings['leak-audit']: unknown key 'modles'; did you mean 'models'?"],
    [{ models: [{ symbol: '@acme/bus#Bus.listen', role: 'aquire' }] }, `settings['leak-audit']: models[0].role: "aquire" is none of`],
    [[], "settings['leak-audit']: an object is expected"],
  ])('%j is one problem of the file, once', (settings, message) => {
    const found = lint(leaky, { 'leak-audit': settings })
    expect(found).toHaveLength(1)
    expect(found[0]?.message).toContain(message)
  })
})
