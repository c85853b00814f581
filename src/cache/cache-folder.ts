import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * `node_modules/.cache/leak-audit`, where other tools keep theirs: below the nearest `node_modules` from `cwd` up to the repository's root; without a
 * repository, up to the nearest package.json. Undefined where there is none: no project's folder may be anybody's.
 */
export function cacheFolder(cwd: string): string | undefined {
  const top = folderWith('.git', cwd) ?? folderWith('package.json', cwd)
  if (top === undefined) return undefined
  for (let folder = cwd; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'node_modules'))) return join(folder, 'node_modules', '.cache', 'leak-audit')
    if (folder === top) return undefined
  }
}

function folderWith(name: string, folder: string): string | undefined {
  if (existsSync(join(folder, name))) return folder
  return dirname(folder) === folder ? undefined : folderWith(name, dirname(folder))
}
