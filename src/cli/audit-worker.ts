import { parentPort, workerData } from 'node:worker_threads'
import { audit } from '../audit.ts'
import { UsageError, type AuditOptions } from '../verdict/audit-result.ts'

/** The other side of `audit-in-worker.ts`. */
try {
  parentPort!.postMessage({ result: await audit(workerData as AuditOptions) })
} catch (error) {
  if (!(error instanceof UsageError)) throw error
  parentPort!.postMessage({ refusal: error.message })
}
