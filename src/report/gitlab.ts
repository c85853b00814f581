import { createHash } from 'node:crypto'
import type { AuditError, AuditResult } from '../verdict/audit-result.ts'
import type { Finding, Severity } from '../verdict/finding.ts'
import { UNREAD } from './unread.ts'

/**
 * A Code Quality report: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format. GitLab itself compares the reports of
 * two branches by fingerprint, and has no place for what is suppressed or known.
 */
export function gitlab({ findings, errors }: Pick<AuditResult, 'findings' | 'errors'>): string {
  return `${JSON.stringify([...findings.map(issueOf), ...errors.map(unreadIssue)], null, 2)}\n`
}

/** Of info, minor, major, critical and blocker. */
const SEVERITIES: Readonly<Record<Severity, string>> = { error: 'critical', warning: 'minor' }

function issueOf({ rule, message, release, severity, fingerprint, file, line, endLine }: Finding) {
  return {
    description: `${message} ${release.hint}`.trimEnd(), check_name: rule, fingerprint, severity: SEVERITIES[severity],
    location: { path: file, lines: { begin: line, end: endLine } },
  }
}

function unreadIssue({ file, line = 1, message }: AuditError) {
  return {
    description: `Not audited: ${message}`, check_name: UNREAD, fingerprint: createHash('sha256').update([UNREAD, file, message].join('\0')).digest('hex').slice(0, 16),
    severity: 'info', location: { path: file, lines: { begin: line } },
  }
}
