import { statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parseTsconfig } from 'get-tsconfig'
import { cacheKey } from './cache-key.ts'

/** What answers of TypeScript rest on, besides the audited files. */
export interface Surroundings {
  /** The declarations that were read, absolute. */
  readonly declarations: readonly string[]
  /** Changes when one of them changes, a tsconfig does, or a file comes or goes where TypeScript would look for one. */
  readonly print: string
}

export interface ProgramFiles {
  readonly cwd: string
  readonly files: readonly string[]
  readonly tsconfigs: readonly string[]
}

export const surroundingsOf = (program: ProgramFiles, declarations: readonly string[]): Surroundings => ({ declarations, print: printOf(program, declarations) })

export const areAsBefore = (program: ProgramFiles, { declarations, print }: Surroundings): boolean => printOf(program, declarations) === print

/** By size and time, as declarations are many: what is installed or edited changes both, and the folder that it is in. */
function printOf({ cwd, files, tsconfigs }: ProgramFiles, declarations: readonly string[]): string {
  const folders = new Set([...files.map(file => dirname(resolve(cwd, file))), ...declarations.map(file => dirname(file)), ...foldersAbove(cwd).flatMap(folder => PLACES.map(place => join(folder, place)))])
  return cacheKey([...declarations, ...[...folders].sort()].map(stamp).concat(tsconfigs.map(path => settingsIn(resolve(cwd, path)))))
}

/** Where packages are installed, and what package managers write when they have done so. */
const PLACES = ['node_modules', 'node_modules/@types', 'node_modules/.package-lock.json', 'node_modules/.modules.yaml', 'node_modules/.yarn-state.yml', '.pnp.cjs'] as const

function foldersAbove(folder: string): readonly string[] {
  return dirname(folder) === folder ? [folder] : [folder, ...foldersAbove(dirname(folder))]
}

function stamp(path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false })
  return stats === undefined ? `${path} is not there` : `${path} ${stats.size} ${stats.mtimeMs}`
}

function settingsIn(path: string): string {
  try {
    return JSON.stringify(parseTsconfig(path))
  } catch (error) {
    return String(error)
  }
}
