import type { AuditRun, PrintedFinding } from '../child/run-auditor.ts'
import { type ShortFinding, shortFinding } from '../short-finding.ts'
import type { LineRange } from './carry.ts'
import type { Detectable, LeakFix } from './leak-fix.ts'

export interface FixOutcome {
  readonly id: string
  readonly category: string
  readonly needs: string
  readonly detectable: Detectable
  /** A finding stands at the leak in the commit before the fix. */
  readonly found: boolean
  /** Found, and no rule that found it reports there in the fixed commit. */
  readonly silent: boolean
  /** The rules that found it. */
  readonly rules: readonly string[]
  /** Of the audit of the commit before. */
  readonly milliseconds: number
  /** Why an audit gave no result. */
  readonly failed?: string
  /** Files that could not be read, before the fix. */
  readonly errors: readonly string[]
  readonly before: readonly ShortFinding[]
  readonly after: readonly ShortFinding[]
}

/** How many lines a finding may stand off the leak. */
const NEAR = 2

/** Judges the audits of both sides of a fix. `carried` tells where a line of the side before stands after. */
export function fixOutcome(fix: LeakFix, before: AuditRun, after: AuditRun, carried: (path: string, line: number) => LineRange): FixOutcome {
  const leaks = fix.files.flatMap(({ path, leak_lines }) => leak_lines.map(line => ({ path, line })))
  const flagged = before.findings.filter(finding => leaks.some(({ path, line }) => isNear(finding, path, { from: line, to: line })))
  const rules = [...new Set(flagged.map(({ rule }) => rule))]
  const stillFlagged = after.findings.some(finding => rules.includes(finding.rule) && leaks.some(({ path, line }) => isNear(finding, path, carried(path, line))))
  const failed = before.failure ?? after.failure
  return {
    id: fix.id, category: fix.category, needs: fix.needs, detectable: fix.static_detectable,
    found: rules.length > 0,
    silent: rules.length > 0 && !stillFlagged && after.failure === undefined,
    rules,
    milliseconds: Math.round(before.milliseconds),
    ...(failed !== undefined && { failed }),
    errors: before.errors.map(({ file, message }) => `${file}: ${message}`),
    before: before.findings.map(shortFinding),
    after: after.findings.map(shortFinding),
  }
}

/** Trees keep the repository's paths, so that a finding's file is the manifest's path itself. */
function isNear(finding: PrintedFinding, path: string, { from, to }: LineRange): boolean {
  return finding.file.replace(/^\.\//, '') === path && finding.line >= from - NEAR && finding.line <= to + NEAR
}
