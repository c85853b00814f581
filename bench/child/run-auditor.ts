import { existsSync } from 'node:fs'
import type { AuditResult } from '../../src/verdict/audit-result.ts'
import type { Confidence, Finding } from '../../src/verdict/finding.ts'
import { BenchError } from '../bench-error.ts'
import { builtCli } from '../folders.ts'
import { type NodeRun, runNode } from './run-node.ts'

/** A finding as `--format json` prints it. */
export type PrintedFinding = Omit<Finding, 'mend' | 'start' | 'end'>

export interface AuditRun {
  readonly findings: readonly PrintedFinding[]
  readonly errors: AuditResult['errors']
  readonly stats?: AuditResult['stats']
  readonly milliseconds: number
  readonly peakMegabytes?: number
  /** Why there is no result, in one line. */
  readonly failure?: string
}

export interface AuditorOptions {
  /** The command line's script. */
  readonly cli: string
  readonly minConfidence?: Confidence | undefined
  /** What to audit, relative to the folder; the folder itself when absent. */
  readonly paths?: readonly string[] | undefined
}

const TIMEOUT = 600_000

/** Audits a folder in a process of its own, as a user would. */
export async function runAuditor(folder: string, { cli, minConfidence, paths = ['.'] }: AuditorOptions): Promise<AuditRun> {
  const confidence = minConfidence === undefined ? [] : ['--min-confidence', minConfidence]
  // other builds may know no cache, and so no such option
  const cold = cli === builtCli ? ['--no-cache'] : []
  const run = await runNode([cli, '--format', 'json', ...cold, ...confidence, ...paths], { cwd: folder, timeout: TIMEOUT })
  const measured = { milliseconds: run.milliseconds, ...(run.peakMegabytes !== undefined && { peakMegabytes: run.peakMegabytes }) }
  const printed = printedResult(run)
  if (typeof printed === 'string') return { findings: [], errors: [], ...measured, failure: printed }
  return { findings: printed.findings, errors: printed.errors, stats: printed.stats, ...measured }
}

/** @throws BenchError when the script is not there. */
export function requireBuilt(script: string): void {
  if (!existsSync(script)) throw new BenchError(`${script} is missing: run npm run build`)
}

type PrintedResult = Pick<AuditResult, 'errors' | 'stats'> & { readonly findings: readonly PrintedFinding[] }

/** The result, or why there is none. Exit code 2 comes with a result too, when some files could not be read and the rest is clean. */
function printedResult(run: NodeRun): PrintedResult | string {
  if (run.timedOut) return `no end after ${TIMEOUT / 1000} s`
  try {
    return JSON.parse(run.stdout) as PrintedResult
  } catch {
    return `exit ${run.status}: ${telling(run.stderr)}`
  }
}

/** The line of an error output that names the error; a crash prints its source line first. */
function telling(stderr: string): string {
  const lines = stderr.split('\n').filter(line => line.trim() !== '')
  return (lines.find(line => /^\S*(?:Error|error)\b/.test(line)) ?? lines[0] ?? 'no message').slice(0, 300)
}
