import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { globSync } from 'tinyglobby'
import { parse as parseYaml } from 'yaml'
import { unknownName } from '../unknown-name.ts'
import { UsageError } from '../verdict/audit-result.ts'
import { readPackage } from './package-json.ts'
import type { PackageFacts } from './parsed-file.ts'
import { isOutside, relativePath } from './relative-path.ts'

/** The packages of a repository that npm, yarn, bun or pnpm installs as one. */
export interface Workspaces {
  /** Absolute. */
  readonly root: string
  /** Folders relative to the root; the root's own package too, first. */
  readonly packages: readonly PackageFacts[]
}

/** What named packages are read with. Folders are relative to the root. */
export interface WorkspaceChoice {
  readonly named: readonly string[]
  /** The named ones, and those that they depend on, directly or not. */
  readonly read: readonly string[]
}

/** The workspaces of the nearest folder, from `folder` (absolute) upwards, that declares some. @throws UsageError when none does. */
export function findWorkspaces(folder: string): Workspaces {
  for (let root = folder; ; root = dirname(root)) {
    const patterns = patternsIn(root)
    if (patterns !== undefined) return { root, packages: packagesOf(root, patterns) }
    if (dirname(root) === root) throw new UsageError(`no workspaces: neither ${folder} nor a folder above it has a package.json with "workspaces" or a pnpm-workspace.yaml`)
  }
}

/**
 * Packages by name, or by a folder, relative to `cwd` (absolute): its package, else all below it.
 * @throws UsageError which names the nearest package that there is.
 */
export function chooseWorkspaces({ root, packages }: Workspaces, names: readonly string[], cwd: string): WorkspaceChoice {
  const named = new Set(names.flatMap(name => packagesNamed(name)))
  const read = new Set(named)
  for (const { dependencies } of read) for (const other of packages) if (other.name !== undefined && dependencies.includes(other.name)) read.add(other)
  const foldersOf = (chosen: ReadonlySet<PackageFacts>): string[] => [...chosen].map(({ dir }) => dir || '.').sort()
  return { named: foldersOf(named), read: foldersOf(read) }

  function packagesNamed(name: string): readonly PackageFacts[] {
    const folder = relativePath(root, resolve(cwd, name))
    const found = packages.filter(pkg => pkg.name === name || pkg.dir === folder)
    const below = found.length > 0 ? found : packages.filter(pkg => !isOutside(folder) && pkg.dir.startsWith(`${folder}/`))
    if (below.length === 0) throw new UsageError(unknownName('workspace', name, packages.flatMap(pkg => pkg.name ?? [])))
    return below
  }
}

/** Undefined where the folder is no root of workspaces. */
function patternsIn(folder: string): readonly string[] | undefined {
  const pnpm = parsedAt(join(folder, 'pnpm-workspace.yaml'), parseYaml)
  if (pnpm !== undefined) return textsIn(fieldOf(pnpm, 'packages')) ?? []
  const declared = fieldOf(parsedAt(join(folder, 'package.json'), JSON.parse), 'workspaces')
  return textsIn(declared) ?? textsIn(fieldOf(declared, 'packages'))
}

function packagesOf(root: string, patterns: readonly string[]): readonly PackageFacts[] {
  const manifests = patterns.length === 0 ? [] : globSync(patterns.map(manifestPattern), { cwd: root, absolute: true, followSymbolicLinks: false, ignore: ['**/node_modules/**'] })
  const folders = [root, ...manifests.map(dirname).filter(folder => resolve(folder) !== root).sort()]
  return folders.flatMap(folder => {
    const read = readPackage(root, resolve(folder))
    return typeof read === 'object' ? [read] : []
  })
}

// `./packages/*` becomes `packages/*` with the file; a leading `!` stays
function manifestPattern(pattern: string): string {
  const [, not = '', path = ''] = /^(!?)(?:\.?\/)?(.*?)\/*$/.exec(pattern) ?? []
  return `${not}${path === '' || path === '.' ? '' : `${path}/`}package.json`
}

function parsedAt(path: string, parse: (text: string) => unknown): unknown {
  if (!existsSync(path)) return undefined
  try {
    return parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, '')) ?? {}
  } catch (error) {
    throw new UsageError(`${path} cannot be read: ${(error as Error).message.split('\n', 1)[0]!}`, { cause: error })
  }
}

const fieldOf = (value: unknown, name: string): unknown => typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined

const textsIn = (value: unknown): readonly string[] | undefined => Array.isArray(value) ? value.filter(entry => typeof entry === 'string') : undefined
