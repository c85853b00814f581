import type { SuppressionFacts } from './file-facts.ts'

interface Comment { readonly type: string; readonly value: string; readonly range: readonly [number, number] }

const DIRECTIVE = /^\s*(?:eslint|oxlint|leak-audit)-(disable|enable)(-next-line|-line)?(?=\s|$)([^]*)$/
const PREFIX = 'leak-audit/'

/** Reads disable directives that concern this tool's rules. A directive with no rule names covers all. */
export function suppressionsOf(comments: readonly Comment[], lineOf: (offset: number) => number): SuppressionFacts[] {
  const found: SuppressionFacts[] = []
  const open: { rules: readonly string[]; reason: string | null; from: number }[] = []
  for (const comment of comments) {
    const match = DIRECTIVE.exec(comment.value)
    if (match === null) continue
    const [list = '', ...why] = (match[3] ?? '').split(/\s-{2,}\s/)
    const named = list.split(',').map(name => name.trim()).filter(name => name !== '')
    const rules = named.filter(name => name.startsWith(PREFIX)).map(name => name.slice(PREFIX.length))
    if (named.length > 0 && rules.length === 0) continue
    const reason = why.join(' -- ').trim() || null
    const first = lineOf(comment.range[0]), last = lineOf(comment.range[1])
    if (match[1] === 'enable') {
      for (let i = open.length - 1; i >= 0; i--) {
        const block = open[i]!
        if (rules.length > 0 && !rules.some(rule => block.rules.includes(rule))) continue
        found.push({ ...block, to: first })
        open.splice(i, 1)
      }
    } else if (match[2] === '-next-line') found.push({ rules, reason, from: last + 1, to: last + 1 })
    else if (match[2] === '-line') found.push({ rules, reason, from: first, to: first })
    else open.push({ rules, reason, from: first })
  }
  return [...found, ...open.map(block => ({ ...block, to: Number.MAX_SAFE_INTEGER }))]
}
