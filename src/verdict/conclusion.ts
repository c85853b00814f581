import type { Resource } from '../models/row.ts'
import type { Confidence, EventKind, Holder, PathStep, Site } from './finding.ts'

/** What the auditor concludes of one hold, reported or not. */
export interface Conclusion extends Site {
  /** What kind of hold it is. */
  readonly resource: Resource
  /** What keeps the reference. */
  readonly holder: Holder
  /** Why the code runs, and how often. */
  readonly event: EventKind
  /** How it is reached: entry, calls, acquire. */
  readonly path: readonly PathStep[]
  readonly decision: Decision
}

export type Decision =
  | { readonly kind: 'leak'; readonly rule: string; readonly confidence: Confidence; readonly message: string }
  /** It does not leak. */
  | { readonly kind: 'safe'; readonly reason: string }
  /** It cannot be told. */
  | { readonly kind: 'unknown'; readonly missing: string }

/** The holds of a line and what is concluded of each, in source order; and the lines of the file that hold anything, when this one does not. */
export interface LineConclusions {
  readonly conclusions: readonly Conclusion[]
  readonly otherLines: readonly number[]
}
