import type { FileFacts } from '../facts/file-facts.ts'

/** Where the sources of a package stand, from its folder. */
export const SOURCE_FOLDERS: readonly string[] = ['', 'src/', 'lib/', 'source/']

/**
 * The source that an entry of a package was built from: `dist/index.js` from `src/index.ts`, `build/src/index.js` and `dist/index.mjs` too.
 * A checkout has the sources alone. `dir` is the package's folder; `fileAt` finds a file of the program as an import would.
 */
export function builtFrom(entry: string, dir: string, fileAt: (path: string) => FileFacts | undefined): FileFacts | undefined {
  const folder = dir === '' ? '' : `${dir}/`
  const parts = entry.slice(folder.length).split('/')
  for (let cut = 1; cut < parts.length; cut++) {
    const rest = parts.slice(cut).join('/')
    for (const path of [rest, rest.replace(/\.[cm]?js$/, '')]) {
      for (const sources of SOURCE_FOLDERS) {
        const found = fileAt(folder + sources + path)
        if (found !== undefined) return found
      }
    }
  }
  return undefined
}
