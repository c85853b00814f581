import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { isDynamicPattern } from 'tinyglobby'
import { relativePath } from '../parse/relative-path.ts'
import type { AuditOptions } from '../verdict/audit-result.ts'

/** The same request of another tree of the repository, in which `cwd` stands for the working directory. Paths that are not there are left out. */
export function requestWithin(request: AuditOptions, cwd: string): AuditOptions {
  const paths = request.paths
    .map(path => isDynamicPattern(path) ? path : relativePath(request.cwd, resolve(request.cwd, path)) || '.')
    .filter(path => isDynamicPattern(path) || existsSync(resolve(cwd, path)))
  return { ...request, cwd, paths }
}
