import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * `node_modules/.cache/leak-audit`, where other tools keep theirs: below the nearest `node_modules` from `cwd` up to the repository's root; without a
 * repository, up to the nearest package.json. Undefined where there is none: a cache is not worth a folder nobody expects.
 */
export function cacheFolder(cwd: string): string | undefined {
  for (let folder = cwd; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'node_modules'))) return join(folder, 'node_modules', '.cache', 'leak-audit')
    const isLast = repositoryAbove(cwd) === undefined ? existsSync(join(folder, 'package.json')) : existsSync(join(folder, '.git'))
    if (isLast || dirname(folder) === folder) return undefined
  }
}

function repositoryAbove(folder: string): string | undefined {
  if (existsSync(join(folder, '.git'))) return folder
  return dirname(folder) === folder ? undefined : repositoryAbove(dirname(folder))
}
