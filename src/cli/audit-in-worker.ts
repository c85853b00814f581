import { once } from 'node:events'
import { getHeapStatistics } from 'node:v8'
import { Worker } from 'node:worker_threads'
import { UsageError, type AuditOptions, type AuditResult } from '../verdict/audit-result.ts'

/** Audits on another thread, so that this one hears signals meanwhile and can tidy up. @throws UsageError as `audit` does. */
export async function auditInWorker(options: AuditOptions, signal: AbortSignal): Promise<AuditResult> {
  const worker = new Worker(new URL('./audit-worker.js', import.meta.url), {
    workerData: options, resourceLimits: { maxOldGenerationSizeMb: Math.floor(getHeapStatistics().heap_size_limit / 2 ** 20) },
  })
  try {
    const [{ result, refusal }] = await once(worker, 'message', { signal }) as [{ result?: AuditResult; refusal?: string }]
    if (result === undefined) throw new UsageError(refusal)
    return result
  } finally {
    await worker.terminate()
  }
}
