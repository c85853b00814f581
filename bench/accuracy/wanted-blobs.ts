import { posix } from 'node:path'
import { type Blob, listBlobs } from './blobs.ts'
import type { LeakFix } from './leak-fix.ts'

/** `file`: only the files that leak; `package`: the sources of the package that the first of them is in. */
export const MODES = ['file', 'package'] as const
export type Mode = (typeof MODES)[number]

const { dirname, relative } = posix

const SOURCE_OR_CONFIG = /\.(?:ts|tsx|mts|cts|js|mjs|cjs|jsx)$|(?:^|\/)(?:package|tsconfig[^/]*)\.json$/
const NOT_THE_PROGRAM = /(?:^|\/)(?:test|tests|__tests__|spec|node_modules|dist|docs|examples?|public|vendor)\/|\.(?:test|spec)\.|\.min\.js$/

/** Which files of a commit are laid out for the auditor. */
export function wantedBlobs(repo: string, commit: string, fix: LeakFix, mode: Mode): Blob[] {
  if (mode === 'file') return listBlobs(repo, commit, fix.files.map(({ path }) => path))
  const root = packageRoot(repo, commit, fix.files[0]!.path)
  return listBlobs(repo, commit, root === '.' ? [] : [root + '/']).filter(({ path }) => isOfTheProgram(relative(root, path)))
}

/** Judged by the path inside the package: Node-RED keeps its own packages below a folder node_modules. */
const isOfTheProgram = (path: string): boolean => SOURCE_OR_CONFIG.test(path) && !NOT_THE_PROGRAM.test(path)

/** The nearest folder above the file with a package.json; `.` is the repository. */
function packageRoot(repo: string, commit: string, path: string): string {
  const folders = foldersAbove(path)
  const manifests = new Set(listBlobs(repo, commit, folders.map(manifestIn)).map(blob => blob.path))
  return folders.find(folder => manifests.has(manifestIn(folder))) ?? '.'
}

/** Innermost first. */
function foldersAbove(path: string): string[] {
  const folder = dirname(path)
  return folder === '.' ? ['.'] : [folder, ...foldersAbove(folder)]
}

const manifestIn = (folder: string): string => (folder === '.' ? 'package.json' : `${folder}/package.json`)
