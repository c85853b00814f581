import * as parser from '@typescript-eslint/parser'
import { Linter as Linter10 } from 'eslint'
import { Linter as Linter9 } from 'eslint9'
import { describe, expect, it } from 'vitest'
import plugin from '../../src/plugin.ts'
import { expected, leaky, mended } from './chat-room.ts'

const hosts = [
  { name: 'ESLint 10 with espree', linter: new Linter10(), languageOptions: {} },
  { name: 'ESLint 10 with @typescript-eslint/parser', linter: new Linter10(), languageOptions: { parser } },
  { name: 'ESLint 9 with espree', linter: new Linter9() as unknown as Linter10, languageOptions: {} },
  { name: 'ESLint 9 with @typescript-eslint/parser', linter: new Linter9() as unknown as Linter10, languageOptions: { parser } },
]

describe.each(hosts)('$name', ({ linter, languageOptions }) => {
  const lint = (text: string) => linter.verify(text, [{ files: ['**/*'], ...plugin.configs.recommended, languageOptions }], { filename: 'chat-room.js' })

  it('reports the listener that a handler leaves on a module-level emitter', () => {
    expect(lint(leaky).map(({ ruleId, line }) => ({ ruleId, line }))).toEqual([{ ruleId: expected, line: 9 }])
  })

  it('is silent once the listener is removed on close', () => {
    expect(lint(mended)).toEqual([])
  })

  it('heeds a directive with a reason', () => {
    const silenced = leaky.replace('  bus.on', `  // eslint-disable-next-line ${expected} -- the room lives as long as the process\n  bus.on`)
    expect(lint(silenced)).toEqual([])
  })
})

describe('CommonJS', () => {
  it.each(['commonjs', 'script'] as const)('is read with sourceType %s', sourceType => {
    const text = `const { EventEmitter } = require('events')\nconst bus = new EventEmitter()\nmodule.exports = (req, res) => { bus.on('tick', () => res.write('.')) }\n`
    const found = new Linter10().verify(text, [{ files: ['**/*'], ...plugin.configs.recommended, languageOptions: { sourceType } }], { filename: 'ticker.cjs' })
    expect(found.map(({ ruleId }) => ruleId)).toEqual([expected])
  })
})
