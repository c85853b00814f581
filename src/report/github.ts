import type { AuditResult } from '../verdict/audit-result.ts'

type Properties = Readonly<Record<string, string | number | undefined>>

/**
 * Workflow commands that GitHub Actions turns into annotations on the diff. Escaping is that of `@actions/core`:
 * https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts
 */
export function github({ findings, errors, notices }: AuditResult): string {
  return [
    ...findings.map(finding => command(finding.severity, {
      file: finding.file, line: finding.line, endLine: finding.endLine, col: finding.column, endColumn: finding.endColumn,
      title: `leak-audit/${finding.rule} (${finding.confidence})`,
    }, `${finding.message}\n${finding.release.hint}`.trimEnd())),
    ...errors.map(({ file, line, column, message }) => command('error', { file, line, col: column, title: 'leak-audit: not audited' }, message)),
    ...notices.map(notice => command('notice', { title: 'leak-audit' }, notice)),
  ].map(line => `${line}\n`).join('')
}

function command(name: 'error' | 'warning' | 'notice', properties: Properties, message: string): string {
  const written = Object.entries(properties)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}=${escapeProperty(String(value))}`)
  return `::${name} ${written.join(',')}::${escapeData(message)}`
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
