import { readFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import type { AuditError, AuditOptions } from '../../verdict/audit-result.ts'
import type { DeploymentFacts, DeploymentFile } from './deployment-facts.ts'
import { findDeploymentFiles } from './find-deployment-files.ts'
import { formatOf } from './formats.ts'
import { isReadError } from './read-error.ts'

export interface ReadDeployment {
  readonly deployment: DeploymentFacts
  /** Files that do not parse; the others are read. */
  readonly errors: readonly AuditError[]
}

/**
 * Reads the deployment files below the audited paths, and beside them up to the package's root, each by the parser of its format.
 * @param files the audited source files, relative to `cwd`
 */
export async function readDeployment(options: Pick<AuditOptions, 'cwd' | 'paths' | 'ignores'>, files: readonly string[]): Promise<ReadDeployment> {
  const read = await Promise.all(findDeploymentFiles(options, files).map(file => readOne(options.cwd, file)))
  return {
    deployment: { files: read.filter((result): result is DeploymentFile => result !== undefined && 'launches' in result) },
    errors: read.filter((result): result is AuditError => result !== undefined && !('launches' in result)),
  }
}

async function readOne(cwd: string, file: string): Promise<DeploymentFile | AuditError | undefined> {
  try {
    const text = readFileSync(resolve(cwd, file), 'utf8').replace(/^\uFEFF/, ''), format = formatOf(basename(file), text)
    if (format === undefined) return undefined
    const content = await format.read(text, file)
    return isReadError(content) ? { file, ...content } : { file, format: format.format, lineStarts: lineStartsOf(text), ...content }
  } catch (error) {
    return { file, message: `Cannot be read: ${(error as NodeJS.ErrnoException).code ?? String(error).split('\n', 1)[0]!}` }
  }
}

function lineStartsOf(text: string): readonly number[] {
  return [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map(({ 0: end, index }) => index + end.length)]
}
