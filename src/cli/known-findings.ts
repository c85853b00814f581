import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { baselineOf, compare, countOf, withoutUnused, type Baseline, type BaselineEntry, type Comparison } from '../baseline/baseline.ts'
import { UsageError, type AuditOptions, type AuditResult } from '../verdict/audit-result.ts'
import type { Settled } from './audit-request.ts'
import { auditInWorker } from './audit-in-worker.ts'
import { DEFAULT_BASELINE, hasBaseline, readBaseline, writeBaseline } from './baseline-file.ts'
import { commitOf, mergeBaseOf, openRepository } from './git/repository.ts'
import { withTree } from './git/tree.ts'
import type { OnlyNewOptions } from './only-new-options.ts'
import { requestWithin } from './request-within.ts'

/** What was found before, and what to do with the file that says so. */
export interface KnownFindings {
  readonly baseline: Baseline
  /** Absent where a commit says it, or nothing does. */
  readonly file?: string
  readonly write?: 'update' | 'prune'
}

/** Reads the baseline that is asked for, or makes it of a commit. @throws UsageError */
export async function whatIsKnown(request: AuditOptions, options: OnlyNewOptions, settled: Settled): Promise<KnownFindings> {
  if (options.baselineFrom !== undefined) return { baseline: await baselineFrom(options.baselineFrom, request, settled) }
  const write = options.updateBaseline === true ? 'update' : options.pruneBaseline === true ? 'prune' : undefined
  if (options.baseline === false) {
    if (write !== undefined) throw new UsageError(`--${write}-baseline has nothing to write with --no-baseline`)
    return { baseline: [] }
  }
  const named = typeof options.baseline === 'string' ? options.baseline : settled.baseline
  const file = named ?? DEFAULT_BASELINE, isThere = hasBaseline(request.cwd, file)
  if (write === 'update') return { baseline: isThere ? readable(request.cwd, file) : [], file, write }
  if (!isThere && named === undefined && write === undefined) return { baseline: [] }
  return { baseline: readBaseline(request.cwd, file), file, ...(write === undefined ? {} : { write }) }
}

/** Sets aside what is known; writes the file where that is asked for. @throws UsageError when it cannot be written. */
export function withoutKnown(result: AuditResult, { baseline, file, write }: KnownFindings, request: AuditOptions): AuditResult {
  const { cwd } = request
  const isGone = (path: string): boolean => !existsSync(resolve(cwd, path))
  const found = compare(result.findings, baseline, isGone)
  // what this run did not look at is neither there nor gone
  const audited = new Set(result.files), isLookedAt = (entry: BaselineEntry): boolean => request.rules?.includes(entry.rule) !== false && (audited.has(entry.file) || isGone(entry.file))
  const unused = found.unused.filter(isLookedAt)
  if (file !== undefined && write === 'update') return updated(result, found, { cwd, file, kept: baseline.filter(entry => !isLookedAt(entry)), gone: countOf(unused) })
  if (file !== undefined && write === 'prune' && unused.length > 0) writeBaseline(cwd, file, withoutUnused(baseline, unused))
  return { ...result, findings: found.fresh, baselined: found.known, notices: [...result.notices, ...noticeOf(unused, file, write)] }
}

function updated(result: AuditResult, { fresh }: Comparison, { cwd, file, kept, gone }: { readonly cwd: string; readonly file: string; readonly kept: Baseline; readonly gone: number }): AuditResult {
  const found = baselineOf(result.findings), fingerprints = new Set(found.map(entry => entry.fingerprint))
  const all = [...found, ...kept.filter(entry => !fingerprints.has(entry.fingerprint))]
  writeBaseline(cwd, file, all)
  return { ...result, findings: [], baselined: result.findings, notices: [...result.notices, `wrote ${file}: ${findings(countOf(all))}, ${fresh.length} of them new, ${gone} gone`] }
}

function noticeOf(unused: Baseline, file: string | undefined, write: KnownFindings['write']): readonly string[] {
  if (file === undefined) return []
  const gone = countOf(unused)
  if (write === 'prune') return [gone === 0 ? `${file} has nothing to prune` : `took ${findings(gone)} out of ${file}`]
  return gone === 0 ? [] : [`${findings(gone)} of ${file} ${gone === 1 ? 'is' : 'are'} no longer there, the first in ${unused[0]!.file}; --prune-baseline takes ${gone === 1 ? 'it' : 'them'} out`]
}

const findings = (count: number): string => `${count} finding${count === 1 ? '' : 's'}`

/** One that is damaged is written anew. */
function readable(cwd: string, file: string): Baseline {
  try {
    return readBaseline(cwd, file)
  } catch (error) {
    if (error instanceof UsageError) return []
    throw error
  }
}

/** What is found in the commit at which the work left `ref`, or in `ref` itself where the clone does not reach so far back. */
async function baselineFrom(ref: string, request: AuditOptions, settled: Settled): Promise<Baseline> {
  const repository = await openRepository(request.cwd, '--baseline-from')
  const named = await commitOf(repository, ref, '--baseline-from')
  const commit = await mergeBaseOf(repository, named) ?? named
  const whole: AuditOptions = { ...request, shard: undefined } // the parts of another tree are others
  return await withTree(repository, { commit }, async (cwd, signal) => {
    try {
      return baselineOf(settled.apply(await auditInWorker(requestWithin(whole, cwd), signal)).findings)
    } catch (error) {
      // the commit had nothing of what is audited now
      if (error instanceof UsageError) return []
      throw error
    }
  })
}
