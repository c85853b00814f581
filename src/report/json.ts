import type { AuditResult } from '../verdict/audit-result.ts'
import type { Finding } from '../verdict/finding.ts'

/** For programs. Fields and their order are a promise; `schemaVersion` changes when one is renamed, removed or redefined. */
export function json({ findings, suppressed, baselined, errors, stats }: AuditResult): string {
  return JSON.stringify({
    schemaVersion: 1,
    findings: findings.map(findingFields),
    suppressed: suppressed.map(finding => ({ ...findingFields(finding), reason: finding.reason })),
    baselined: baselined.map(findingFields),
    errors: errors.map(({ file, line, column, message }) => ({ file, line, column, message })),
    stats: { files: stats.files, milliseconds: Math.round(stats.milliseconds) },
  }, null, 2) + '\n'
}

/** Named one by one: what other stages add to the record for themselves does not leak into the promise. */
function findingFields({ rule, severity, confidence, file, line, column, endLine, endColumn, message, holder, path, release, fingerprint }: Finding) {
  return {
    rule, severity, confidence, file, line, column, endLine, endColumn, message,
    holder: { text: holder.text, lifetime: holder.lifetime, file: holder.file, line: holder.line, column: holder.column },
    path: path.map(step => ({ role: step.role, file: step.file, line: step.line, column: step.column, text: step.text })),
    release: { coverage: release.coverage, hint: release.hint },
    fingerprint,
  }
}
