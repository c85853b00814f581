import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { AuditOptions } from '../../verdict/audit-result.ts'
import { createGitignore } from '../gitignore.ts'
import { isOutside, relativePath } from '../relative-path.ts'
import { ignoredBy, visibleFiles } from '../visible-files.ts'
import { isDeploymentName } from './formats.ts'

/**
 * Files whose names are those of deployment files: everywhere below the folders among `paths`, and in the folders above them and above the
 * audited `files` up to the nearest package.json. What git or `ignores` leaves out, and folders of tests and examples, are not among them.
 * Gives paths relative to `cwd`, sorted.
 */
export function findDeploymentFiles({ cwd, paths, ignores = [] }: Pick<AuditOptions, 'cwd' | 'paths' | 'ignores'>, files: readonly string[]): readonly string[] {
  const gitignore = createGitignore(cwd), isUnwanted = ignoredBy(cwd, ignores)
  const folders = paths.map(path => resolve(cwd, path)).filter(path => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true)
  const found = new Set<string>()
  for (const folder of folders) {
    for (const file of visibleFiles(folder, '**/*', { isWanted: isDeploymentName, isSkipped: isAside, isIgnored: [gitignore.below(folder), isUnwanted] })) found.add(file)
  }
  // what lies below a folder that is audited has been walked
  const beside = files.map(file => dirname(resolve(cwd, file))).filter(path => folders.every(folder => isOutside(relativePath(folder, path))))
  for (const folder of foldersAbove([...folders, ...beside])) {
    const isIgnored = gitignore.below(folder)
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name)
      if (!entry.isDirectory() && isDeploymentName(entry.name) && !isIgnored(path, false) && !isUnwanted(path, false)) found.add(path)
    }
  }
  return [...found].map(path => relativePath(cwd, path)).sort()
}

/** Each folder and those above it, up to the nearest one with a package.json; none where there is none. */
function foldersAbove(folders: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>()
  for (const folder of folders) {
    const way = wayToPackage(folder)
    for (const step of way) found.add(step)
  }
  return found
}

function wayToPackage(folder: string): readonly string[] {
  if (existsSync(join(folder, 'package.json'))) return [folder]
  const parent = dirname(folder), above = parent === folder ? [] : wayToPackage(parent)
  return above.length === 0 ? [] : [folder, ...above]
}

/** Folders of what is not deployed. */
function isAside(name: string): boolean {
  return ASIDE.test(name)
}

const ASIDE = /^(?:__\w+__|(?:[\w-]+[_-])?tests?|specs?|e2e|fixtures?|mocks?|[\w-]*examples?|[\w-]*samples?|sample-[\w-]+|demos?|docs?|playgrounds?|bench(?:marks?)?|templates?|dist|vendor|third[_-]party|dev|dev[_-][\w-]+|develop|development|local|ci|integration(?:[_-]tests?)?)$/i
