import type { AuditStats } from '../verdict/audit-result.ts'

/** What an audit spent its time on, and what it could not follow: one line each. */
export function statsText({ files, lines, milliseconds, stages, memory = {}, unresolvedCalls, typeQuestions, knownFiles, isJudgementKnown }: AuditStats): string {
  const rows: readonly (readonly [label: string, value: string])[] = [
    ...Object.entries(stages).map(([stage, time]) => [stage, `${`${time.toFixed(0)} ms`.padEnd(12)}${memory[stage] ?? 0} MB`] as const),
    ['total', `${milliseconds.toFixed(0)} ms`],
    ['files', `${files}`],
    ['lines', `${lines}`],
    ['unresolved calls', `${unresolvedCalls}`],
    ['type questions', `${typeQuestions}`],
    ...knownFiles === undefined ? [] : [['facts from cache', `${knownFiles} of ${files} files`], ['verdicts', isJudgementKnown === true ? 'from cache' : 'made anew']] as const,
  ]
  return rows.map(([label, value]) => `${label.padEnd(18)}${value}\n`).join('')
}
