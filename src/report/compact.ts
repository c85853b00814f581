import type { AuditResult } from '../verdict/audit-result.ts'
import { oneLine, placeOf } from './evidence.ts'
import { unreadPlace } from './unread.ts'

/** One line each, in the form of compilers, which editors, `grep` and problem matchers understand: `file:line:column: severity: message [rule]`. */
export function compact({ findings, errors }: Pick<AuditResult, 'findings' | 'errors'>): string {
  return [
    ...findings.map(finding => `${placeOf(finding)}:${finding.column}: ${finding.severity}: ${finding.message} [${finding.rule}]`),
    ...errors.map(error => `${unreadPlace(error)}: error: not audited: ${error.message}`),
  ].map(line => `${oneLine(line)}\n`).join('')
}
