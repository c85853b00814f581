import type { AuditResult } from '../verdict/audit-result.ts'
import type { Finding, Severity } from '../verdict/finding.ts'
import { LIVES, placeOf, stepText } from './evidence.ts'
import type { ReportOptions } from './format.ts'
import { UNREAD } from './unread.ts'

/**
 * Reviewdog's Diagnostic Format: https://github.com/reviewdog/reviewdog/tree/master/proto/rdf. It counts columns in bytes of UTF-8, which
 * findings do not know: on a line with other than ASCII letters before the site the column is too small.
 */
export function rdjson({ findings, errors }: Pick<AuditResult, 'findings' | 'errors'>, { rules }: Pick<ReportOptions, 'rules'>): string {
  const urls = new Map(rules.map(rule => [rule.id, rule.url]))
  return `${JSON.stringify({
    source: { name: 'leak-audit' },
    diagnostics: [
      ...findings.map(finding => ({
        message: `${finding.message}\n${finding.release.hint}`.trimEnd(),
        location: { path: finding.file, range: { start: position(finding), end: { line: finding.endLine, column: finding.endColumn } } },
        severity: SEVERITIES[finding.severity],
        code: { value: finding.rule, url: urls.get(finding.rule) },
        related_locations: relatedLocations(finding),
      })),
      ...errors.map(({ file, line, column, message }) => ({
        message: `Not audited: ${message}`,
        location: { path: file, ...line !== undefined && { range: { start: { line, column } } } },
        severity: SEVERITIES.error,
        code: { value: UNREAD },
      })),
    ],
  }, null, 2)}\n`
}

const SEVERITIES: Readonly<Record<Severity, string>> = { error: 'ERROR', warning: 'WARNING' }

/** The holder and the steps of the evidence that stand elsewhere. */
function relatedLocations(finding: Finding) {
  const { holder, path } = finding
  return [
    ...holder.file === undefined || holder.line === undefined ? [] : [{ message: `${holder.text} ${LIVES[holder.lifetime]}`, location: { path: holder.file, range: { start: { line: holder.line, column: holder.column } } } }],
    ...path.filter(step => placeOf(step) !== placeOf(finding)).map(step => ({ message: stepText(step), location: { path: step.file, range: { start: position(step) } } })),
  ]
}

function position({ line, column }: { readonly line: number; readonly column: number }) {
  return { line, column }
}
