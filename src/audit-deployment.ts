import { lineOf, type FileFacts } from './facts/file-facts.ts'
import { suppressionsOf } from './facts/suppressions.ts'
import type { Program } from './link/program.ts'
import type { AuditError, AuditOptions } from './verdict/audit-result.ts'
import { judgeDeployment } from './verdict/deployment/judge-deployment.ts'
import type { Finding } from './verdict/finding.ts'
import type { DeploymentRule } from './verdict/rule.ts'

export interface DeploymentAudit {
  readonly findings: readonly Finding[]
  readonly errors: readonly AuditError[]
  /** Which of the files silence findings. */
  readonly files: readonly Pick<FileFacts, 'file' | 'suppressions'>[]
}

/** Audits the deployment files of a program. They are looked for, and their parsers loaded, only where a rule reads them. */
export async function auditDeployment(options: Pick<AuditOptions, 'cwd' | 'paths' | 'ignores' | 'rules'>, program: Program, rules: readonly DeploymentRule[]): Promise<DeploymentAudit> {
  if (!rules.some(({ id }) => options.rules?.includes(id) ?? true)) return { findings: [], errors: [], files: [] }
  const { readDeployment } = await import('./parse/deployment/read-deployment.ts')
  const { deployment, errors } = await readDeployment(options, program.files.map(({ file }) => file))
  const files = deployment.files.map(({ file, comments, lineStarts }) => ({ file, suppressions: suppressionsOf(comments, offset => lineOf(lineStarts, offset)) }))
  return { findings: judgeDeployment(program, deployment, rules), errors, files }
}
