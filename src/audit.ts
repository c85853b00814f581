import type { AuditOptions, AuditResult } from './verdict/audit-result.ts'

/** Audits the files under `options.paths` as one program. @throws UsageError when there is nothing to audit. */
export async function audit(_options: AuditOptions): Promise<AuditResult> {
  throw new Error('not wired yet')
}
export type { AuditOptions, AuditResult } from './verdict/audit-result.ts'
