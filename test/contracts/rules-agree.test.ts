import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { rules } from '../../rules/index.ts'
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

describe.each(rules)('$id', ({ id, preset, severity, summary }) => {
  test('is in the presets it names, with its severity', () => {
    const setting = (name: 'recommended' | 'strict') => plugin.configs[name].rules?.[`leak-audit/${id}`]
    const level = severity === 'error' ? 'error' : 'warn'
    expect(plugin.rules).toHaveProperty(id)
    expect(setting('strict')).toEqual([level, { minConfidence: 'possible' }])
    expect(setting('recommended')).toEqual(preset === 'recommended' ? [level] : undefined)
  })

  test('says in one line what it reports', () => {
    expect(summary).toMatch(/^[A-Z][^\n]{20,119}[^.\s]$/)
  })

  test('has a page in the order that all pages have', () => {
    const headings = readFileSync(join(ROOT, `docs/rules/${id}.md`), 'utf8').split('\n').filter(line => /^##? /.test(line))
    expect(headings).toEqual([`# ${id}`, '## What it reports', '## Why it leaks', '## Examples', '## What ends it', '## Limits', '## Related'])
  })

  test('has a program that leaks, its mended twin, and near misses', () => {
    const marks = new RegExp(`// (leak|missed): ${id}\\b`)
    expect(sourceOf(`fixtures/programs/${id}/leaky`)).toMatch(marks)
    expect(sourceOf(`fixtures/programs/${id}/mended`)).not.toMatch(marks)
    expect(sourceOf(`fixtures/programs/${id}/near-misses`)).not.toMatch(marks)
  })

  test('reads no name of a library', () => {
    expect(readFileSync(join(ROOT, `rules/${id}.ts`), 'utf8')).not.toMatch(/\b(?:node:\w+|express|fastify|koa|lodash|ioredis)\b/)
  })
})

/** The source of every file of a program. */
function sourceOf(folder: string): string {
  const path = join(ROOT, folder)
  if (!existsSync(path)) throw new Error(`${folder} is missing`)
  return readdirSync(path, { recursive: true, encoding: 'utf8' }).filter(file => /\.[cm]?[jt]s$/.test(file)).map(file => readFileSync(join(path, file), 'utf8')).join('\n')
}
