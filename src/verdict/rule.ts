import type { Defect, DefectKind } from './defect.ts'
import type { Severity } from './finding.ts'
import type { Mask, MaskKind } from './mask.ts'

/** A rule names the kinds of defect that it reports, and says them to a person. */
interface RuleOf<Kind, What> {
  readonly id: string
  readonly summary: string
  readonly preset: 'recommended' | 'strict'
  readonly severity: Severity
  readonly finds: readonly Kind[]
  /** One sentence: what grows, how often, what is missing. */
  message(defect: What): string
  /** What would release it, and where it should stand. */
  hint(defect: What): string
}

/** Of source code: the auditor and the plugin have it. */
export interface CodeRule extends RuleOf<DefectKind, Defect> {
  readonly reads: 'code'
}

/** Of the files that say how a server is started: the auditor alone has it, as ESLint and oxlint lint source code. */
export interface DeploymentRule extends RuleOf<MaskKind, Mask> {
  readonly reads: 'deployment'
}

export type Rule = CodeRule | DeploymentRule

export const defineRule = (rule: Omit<CodeRule, 'reads'>): CodeRule => ({ ...rule, reads: 'code' })
export const defineDeploymentRule = (rule: Omit<DeploymentRule, 'reads'>): DeploymentRule => ({ ...rule, reads: 'deployment' })
export type { Defect } from './defect.ts'
export type { Mask } from './mask.ts'
