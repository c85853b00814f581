import type { FileFacts } from '../facts/file-facts.ts'
import type { Models } from '../models/lookup.ts'
import type { PackageFacts, ProjectFacts } from '../parse/parsed-file.ts'
import { builtFrom, SOURCE_FOLDERS } from './built-from.ts'
import { refTo, type ValueRef } from './refs.ts'

/** Where an import leads: a file of the program, or a package from outside. */
export type ModuleTarget = { readonly kind: 'file'; readonly file: FileFacts } | { readonly kind: 'package'; readonly name: string }

/** What an exported name stands for. */
export type ExportTarget = { readonly kind: 'value'; readonly value: ValueRef } | { readonly kind: 'namespace'; readonly file: FileFacts } | { readonly kind: 'package'; readonly package: string; readonly name: string }

export interface ModuleGraph {
  targetOf(from: FileFacts, specifier: string): ModuleTarget | undefined
  exportOf(file: FileFacts, name: string): ExportTarget | undefined
  fileNamed(path: string): FileFacts | undefined
  /** The file that a path without extension or index means, as an import would. */
  fileAt(path: string): FileFacts | undefined
}

const EXTENSIONS: readonly string[] = ['', '.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs']
const SOURCE_OF: Readonly<Record<string, readonly string[]>> = { '.js': ['.ts', '.tsx', '.jsx'], '.mjs': ['.mts'], '.cjs': ['.cts'] }
const BUILTINS: ReadonlySet<string> = new Set(['assert', 'async_hooks', 'buffer', 'child_process', 'cluster', 'console', 'crypto', 'dgram', 'diagnostics_channel', 'dns', 'domain', 'events', 'fs', 'fs/promises', 'http', 'http2', 'https', 'inspector', 'module', 'net', 'os', 'path', 'perf_hooks', 'process', 'querystring', 'readline', 'readline/promises', 'stream', 'stream/promises', 'stream/web', 'string_decoder', 'timers', 'timers/promises', 'tls', 'tty', 'url', 'util', 'v8', 'vm', 'worker_threads', 'zlib'])

