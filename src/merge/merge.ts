import type { AuditError, AuditResult, AuditStats, SuppressedFinding } from '../verdict/audit-result.ts'
import type { Confidence, Finding } from '../verdict/finding.ts'
import { inOrder } from '../verdict/order.ts'

/** Several results as one: what stands in more than one of them counts once, and is new if one of them says so. Counts and times are added up. */
export function merge(results: readonly AuditResult[]): AuditResult {
  const findings = surest(results.flatMap(result => result.findings)), isNew = new Set(findings.map(siteKey))
  const baselined = surest(results.flatMap(result => result.baselined)).filter(finding => !isNew.has(siteKey(finding)))
  return {
    findings, baselined,
    suppressed: surest(results.flatMap(result => result.suppressed)) as readonly SuppressedFinding[],
    errors: once(results.flatMap(result => result.errors), errorKey).toSorted((a, b) => errorKey(a) < errorKey(b) ? -1 : 1),
    notices: [...new Set(results.flatMap(result => result.notices))],
    files: [...new Set(results.flatMap(result => result.files))].sort(),
    stats: results.map(result => result.stats).reduce(sum, NOTHING),
  }
}

const RANK: Readonly<Record<Confidence, number>> = { certain: 2, likely: 1, possible: 0 }

/** A shared package that several audits read is seen with different callers: at one site, the surest of equal findings stays. */
function surest(findings: readonly Finding[]): readonly Finding[] {
  return inOrder(once(findings.toSorted((a, b) => RANK[b.confidence] - RANK[a.confidence]), siteKey))
}

const siteKey = ({ rule, file, line, column }: Finding): string => [rule, file, line, column].join('\0')

const errorKey = ({ file, line = 0, column = 0, message }: AuditError): string => [file, String(line).padStart(9), String(column).padStart(9), message].join('\0')

function once<T>(items: readonly T[], keyOf: (item: T) => string): readonly T[] {
  const seen = new Set<string>()
  return items.filter(item => !seen.has(keyOf(item)) && seen.add(keyOf(item)))
}

const NOTHING: AuditStats = { files: 0, lines: 0, milliseconds: 0, stages: {}, unresolvedCalls: 0, typeQuestions: 0 }

function sum(a: AuditStats, b: AuditStats): AuditStats {
  const stages = Object.fromEntries([...Object.keys(a.stages), ...Object.keys(b.stages)].map(stage => [stage, (a.stages[stage] ?? 0) + (b.stages[stage] ?? 0)]))
  return {
    stages, files: a.files + b.files, lines: a.lines + b.lines, milliseconds: a.milliseconds + b.milliseconds,
    unresolvedCalls: a.unresolvedCalls + b.unresolvedCalls, typeQuestions: a.typeQuestions + b.typeQuestions,
  }
}
