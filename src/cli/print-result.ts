import { statsText } from '../report/stats.ts'
import type { AuditError, AuditResult } from '../verdict/audit-result.ts'
import type { CommandContext } from './command.ts'
import type { Destination } from './destinations.ts'
import { defaultDestinations } from './reader.ts'
import { complain, isColorful } from './terminal.ts'
import { writeReports } from './write-reports.ts'

/** How a result is printed, and what of it makes the program fail. */
export interface PrintOptions {
  /** What is printed and written; absent: whoever reads decides. */
  readonly format?: readonly Destination[]
  readonly maxWarnings?: number
  readonly stats?: boolean
  /** No notices; warnings are left out before. */
  readonly quiet?: boolean
  /** Absent: the terminal decides. */
  readonly color?: boolean
}

/** Prints and writes the reports, and gives the exit code. */
export function printResult(result: AuditResult, options: PrintOptions, context: CommandContext): number {
  const destinations = options.format ?? defaultDestinations({ isTerminal: Boolean(process.stdout.isTTY) })
  const isWritten = writeReports(result, destinations, { ...context, color: options.color ?? isColorful(process.env) })
  if (!destinations.some(({ format, file }) => format === 'github' && file === undefined)) sayNotices(result.notices, options)
  if (options.stats === true) process.stderr.write(statsText(result.stats))
  return !isWritten ? 2 : exitCodeOf(result, options.maxWarnings ?? 0)
}

export function sayNotices(notices: readonly string[], { quiet }: Pick<PrintOptions, 'quiet'>): void {
  if (quiet !== true) for (const notice of notices) complain(`notice: ${notice}`)
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
