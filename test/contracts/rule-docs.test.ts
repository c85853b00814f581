import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Linter } from 'eslint'
import { describe, expect, test } from 'vitest'
import { codeRules, rules } from '../../rules/index.ts'
import { audit } from '../../src/audit.ts'
import plugin from '../../src/plugin.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { ROOT } from './source-files.ts'

const linter = new Linter()

describe.each(rules)('the page of $id', ({ id }) => {
  test('shows both what is reported and what is not', () => {
    const kinds = new Set(examplesOf(id).map(example => example.kind))
    expect([...kinds].sort()).toEqual(['correct', 'incorrect'])
  })
})

describe.each(codeRules)('the page of $id', ({ id }) => {
  test.each(examplesOf(id))('line $line: the $kind example is', ({ kind, code }) => {
    const messages = linter.verify(code, {
      plugins: { 'leak-audit': plugin },
      languageOptions: { ecmaVersion: 'latest', sourceType: 'module' },
      rules: { [`leak-audit/${id}`]: 'error' },
    }, 'server.js')
    expect(messages.filter(message => message.fatal)).toEqual([])
    expect(messages.length > 0 ? 'incorrect' : 'correct', messages.map(({ line, message }) => `${line}: ${message}`).join('\n')).toBe(kind)
  })
})

describe.each(rules.filter(rule => rule.reads === 'deployment'))('the page of $id', ({ id }) => {
  test.each(examplesOf(id))('line $line: the $kind example is', async ({ kind, code, language }) => {
    const { findings, errors } = await audit({
      cwd: temporaryFolder({ 'server.js': `import { createServer } from 'node:http'\ncreateServer().listen(3000)`, [FILES[language]!]: code }),
      paths: ['.'], rules: [id], minConfidence: 'possible',
    })
    expect(errors).toEqual([])
    expect(findings.length > 0 ? 'incorrect' : 'correct', findings.map(({ line, message }) => `${line}: ${message}`).join('\n')).toBe(kind)
  })
})

/** What an example is called where it is deployed. */
const FILES: Readonly<Record<string, string>> = { js: 'ecosystem.config.cjs', json: 'package.json', yaml: 'compose.yaml', dockerfile: 'Dockerfile' }

interface Example {
  readonly language: string
  readonly kind: 'correct' | 'incorrect'
  readonly code: string
  /** Of the fence, from 1. */
  readonly line: number
}

/** The code between ```js incorrect or ```js correct and the closing fence. */
function examplesOf(id: string): readonly Example[] {
  const page = readFileSync(join(ROOT, `docs/rules/${id}.md`), 'utf8')
  return [...page.matchAll(/^```(js|json|yaml|dockerfile) (incorrect|correct)\n([^]*?)^```$/gm)].map(({ 1: language, 2: kind, 3: code, index }) => ({
    language: language!, kind: kind as Example['kind'], code: code!, line: page.slice(0, index).split('\n').length,
  }))
}
