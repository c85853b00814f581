import type { AuditResult } from '../verdict/audit-result.ts'
import type { ReportOptions } from './format.ts'
import { markdownOf } from './markdown.ts'

/** A mebibyte is what GitHub takes from one step, in bytes; a character may take three. https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands */
const LONGEST_SUMMARY = 340_000

/** What the page of a workflow run shows, beside the annotations. */
export function jobSummary(result: AuditResult, options: Pick<ReportOptions, 'rules'>): string {
  return `${markdownOf(result, options, LONGEST_SUMMARY)}\n`
}
