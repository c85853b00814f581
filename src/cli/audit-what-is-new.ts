import type { AuditAid } from '../audit.ts'
import type { AuditOptions, AuditResult } from '../verdict/audit-result.ts'
import type { Settled } from './audit-request.ts'
import { auditInWorker } from './audit-in-worker.ts'
import { changesSince, differsFromIndex, stagedChanges } from './git/changes.ts'
import { openRepository } from './git/repository.ts'
import { withTree } from './git/tree.ts'
import { whatIsKnown, withoutKnown } from './known-findings.ts'
import { onlyChanged } from './only-changed.ts'
import type { OnlyNewOptions } from './only-new-options.ts'
import { requestWithin } from './request-within.ts'

/**
 * Audits the program, and sets aside what is not new: what a baseline knows, and what stands on no changed line. Git and the baseline are asked
 * first, so that nobody waits for the audit to hear of a wrong name. @throws UsageError
 */
export async function auditWhatIsNew(request: AuditOptions, options: OnlyNewOptions, settled: Settled, aid: AuditAid): Promise<AuditResult> {
  const { cwd } = request
  const changes = options.since === undefined ? undefined : await changesSince(cwd, options.since)
  const known = await whatIsKnown(request, options, settled)
  const conclude = (result: AuditResult): AuditResult => withoutKnown(settled.apply(result), known, request)

  if (options.staged === true) return await auditStaged(request, conclude, aid)
  // Loaded late: --help does not wait for it, and a parser binding that this platform lacks is one line like any other failure.
  const { audit } = await import('../audit.ts')
  const result = conclude(await audit(request, aid))
  return changes === undefined ? result : await onlyChanged(result, changes, { cwd, unchanged: `has not changed since ${options.since!}` })
}

/** What is committed is what is judged: where files differ from what is staged of them, the staged ones are read. */
async function auditStaged(request: AuditOptions, conclude: (result: AuditResult) => AuditResult, aid: AuditAid): Promise<AuditResult> {
  const repository = await openRepository(request.cwd, '--staged')
  const changes = await stagedChanges(repository)
  const unchanged = 'is not staged'
  if (await differsFromIndex(repository)) {
    return await withTree(repository, 'index', async (cwd, signal) => await onlyChanged(conclude(await auditInWorker(requestWithin(request, cwd), signal)), changes, { cwd, unchanged }))
  }
  const { audit } = await import('../audit.ts')
  return await onlyChanged(conclude(await audit(request, aid)), changes, { cwd: request.cwd, unchanged })
}
