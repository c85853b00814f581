import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import ignore, { type Ignore } from 'ignore'
import { isOutside, relativePath } from './relative-path.ts'

export interface Gitignore {
  /** Tells, for absolute paths below `folder`, whether git ignores them. A folder that is ignored itself is looked at as if it were a repository. */
  below(folder: string): (path: string, isFolder: boolean) => boolean
}

/**
 * Reads the .gitignore files from the repository's root (`cwd`, absolute, where there is no repository) down to each path, on demand.
 * A deeper file has the last word, as in https://git-scm.com/docs/gitignore.
 */
export function createGitignore(cwd: string): Gitignore {
  const rulesByFolder = new Map<string, Ignore | null>()

  function rulesOf(folder: string): Ignore | null {
    const known = rulesByFolder.get(folder)
    if (known !== undefined) return known
    const file = join(folder, '.gitignore')
    const rules = existsSync(file) ? ignore({ ignorecase: false }).add(readFileSync(file, 'utf8')) : null
    rulesByFolder.set(folder, rules)
    return rules
  }

  function isIgnored(root: string, path: string, isFolder: boolean): boolean {
    let isOut = false
    for (const folder of foldersBetween(root, dirname(path))) {
      const rules = rulesOf(folder)
      if (rules === null) continue
      const { ignored, unignored } = rules.test(relativePath(folder, path) + (isFolder ? '/' : ''))
      isOut = ignored || (isOut && !unignored)
    }
    return isOut
  }

  return {
    below(folder) {
      const top = repositoryOf(folder) ?? (isOutside(relativePath(cwd, folder)) ? folder : cwd)
      const root = top !== folder && isIgnored(top, folder, true) ? folder : top
      return (path, isFolder) => isIgnored(root, path, isFolder)
    },
  }
}

/** `root`, …, `folder`: shallow first. */
function foldersBetween(root: string, folder: string): string[] {
  const folders = [folder]
  while (folders[0] !== root && dirname(folders[0]!) !== folders[0]) folders.unshift(dirname(folders[0]!))
  return folders
}

function repositoryOf(folder: string): string | undefined {
  // a worktree's or submodule's .git is a file
  if (existsSync(join(folder, '.git'))) return folder
  const parent = dirname(folder)
  return parent === folder ? undefined : repositoryOf(parent)
}
