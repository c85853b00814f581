import { join } from 'node:path'
import type { AuditRun, PrintedFinding } from '../child/run-auditor.ts'
import { workFolder } from '../folders.ts'
import type { PublishedPackage } from './published-package.ts'

/** What the audit of a package gave; a file `bench/.work/corpus/<name>.json`. */
export interface CorpusResult {
  readonly package: string
  readonly version: string
  readonly files: number
  readonly lines: number
  readonly seconds: number
  readonly peakMegabytes: number | null
  readonly errors: readonly string[]
  /** Why there is no result. */
  readonly failed?: string
  readonly findings: readonly PrintedFinding[]
}

/** @param lines of the audited files: the auditor's own output does not count them. */
export function corpusResult({ name, version }: PublishedPackage, run: AuditRun, lines: number): CorpusResult {
  return {
    package: name, version,
    files: run.stats?.files ?? 0,
    lines,
    seconds: run.milliseconds / 1000,
    peakMegabytes: run.peakMegabytes ?? null,
    errors: run.errors.map(({ file, message }) => `${file}: ${message}`),
    ...(run.failure !== undefined && { failed: run.failure }),
    findings: run.findings,
  }
}

export const resultFile = (name: string): string => join(workFolder, 'corpus', `${name}.json`)
