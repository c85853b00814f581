import type { AuditResult } from '../verdict/audit-result.ts'
import type { Severity } from '../verdict/finding.ts'

/** Gives a whole report: lines with their ends, or nothing. */
export type Format = (result: AuditResult, options: ReportOptions) => string

/** What a report says beside the result. */
export interface ReportOptions {
  /** Whether the reader shows colours. */
  readonly color: boolean
  /** Of this tool. */
  readonly version: string
  /** Every rule there is, in the order of the documentation. */
  readonly rules: readonly RuleDescription[]
}

export interface RuleDescription {
  readonly id: string
  /** One line: what it reports. */
  readonly summary: string
  readonly severity: Severity
  /** Where its page can be read. */
  readonly url: string
  /** Its page, as Markdown. */
  readonly page: string
}
