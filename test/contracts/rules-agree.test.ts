import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { codeRules, rules } from '../../rules/index.ts'
import plugin from '../../src/plugin.ts'
import { ROOT } from './source-files.ts'

const ids = rules.map(rule => rule.id)

test('every file of rules/ is in the list of rules, under its name', () => {
  const files = readdirSync(join(ROOT, 'rules')).filter(file => file !== 'index.ts')
  expect([...ids].sort()).toEqual(files.map(file => file.replace('.ts', '')).sort())
})

test('every page in docs/rules is of a rule', () => {
  expect(readdirSync(join(ROOT, 'docs/rules')).sort()).toEqual(ids.map(id => `${id}.md`).sort())
})

test('every kind of defect is reported by one rule at most', () => {
  const kinds = rules.flatMap(rule => rule.finds)
  expect(kinds.filter((kind, index) => kinds.indexOf(kind) !== index)).toEqual([])
})

test('the plugin has the rules of source code, and none of the others', () => {
  expect(Object.keys(plugin.rules)).toEqual(rules.filter(({ reads }) => reads === 'code').map(({ id }) => id))
})

describe.each(codeRules)('$id', ({ id, preset, severity }) => {
  test('is in the presets it names, with its severity', () => {
    const setting = (name: 'recommended' | 'strict') => plugin.configs[name].rules?.[`leak-audit/${id}`]
    const level = severity === 'error' ? 'error' : 'warn'
    expect(plugin.rules).toHaveProperty(id)
    expect(setting('strict')).toEqual([level, { minConfidence: 'possible' }])
    expect(setting('recommended')).toEqual(preset === 'recommended' ? [level] : undefined)
  })
})

describe.each(rules)('$id', ({ id, reads, summary }) => {

  test('says in one line what it reports', () => {
    expect(summary).toMatch(/^[A-Z][^\n]{20,119}[^.\s]$/)
  })

  test('has a page in the order that all pages have', () => {
    const headings = readFileSync(join(ROOT, `docs/rules/${id}.md`), 'utf8').split('\n').filter(line => /^##? /.test(line))
    expect(headings).toEqual([`# ${id}`, '## What it reports', '## Why it leaks', '## Examples', '## What ends it', '## Limits', '## Related'])
  })

  test('has a program that leaks, its mended twin, and near misses', () => {
    const marks = new RegExp(`(?://|#|"//": ") ?(leak|missed): ${id}\\b`)
    expect(sourceOf(`fixtures/programs/${id}/leaky`)).toMatch(marks)
    expect(sourceOf(`fixtures/programs/${id}/mended`)).not.toMatch(marks)
    expect(sourceOf(`fixtures/programs/${id}/near-misses`)).not.toMatch(marks)
  })

  test('says on its page where it is not in the plugin', () => {
    expect(readFileSync(join(ROOT, `docs/rules/${id}.md`), 'utf8').includes('of the auditor only')).toBe(reads === 'deployment')
  })

  test('reads no name of a library', () => {
    expect(readFileSync(join(ROOT, `rules/${id}.ts`), 'utf8')).not.toMatch(/\b(?:node:\w+|express|fastify|koa|lodash|ioredis)\b/)
  })
})

/** The text of every file of a program. */
function sourceOf(folder: string): string {
  const path = join(ROOT, folder)
  if (!existsSync(path)) throw new Error(`${folder} is missing`)
  return readdirSync(path, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile()).map(entry => readFileSync(join(entry.parentPath, entry.name), 'utf8')).join('\n')
}
