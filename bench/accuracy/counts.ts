import { markdownTable } from '../markdown-table.ts'
import type { FixOutcome } from './fix-outcome.ts'
import { DETECTABLE } from './leak-fix.ts'

/** How many of a group's leaks were found, and how many of those are silent after the fix. */
export interface Count {
  readonly group: string
  readonly fixes: number
  readonly found: number
  readonly silent: number
}

export function countsByDetectable(outcomes: readonly FixOutcome[]): Count[] {
  return DETECTABLE.map(group => countOf(group, outcomes.filter(({ detectable }) => detectable === group)))
}

/** Without those that no static tool can see. */
export function countsByCategory(outcomes: readonly FixOutcome[]): Count[] {
  const visible = outcomes.filter(({ detectable }) => detectable !== 'no')
  const categories = [...new Set(visible.map(({ category }) => category))].sort()
  return categories.map(group => countOf(group, visible.filter(({ category }) => category === group)))
}

/** For a terminal. */
export function countLines(outcomes: readonly FixOutcome[]): string[] {
  const failed = outcomes.filter(outcome => outcome.failed !== undefined)
  return [
    ...countsByDetectable(outcomes).map(count => `detectable=${countLine(count)}`),
    ...countsByCategory(outcomes).map(count => `  ${countLine(count)}`),
    `findings before ${sum(outcomes, 'before')}, after ${sum(outcomes, 'after')}; failed audits ${failed.length}`,
    ...failed.map(({ id, failed: why }) => `  ${id}: ${why}`),
  ]
}

/** For `docs/accuracy.md`. */
export function countTables(outcomes: readonly FixOutcome[]): string {
  const table = (title: string, counts: readonly Count[]): string =>
    markdownTable([[title, 'fixes', 'found', 'silent after the fix'], ...counts.map(({ group, fixes, found, silent }) => [group, fixes, `${found} (${percent(found, fixes)})`, `${silent} (${percent(silent, found)})`])])
  return [table('detectable', countsByDetectable(outcomes)), table('category', countsByCategory(outcomes))].join('\n\n')
}

function countOf(group: string, outcomes: readonly FixOutcome[]): Count {
  return { group, fixes: outcomes.length, found: outcomes.filter(({ found }) => found).length, silent: outcomes.filter(({ silent }) => silent).length }
}

const countLine = ({ group, fixes, found, silent }: Count): string => `${group}: found ${found}/${fixes}, of those silent after the fix ${silent}/${found}`

const sum = (outcomes: readonly FixOutcome[], side: 'before' | 'after'): number => outcomes.reduce((total, outcome) => total + outcome[side].length, 0)

const percent = (part: number, whole: number): string => (whole === 0 ? '–' : `${Math.round((100 * part) / whole)} %`)
