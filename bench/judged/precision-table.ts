import { groupBy } from '../group-by.ts'
import { markdownTable } from '../markdown-table.ts'
import type { Judgement } from './judgement.ts'

export interface JudgedFinding {
  readonly package: string
  readonly rule: string
  readonly verdict: Judgement['verdict']
}

/** How many of the judged findings are right: one row a rule, one a package, one for all. */
export function precisionTable(findings: readonly JudgedFinding[]): string {
  const rows = (keyOf: (finding: JudgedFinding) => string): string[][] =>
    [...groupBy(findings, keyOf)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, group]) => row(key, group))
  return markdownTable([
    ['rule or package', 'judged', 'right', 'false alarms', 'precision'],
    ...rows(({ rule }) => rule), ...rows(finding => finding.package), row('all', findings),
  ])
}

function row(title: string, findings: readonly JudgedFinding[]): string[] {
  const right = findings.filter(({ verdict }) => verdict === 'true').length
  const precision = findings.length === 0 ? '–' : `${Math.round((100 * right) / findings.length)} %`
  return [title, String(findings.length), String(right), String(findings.length - right), precision]
}
