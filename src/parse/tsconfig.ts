import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { createPathsMatcher, parseTsconfig, type TsConfigJsonResolved } from 'get-tsconfig'
import { parseSync } from 'oxc-parser'
import type { PathMapping, ProjectFacts } from './parsed-file.ts'
import { relativePath } from './relative-path.ts'

/**
 * The nearest tsconfig.json (else jsconfig.json) of each file, among `folders` (absolute), and those it references. Throws nothing: a broken one,
 * and TypeScript files without one, are notices.
 */
export function readTsconfigs(cwd: string, files: readonly string[], folders: ReadonlySet<string>): Pick<ProjectFacts, 'pathMappings' | 'tsconfigs' | 'notices'> {
  const { nearest, ungoverned } = nearestConfigs(cwd, files, folders)
  const configs = new Map<string, TsConfigJsonResolved>()
  const notices: string[] = []
  const seen = new Set<string>()
  const open = [...nearest]
  for (let path = open.shift(); path !== undefined; path = open.shift()) {
    if (seen.has(path)) continue
    seen.add(path)
    const config = readConfig(path)
    if (typeof config === 'string') notices.push(`${relativePath(cwd, path)}: ${config}; auditing goes on without types`)
    else {
      if (!isSolution(config)) configs.set(path, config)
      open.push(...(config.references ?? []).map(reference => referencedPath(dirname(path), reference.path)))
    }
  }
  if (ungoverned.length > 0) notices.push(`no tsconfig.json above ${ungoverned[0]!}${andMore(ungoverned.length - 1)}; auditing goes on with default compiler options`)
  const paths = [...configs.keys()].sort()
  const mappings = paths.flatMap(path => pathMappingOf(cwd, path, configs.get(path)!) ?? [])
  return { tsconfigs: paths.map(path => relativePath(cwd, path)), pathMappings: mappings.sort((a, b) => b.dir.length - a.dir.length), notices }
}

function nearestConfigs(cwd: string, files: readonly string[], folders: ReadonlySet<string>): { nearest: ReadonlySet<string>; ungoverned: readonly string[] } {
  const byFolder = new Map<string, string | null>()
  const configAbove = (folder: string): string | null => {
    const known = byFolder.get(folder)
    if (known !== undefined) return known
    const own = ['tsconfig.json', 'jsconfig.json'].map(name => join(folder, name)).find(path => existsSync(path))
    const parent = dirname(folder)
    const found = own ?? (parent !== folder && folders.has(parent) ? configAbove(parent) : null)
    byFolder.set(folder, found)
    return found
  }
  const nearest = new Set<string>()
  const ungoverned: string[] = []
  for (const file of files) {
    const found = configAbove(dirname(resolve(cwd, file)))
    if (found !== null) nearest.add(found)
    else if (/\.(?:[cm]?ts|tsx)$/.test(file)) ungoverned.push(file)
  }
  return { nearest, ungoverned }
}

/** A config, or what is wrong with it. */
function readConfig(path: string): TsConfigJsonResolved | string {
  try {
    return syntaxErrorIn(readFileSync(path, 'utf8')) ?? parseTsconfig(path)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    return code === 'ENOENT' ? 'no such file' : message.split('\n', 1)[0]!.replace(/\.$/, '')
  }
}

/** get-tsconfig reads broken JSON as far as it goes and says nothing. JSON with comments and trailing commas is an expression of JavaScript. */
function syntaxErrorIn(text: string): string | undefined {
  const json = text.replace(/^\uFEFF/, '')
  if (json.trim() === '') return undefined
  const error = parseSync('tsconfig.js', `(${json}\n)`).errors[0]
  if (error === undefined) return undefined
  const offset = (error.labels[0]?.start ?? 1) - 1
  return `not valid JSON in line ${json.slice(0, offset).split('\n').length}`
}

/** It only lists other projects, and governs no file. */
function isSolution(config: TsConfigJsonResolved): boolean {
  return config.references !== undefined && config.files?.length === 0 && (config.include ?? []).length === 0
}

function referencedPath(folder: string, reference: string): string {
  const path = resolve(folder, reference)
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true ? join(path, 'tsconfig.json') : path
}

/** The mapping with its targets resolved: an inherited `paths` is relative to the config that wrote it, which only the matcher knows. */
function pathMappingOf(cwd: string, path: string, config: TsConfigJsonResolved): PathMapping | undefined {
  const { baseUrl, paths = {} } = config.compilerOptions ?? {}
  const targetsOf = createPathsMatcher({ path, config })
  if (targetsOf === null) return undefined
  const base = resolve(dirname(path), baseUrl ?? '.')
  const targets = Object.keys(paths).map(pattern => [pattern, targetsOf(pattern).map(target => relativePath(base, target))] as const)
  return { dir: relativePath(cwd, dirname(path)), base: relativePath(cwd, base), hasBaseUrl: baseUrl !== undefined, paths: Object.fromEntries(targets) }
}

function andMore(count: number): string {
  return count === 0 ? '' : ` and ${count} more TypeScript file${count === 1 ? '' : 's'}`
}
