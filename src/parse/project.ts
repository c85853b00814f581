import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { readPackage } from './package-json.ts'
import type { PackageFacts, ProjectFacts } from './parsed-file.ts'
import { isOutside, relativePath } from './relative-path.ts'
import { readTsconfigs } from './tsconfig.ts'

/**
 * What package.json and tsconfig files say of `files` (relative to `cwd`, which is absolute). Looks in each file's folder and all
 * folders above it up to `cwd`, and on to the nearest package.json above where `cwd` has none. Throws nothing: what is broken or missing is a notice.
 */
export function readProject(cwd: string, files: readonly string[]): ProjectFacts {
  const folders = governingFolders(cwd, files)
  const notices: string[] = []
  const packages: PackageFacts[] = []
  for (const folder of [...folders].sort()) {
    const read = readPackage(cwd, folder)
    if (typeof read === 'string') notices.push(read)
    else if (read !== undefined) packages.push(read)
  }
  const { pathMappings, tsconfigs, notices: tsconfigNotices } = readTsconfigs(cwd, files, folders)
  return { packages, pathMappings, tsconfigs, notices: [...notices, ...tsconfigNotices] }
}

function governingFolders(cwd: string, files: readonly string[]): ReadonlySet<string> {
  const top = packageAbove(cwd) ?? cwd
  const folders = new Set<string>()
  for (const file of files) {
    for (let folder = dirname(resolve(cwd, file)); !folders.has(folder); folder = dirname(folder)) {
      folders.add(folder)
      const isLast = isOutside(relativePath(top, folder)) ? hasPackage(folder) : folder === top
      if (isLast) break
    }
  }
  return folders
}

function packageAbove(folder: string): string | undefined {
  if (hasPackage(folder)) return folder
  const parent = dirname(folder)
  return parent === folder ? undefined : packageAbove(parent)
}

function hasPackage(folder: string): boolean {
  return existsSync(join(folder, 'package.json'))
}
