import type { DeploymentFile, Span } from '../parse/deployment/deployment-facts.ts'
import type { Confidence } from './finding.ts'

/** What hides a leak until it hurts, or leaves nothing to find it by: closed, so that every rule says which it reports. */
export type MaskKind = 'restart-by-clock' | 'restart-by-memory' | 'heap-raised' | 'heap-beyond-limit' | 'limit-missing' | 'diagnostics-missing'

/** A defect of a deployment file. */
export interface Mask extends Span {
  readonly kind: MaskKind
  readonly file: DeploymentFile
  readonly confidence: Confidence
  /** What is restarted, started or limited, by its name; empty where the file names nothing. */
  readonly name: string
  /** What it is about, as it is written: `cron_restart`, `--max-old-space-size=4096`. */
  readonly subject: string
  /** The options of node that are not given. */
  readonly missing: readonly string[]
}
