import type { FormatName } from '../report/index.ts'
import { formats } from '../report/index.ts'
import { statsText } from '../report/stats.ts'
import type { AuditError, AuditResult } from '../verdict/audit-result.ts'
import { complain, isColorful } from './terminal.ts'

/** How a result is printed, and what of it makes the program fail. */
export interface PrintOptions {
  readonly format: FormatName
  readonly maxWarnings?: number
  readonly stats?: boolean
  /** Absent: the terminal decides. */
  readonly color?: boolean
}

/** Gives the exit code. */
export function printResult(result: AuditResult, options: PrintOptions): number {
  process.stdout.write(formats[options.format](result, { color: options.color ?? isColorful(process.env) }))
  if (options.format !== 'github') for (const notice of result.notices) complain(`notice: ${notice}`)
  if (options.stats === true) process.stderr.write(statsText(result.stats))
  return exitCodeOf(result, options.maxWarnings ?? 0)
}

function exitCodeOf({ findings, errors: [unread, ...others] }: AuditResult, maxWarnings: number): number {
  const warnings = findings.filter(finding => finding.severity === 'warning').length
  if (warnings < findings.length || warnings > maxWarnings) return 1
  if (unread === undefined) return 0
  complain(`not audited: ${describe(unread)}${others.length === 0 ? '' : ` (and ${others.length} more)`}`)
  return 2
}

function describe({ file, line, column, message }: AuditError): string {
  return `${[file, line, column].filter(part => part !== undefined).join(':')}: ${message}`
}
