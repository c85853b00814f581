import type { ModelRow } from '../models/row.ts'
import type { Confidence, Finding } from './finding.ts'

/** A finding that a comment in the source silences. */
export interface SuppressedFinding extends Finding {
  /** The text after `--` in the directive; null when none was given. */
  readonly reason: string | null
}

/** Something the tool could not read; the rest was audited. */
export interface AuditError {
  readonly file: string
  readonly line?: number
  readonly column?: number
  readonly message: string
}

export interface AuditStats {
  readonly files: number
  /** Lines of source text read. */
  readonly lines: number
  readonly milliseconds: number
  /** Wall time by stage, in milliseconds. */
  readonly stages: Readonly<Record<string, number>>
  /** Calls whose callee was not resolved. */
  readonly unresolvedCalls: number
  /** Questions put to the TypeScript resolver; 0 means that it was never loaded. */
  readonly typeQuestions: number
}

/** What one audit gives. Findings are ordered by file, line, column, rule. */
export interface AuditResult {
  readonly findings: readonly Finding[]
  readonly suppressed: readonly SuppressedFinding[]
  /** Findings that a baseline knows: shown as known, and no reason to fail. */
  readonly baselined: readonly Finding[]
  readonly errors: readonly AuditError[]
  /** Things a person should know though the audit went on: a broken tsconfig. One line each. */
  readonly notices: readonly string[]
  readonly stats: AuditStats
}

export interface AuditOptions {
  /** Absolute path; findings' files are relative to it. */
  readonly cwd: string
  /** Files, folders and globs, relative to `cwd`. */
  readonly paths: readonly string[]
  /** Findings below it are left out. Default `likely`. */
  readonly minConfidence?: Confidence
  /** Rule ids to report; all when absent. */
  readonly rules?: readonly string[]
  /** Rules of the preset `strict` that are reported too: the others of it only where they are named in `rules`, or what is possible is asked for. */
  readonly also?: readonly string[]
  /** Patterns to leave out, in .gitignore syntax. */
  readonly ignores?: readonly string[]
  /** Rows beside the built-in ones; what they name is taken as they say, even where its code can be read. */
  readonly models?: readonly ModelRow[]
}

/** The tool could not do its work: a bad path, a broken option. `message` is one line for a person. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
