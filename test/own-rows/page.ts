import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { ModelRow } from '../../src/models/row.ts'

const text = readFileSync(path.resolve(import.meta.dirname, '../../docs/own-models.md'), 'utf8')
const blocks = new Map([...text.matchAll(/^```\w+ (.+)\n([^]*?)^```$/gm)].map(([, name, code]) => [name!, code!]))

/** The code block of docs/own-models.md with that name. */
export function block(name: string): string {
  const code = blocks.get(name)
  if (code === undefined) throw new Error(`docs/own-models.md has no block ${name}, only ${[...blocks.keys()].join(', ')}`)
  return code
}

export const { models } = JSON.parse(block('leak-audit.config.json')) as { models: readonly ModelRow[] }

/** The rule that each line of a block leaks by, as its comment says. */
export const expectedOf = (code: string): { rule: string; line: number }[] => code.split('\n').flatMap((text, index) => {
  const rule = /\/\/ leak: (\S+)/.exec(text)?.[1]
  return rule === undefined ? [] : [{ rule, line: index + 1 }]
})
