import { lineOf, type FileFacts } from './facts/file-facts.ts'
import { suppressionsOf } from './facts/suppressions.ts'
import type { DeploymentFacts } from './parse/deployment/deployment-facts.ts'
import type { AuditError, AuditOptions } from './verdict/audit-result.ts'
import type { Rule } from './verdict/rule.ts'

export interface ReadForRules {
  readonly deployment: DeploymentFacts
  readonly errors: readonly AuditError[]
  /** Which of the files silence findings. */
  readonly files: readonly Pick<FileFacts, 'file' | 'suppressions'>[]
}

/** Reads the deployment files of a program. They are looked for, and their parsers loaded, only where a rule reads them. `files`: the audited ones. */
export async function readDeploymentFor(options: Pick<AuditOptions, 'cwd' | 'paths' | 'ignores' | 'rules'>, files: readonly string[], rules: readonly Rule[]): Promise<ReadForRules> {
  if (!rules.some(({ id, reads }) => reads === 'deployment' && (options.rules?.includes(id) ?? true))) return { deployment: { files: [] }, errors: [], files: [] }
  const { readDeployment } = await import('./parse/deployment/read-deployment.ts')
  const { deployment, errors } = await readDeployment(options, files)
  const silenced = deployment.files.map(({ file, comments, lineStarts }) => ({ file, suppressions: suppressionsOf(comments, offset => lineOf(lineStarts, offset)) }))
  return { deployment, errors, files: silenced }
}
