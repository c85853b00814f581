import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { isDynamicPattern } from 'tinyglobby'
import { UsageError, type AuditOptions } from '../verdict/audit-result.ts'
import { createGitignore, type Gitignore } from './gitignore.ts'
import { relativePath } from './relative-path.ts'
import { ignoredBy, visibleFiles, type IsIgnored } from './visible-files.ts'

/**
 * The source files that `paths` name: files, folders (walked) and globs, relative to `cwd` (absolute). Neither what git ignores nor
 * `node_modules` nor declarations are among them; a path that names an ignored file or folder itself wins over git, but not over `ignores`.
 * Gives paths relative to `cwd`, sorted, each once.
 * @throws UsageError when a path does not exist, a glob matches nothing, or nothing is found at all.
 */
export function findFiles({ cwd, paths, ignores = [] }: Pick<AuditOptions, 'cwd' | 'paths' | 'ignores'>): readonly string[] {
  const isUnwanted = ignoredBy(cwd, ignores)
  const gitignore = createGitignore(cwd)
  const found = new Set<string>()
  for (const path of paths) {
    for (const file of filesNamedBy(path, cwd, gitignore, isUnwanted)) found.add(relativePath(cwd, file))
  }
  if (found.size === 0) throw new UsageError(`no source files found in ${paths.join(', ') || 'no path'}`)
  return [...found].sort()
}

const SOURCES = '*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'
const SOURCE = /\.(?:[cm]?[jt]s|[jt]sx)$/
const NOT_SOURCE = /\.d\.[cm]?ts$|\.min\.[cm]?js$/

function filesNamedBy(path: string, cwd: string, gitignore: Gitignore, isUnwanted: IsIgnored): readonly string[] {
  const target = resolve(cwd, path)
  const stats = statSync(target, { throwIfNoEntry: false })
  if (stats?.isFile() === true) return isSource(target) && !isUnwanted(target, false) ? [target] : []
  if (stats?.isDirectory() === true) return walk(target, `**/${SOURCES}`, gitignore, isUnwanted)
  if (!isDynamicPattern(path)) throw new UsageError(`no such file or folder: ${path}`)
  const found = walk(cwd, path, gitignore, isUnwanted)
  if (found.length === 0) throw new UsageError(`no source files match ${path}`)
  return found
}

function walk(folder: string, pattern: string, gitignore: Gitignore, isUnwanted: IsIgnored): readonly string[] {
  return visibleFiles(folder, pattern, { isWanted: isSource, isIgnored: [gitignore.below(folder), isUnwanted] })
}

function isSource(path: string): boolean {
  return SOURCE.test(path) && !NOT_SOURCE.test(path)
}