/** Resolves specifiers among the files of the program, from their names alone. */
export function createModuleGraph(files: readonly FileFacts[], project: ProjectFacts, ownModuleOf: Models['ownModuleOf'] = () => undefined): ModuleGraph {
  const byPath = new Map(files.map(file => [file.file, file]))
  const exportsByName = new Map<FileFacts, Map<string, FileFacts['exports'][number]>>()
  const targets = new Map<string, ModuleTarget | undefined>()
  const workspace = new Map(project.packages.filter(p => p.name !== undefined).map(p => [p.name!, p]))

  function targetOf(from: FileFacts, specifier: string): ModuleTarget | undefined {
    const key = `${folderOf(from.file)}\0${specifier}`
    if (targets.has(key)) return targets.get(key)
    const own = ownModuleOf(specifier.startsWith('.') ? join(folderOf(from.file), specifier) : specifier)
    const target = own === undefined ? modelled(resolve(from, specifier)) : { kind: 'package' as const, name: own }
    targets.set(key, target)
    return target
  }

  /** A file that rows of the project speak of is what they say. */
  function modelled(target: ModuleTarget | undefined): ModuleTarget | undefined {
    const own = target?.kind === 'file' ? ownModuleOf(target.file.file) : undefined
    return own === undefined ? target : { kind: 'package', name: own }
  }

  function resolve(from: FileFacts, specifier: string): ModuleTarget | undefined {
    if (specifier.startsWith('.')) return fileTarget(join(folderOf(from.file), specifier))
    if (specifier.startsWith('node:')) return { kind: 'package', name: specifier }
    const mapped = throughPaths(from, specifier)
    if (mapped !== undefined) return mapped
    if (BUILTINS.has(specifier)) return { kind: 'package', name: `node:${specifier}` }
    const own = workspace.get(packageNameOf(specifier))
    const target = own === undefined ? undefined : workspaceTarget(own, specifier.slice(packageNameOf(specifier).length + 1))
    if (target !== undefined) return target
    return { kind: 'package', name: specifier }
  }

  /** A package of the program itself: what its package.json says, or the source of it where that is built; else a file of that name. */
  function workspaceTarget(own: PackageFacts, rest: string): ModuleTarget | undefined {
    for (const entry of entriesFor(own, rest)) {
      const source = fileTarget(entry) ?? asTarget(builtFrom(entry, own.dir, fileAt))
      if (source !== undefined) return source
    }
    for (const folder of SOURCE_FOLDERS) {
      const target = fileTarget(join(own.dir, folder + (rest === '' ? 'index' : rest)))
      if (target !== undefined) return target
    }
    return undefined
  }

  function throughPaths(from: FileFacts, specifier: string): ModuleTarget | undefined {
    for (const mapping of project.pathMappings) {
      if (!isBelow(from.file, mapping.dir)) continue
      for (const [pattern, replacements] of Object.entries(mapping.paths)) {
        const rest = matchStar(pattern, specifier)
        if (rest === undefined) continue
        for (const replacement of replacements) {
          const target = fileTarget(join(mapping.base, replacement.replace('*', rest)))
          if (target !== undefined) return target
        }
      }
      if (mapping.hasBaseUrl) {
        const target = fileTarget(join(mapping.base, specifier))
        if (target !== undefined) return target
      }
    }
    return undefined
  }

  function fileTarget(path: string): ModuleTarget | undefined {
    for (const stem of [path, join(path, 'index')]) {
      for (const extension of EXTENSIONS) {
        const file = byPath.get(stem + extension)
        if (file !== undefined) return { kind: 'file', file }
      }
    }
    const extension = /\.[cm]?js$/.exec(path)?.[0]
    for (const source of extension === undefined ? [] : SOURCE_OF[extension] ?? []) {
      const file = byPath.get(path.slice(0, -extension!.length) + source)
      if (file !== undefined) return { kind: 'file', file }
    }
    return undefined
  }

  function exportOf(file: FileFacts, name: string, seen: ReadonlySet<FileFacts> = new Set()): ExportTarget | undefined {
    if (seen.has(file)) return undefined
    let table = exportsByName.get(file)
    if (table === undefined) exportsByName.set(file, table = new Map(file.exports.map(e => [e.name, e])))
    const found = table.get(name) ?? (name === 'default' ? table.get('=') : undefined)
    const deeper = new Set(seen).add(file)
    if (found?.value !== undefined) return { kind: 'value', value: refTo(file, found.value) }
    if (found?.from !== undefined) return throughReexport(file, found.from.specifier, found.from.name, deeper)
    for (const star of file.exports) {
      if (star.name !== '*' || star.from === undefined) continue
      const target = throughReexport(file, star.from.specifier, name, deeper)
      if (target?.kind === 'value') return target
    }
    return undefined
  }

  function throughReexport(file: FileFacts, specifier: string, name: string, seen: ReadonlySet<FileFacts>): ExportTarget | undefined {
    const target = targetOf(file, specifier)
    if (target === undefined) return undefined
    if (target.kind === 'package') return { kind: 'package', package: target.name, name }
    return name === '*' ? { kind: 'namespace', file: target.file } : exportOf(target.file, name, seen)
  }

  function fileAt(path: string): FileFacts | undefined {
    const target = fileTarget(join('', path))
    return target?.kind === 'file' ? target.file : undefined
  }

  return { targetOf, exportOf: (file, name) => exportOf(file, name), fileNamed: path => byPath.get(path), fileAt }
}

/** Whether a file stands in the folder; `''` and folders above the working directory hold all. */
export const isBelow = (file: string, folder: string): boolean => folder === '' || folder.startsWith('..') || file.startsWith(`${folder}/`)

const asTarget = (file: FileFacts | undefined): ModuleTarget | undefined => file === undefined ? undefined : { kind: 'file', file }

/** The files that a subpath leads to: it is named, or fits a pattern, of which the longest counts. */
function entriesFor({ subpaths }: PackageFacts, rest: string): readonly string[] {
  const asked = rest === '' ? '.' : `./${rest}`, named = subpaths[asked]
  if (named !== undefined) return named
  const patterns = Object.keys(subpaths).filter(key => key.includes('*') && matchStar(key, asked) !== undefined)
  const longest = patterns.sort((a, b) => b.indexOf('*') - a.indexOf('*'))[0]
  return longest === undefined ? [] : subpaths[longest]!.map(file => file.replaceAll('*', matchStar(longest, asked)!))
}

const folderOf = (file: string): string => file.includes('/') ? file.slice(0, file.lastIndexOf('/')) : ''

export function packageNameOf(specifier: string): string {
  const parts = specifier.split('/')
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0]!
}

function join(folder: string, path: string): string {
  const parts: string[] = folder === '' ? [] : folder.split('/')
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop()
    else parts.push(part)
  }
  return parts.join('/')
}

function matchStar(pattern: string, specifier: string): string | undefined {
  const star = pattern.indexOf('*')
  if (star < 0) return pattern === specifier ? '' : undefined
  const [before, after] = [pattern.slice(0, star), pattern.slice(star + 1)]
  return specifier.startsWith(before) && specifier.endsWith(after) && specifier.length >= pattern.length - 1 ? specifier.slice(before.length, specifier.length - after.length) : undefined
}
