import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findFiles } from '../src/parse/find-files.ts'
import { isHandWritten } from '../src/parse/hand-written.ts'

/** The files that the auditor reads below the paths, relative to `cwd`, by its own finder. */
export function auditedFiles(cwd: string, paths: readonly string[]): readonly string[] {
  return findFiles({ cwd, paths }).filter(file => isHandWritten(readFileSync(join(cwd, file), 'utf8')))
}
