import type { Defect, DefectKind } from './defect.ts'
import type { Severity } from './finding.ts'

/** A rule names the kinds of unmet obligation that it reports, and says them to a person. */
export interface Rule {
  readonly id: string
  readonly summary: string
  readonly preset: 'recommended' | 'strict'
  readonly severity: Severity
  readonly finds: readonly DefectKind[]
  /** One sentence: what grows, how often, what is missing. */
  message(defect: Defect): string
  /** What would release it, and where it should stand. */
  hint(defect: Defect): string
}

export const defineRule = (rule: Rule): Rule => rule
export type { Defect } from './defect.ts'
