import { readdirSync, statSync, type Dirent } from 'node:fs'
import { join, resolve } from 'node:path'
import ignore from 'ignore'
import { globSync, isDynamicPattern } from 'tinyglobby'
import { UsageError, type AuditOptions } from '../verdict/audit-result.ts'
import { createGitignore, type Gitignore } from './gitignore.ts'
import { isOutside, relativePath } from './relative-path.ts'

/**
 * The source files that `paths` name: files, folders (walked) and globs, relative to `cwd` (absolute). Neither what git ignores nor
 * `node_modules` nor declarations are among them; a path that names an ignored file or folder itself wins over git, but not over `ignores`.
 * Gives paths relative to `cwd`, sorted, each once.
 * @throws UsageError when a path does not exist, a glob matches nothing, or nothing is found at all.
 */
export function findFiles({ cwd, paths, ignores = [] }: Pick<AuditOptions, 'cwd' | 'paths' | 'ignores'>): readonly string[] {
  const unwanted = ignore({ ignorecase: false }).add(ignores)
  const isUnwanted: IsIgnored = (path, isFolder) => {
    const relative = relativePath(cwd, path)
    return relative !== '' && !isOutside(relative) && unwanted.ignores(isFolder ? `${relative}/` : relative)
  }
  const gitignore = createGitignore(cwd)
  const found = new Set<string>()
  for (const path of paths) {
    for (const file of filesNamedBy(path, cwd, gitignore, isUnwanted)) found.add(relativePath(cwd, file))
  }
  if (found.size === 0) throw new UsageError(`no source files found in ${paths.join(', ') || 'no path'}`)
  return [...found].sort()
}

type IsIgnored = (path: string, isFolder: boolean) => boolean

const SOURCES = '*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'
const SOURCE = /\.(?:[cm]?[jt]s|[jt]sx)$/
const NOT_SOURCE = /\.d\.[cm]?ts$|\.min\.[cm]?js$/
const SKIPPED_FOLDERS: ReadonlySet<string> = new Set(['node_modules', '.git'])

function filesNamedBy(path: string, cwd: string, gitignore: Gitignore, isUnwanted: IsIgnored): readonly string[] {
  const target = resolve(cwd, path)
  const stats = statSync(target, { throwIfNoEntry: false })
  if (stats?.isFile() === true) return isSource(target) && !isUnwanted(target, false) ? [target] : []
  if (stats?.isDirectory() === true) return walk(target, `**/${SOURCES}`, gitignore.below(target), isUnwanted)
  if (!isDynamicPattern(path)) throw new UsageError(`no such file or folder: ${path}`)
  const found = walk(cwd, path, gitignore.below(cwd), isUnwanted)
  if (found.length === 0) throw new UsageError(`no source files match ${path}`)
  return found
}

/** Globs in a file system that shows no ignored entry, so that ignored folders are never entered. */
function walk(folder: string, pattern: string, isGitIgnored: IsIgnored, isUnwanted: IsIgnored): string[] {
  const isHidden = (parent: string, entry: Dirent): boolean => {
    const isFolder = entry.isDirectory()
    if (!isFolder && !isSource(entry.name)) return true
    if (isFolder && SKIPPED_FOLDERS.has(entry.name)) return true
    const path = join(parent, entry.name)
    return isGitIgnored(path, isFolder) || isUnwanted(path, isFolder)
  }
  const visibleEntries = (parent: string) => readdirSync(parent, { withFileTypes: true }).filter(entry => !isHidden(parent, entry))
  return globSync(pattern, { cwd: folder, absolute: true, followSymbolicLinks: false, fs: { readdirSync: visibleEntries as unknown as typeof readdirSync } })
}

function isSource(path: string): boolean {
  return SOURCE.test(path) && !NOT_SOURCE.test(path)
}
