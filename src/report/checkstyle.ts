import type { AuditResult } from '../verdict/audit-result.ts'
import { byFile } from './by-file.ts'
import { UNREAD } from './unread.ts'
import { xmlDocument, type Element } from './xml.ts'

/** The XML of Checkstyle, as ESLint used to print it: files with errors. It has no place for what is suppressed or known. */
export function checkstyle({ findings, errors }: Pick<AuditResult, 'findings' | 'errors'>): string {
  const problems = [
    ...findings.map(finding => ({ file: finding.file, element: problem({ ...finding, message: `${finding.message} ${finding.release.hint}`.trimEnd() }) })),
    ...errors.map(error => ({ file: error.file, element: problem({ ...error, severity: 'error', rule: UNREAD }) })),
  ]
  return xmlDocument({
    name: 'checkstyle', attributes: { version: '4.3' },
    children: [...byFile(problems)].map(([file, own]) => ({ name: 'file', attributes: { name: file }, children: own.map(({ element }) => element) })),
  })
}

function problem({ line = 1, column, severity, message, rule }: { readonly line?: number; readonly column?: number; readonly severity: string; readonly message: string; readonly rule: string }): Element {
  return { name: 'error', attributes: { line, column, severity, message, source: `leak-audit.${rule}` } }
}
