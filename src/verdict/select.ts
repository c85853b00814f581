import type { FileFacts, SuppressionFacts } from '../facts/file-facts.ts'
import type { AuditOptions, AuditResult, SuppressedFinding } from './audit-result.ts'
import { concerns } from './concerns.ts'
import type { Confidence, Finding } from './finding.ts'

const RANK: Readonly<Record<Confidence, number>> = { certain: 2, likely: 1, possible: 0 }

/** Leaves out what was not asked for, and sets aside what a comment in the source silences. */
export function select(findings: readonly Finding[], facts: readonly Pick<FileFacts, 'file' | 'suppressions'>[], options: Pick<AuditOptions, 'minConfidence' | 'rules' | 'reportOn'>): Pick<AuditResult, 'findings' | 'suppressed'> {
  const least = RANK[options.minConfidence ?? 'likely']
  const suppressions = new Map(facts.map(file => [file.file, file.suppressions]))
  const kept: Finding[] = [], suppressed: SuppressedFinding[] = []
  for (const finding of findings) {
    if (RANK[finding.confidence] < least || options.rules?.includes(finding.rule) === false) continue
    if (options.reportOn !== undefined && !concerns(finding, options.reportOn)) continue
    const comment = suppressions.get(finding.file)?.find(s => covers(s, finding))
    if (comment === undefined) kept.push(finding)
    else suppressed.push({ ...finding, reason: comment.reason })
  }
  return { findings: kept, suppressed }
}

const covers = (comment: SuppressionFacts, { line, rule }: Finding): boolean => comment.from <= line && line <= comment.to && (comment.rules.length === 0 || comment.rules.includes(rule))
