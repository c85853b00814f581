import { readdirSync, type Dirent } from 'node:fs'
import { join } from 'node:path'
import ignore from 'ignore'
import { globSync } from 'tinyglobby'
import { isOutside, relativePath } from './relative-path.ts'

/** Tells of an absolute path. */
export type IsIgnored = (path: string, isFolder: boolean) => boolean

export interface Visible {
  /** Of the name of a file. */
  readonly isWanted: (name: string) => boolean
  /** Of the name of a folder; of none where absent. */
  readonly isSkipped?: (name: string) => boolean
  readonly isIgnored: readonly IsIgnored[]
}

/** The files below `folder` (absolute) that match, absolute too. Globs in a file system that shows no ignored entry, so that ignored folders are never entered. */
export function visibleFiles(folder: string, pattern: string, { isWanted, isSkipped, isIgnored }: Visible): readonly string[] {
  const isHidden = (parent: string, entry: Dirent): boolean => {
    const isFolder = entry.isDirectory()
    if (!isFolder && !isWanted(entry.name)) return true
    if (isFolder && (SKIPPED_FOLDERS.has(entry.name) || isSkipped?.(entry.name) === true)) return true
    const path = join(parent, entry.name)
    return isIgnored.some(ignores => ignores(path, isFolder))
  }
  const visibleEntries = (parent: string) => readdirSync(parent, { withFileTypes: true }).filter(entry => !isHidden(parent, entry))
  return globSync(pattern, { cwd: folder, absolute: true, followSymbolicLinks: false, fs: { readdirSync: visibleEntries as unknown as typeof readdirSync } })
}

/** What patterns in .gitignore syntax, relative to `cwd`, leave out. */
export function ignoredBy(cwd: string, patterns: readonly string[]): IsIgnored {
  const unwanted = ignore({ ignorecase: false }).add(patterns)
  return (path, isFolder) => {
    const relative = relativePath(cwd, path)
    return relative !== '' && !isOutside(relative) && unwanted.ignores(isFolder ? `${relative}/` : relative)
  }
}

const SKIPPED_FOLDERS: ReadonlySet<string> = new Set(['node_modules', '.git'])
