import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathsIn, subpathsOf } from './package-entries.ts'
import type { PackageFacts } from './parsed-file.ts'
import { relativePath } from './relative-path.ts'

/** The facts of the package.json in `folder`; undefined where there is none, one line saying what is wrong where it cannot be read. Both paths are absolute. */
export function readPackage(cwd: string, folder: string): PackageFacts | string | undefined {
  const path = join(folder, 'package.json')
  if (!existsSync(path)) return undefined
  try {
    const manifest: unknown = JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''))
    return factsOf(isRecord(manifest) ? manifest : {}, cwd, folder)
  } catch (error) {
    return `${relativePath(cwd, path)}: ${(error as Error).message.split('\n', 1)[0]!}; auditing goes on without it`
  }
}

function factsOf(manifest: Readonly<Record<string, unknown>>, cwd: string, folder: string): PackageFacts {
  const filesOf = (entries: readonly string[]): string[] => [...new Set(entries.map(entry => relativePath(cwd, join(folder, entry))).filter(path => !NOT_CODE.test(path)))]
  return {
    dir: relativePath(cwd, folder),
    ...(typeof manifest['name'] === 'string' ? { name: manifest['name'] } : {}),
    mains: filesOf(['main', 'module', 'exports'].flatMap(field => pathsIn(manifest[field]))),
    subpaths: Object.fromEntries(subpathsOf(manifest).map(([subpath, paths]) => [subpath, filesOf(paths)] as const).filter(([, files]) => files.length > 0)),
    hasBin: pathsIn(manifest['bin']).length > 0,
    dependencies: dependenciesOf(manifest),
    type: manifest['type'] === 'module' ? 'module' : 'commonjs',
  }
}

const NOT_CODE = /\.(?:json|css|d\.[cm]?ts)$/

const DEPENDENCY_FIELDS = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'] as const

function dependenciesOf(manifest: Readonly<Record<string, unknown>>): string[] {
  const names = DEPENDENCY_FIELDS.flatMap(field => {
    const dependencies = manifest[field]
    return isRecord(dependencies) ? Object.keys(dependencies) : []
  })
  return [...new Set(names)].sort()
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
