import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Linter } from 'eslint'
import { describe, expect, test } from 'vitest'
import { rules } from '../../rules/index.ts'
import plugin from '../../src/plugin.ts'
import { ROOT } from './source-files.ts'

const linter = new Linter()

describe.each(rules.map(rule => rule.id))('docs/rules/%s.md', id => {
  const examples = examplesIn(readFileSync(join(ROOT, `docs/rules/${id}.md`), 'utf8'))

  test('shows both what is reported and what is not', () => {
    const kinds = new Set(examples.map(example => example.kind))
    expect([...kinds].sort()).toEqual(['correct', 'incorrect'])
  })

  test.each(examples)('line $line: the $kind example is', ({ kind, code }) => {
    const messages = linter.verify(code, {
      plugins: { 'leak-audit': plugin },
      languageOptions: { ecmaVersion: 'latest', sourceType: 'module' },
      rules: { [`leak-audit/${id}`]: 'error' },
    }, 'server.js')
    expect(messages.filter(message => message.fatal)).toEqual([])
    expect(messages.length > 0 ? 'incorrect' : 'correct', messages.map(({ line, message }) => `${line}: ${message}`).join('\n')).toBe(kind)
  })
})

interface Example {
  readonly kind: 'correct' | 'incorrect'
  readonly code: string
  /** Of the fence, from 1. */
  readonly line: number
}

/** The code between ```js incorrect or ```js correct and the closing fence. */
function examplesIn(page: string): readonly Example[] {
  return [...page.matchAll(/^```js (incorrect|correct)\n([^]*?)^```$/gm)].map(({ 1: kind, 2: code, index }) => ({
    kind: kind as Example['kind'], code: code!, line: page.slice(0, index).split('\n').length,
  }))
}
