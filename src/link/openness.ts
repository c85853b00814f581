import type { FileFacts } from '../facts/file-facts.ts'
import type { PackageFacts, ProjectFacts } from '../parse/parsed-file.ts'
import { builtFrom } from './built-from.ts'
import type { Openness } from './events.ts'
import { isBelow, type ModuleGraph } from './module-graph.ts'
import type { Program } from './program.ts'
import { refTo } from './refs.ts'
import type { Types } from './types.ts'

/**
 * Whether a file's exports are an interface that others call. One file alone: yes. In a program: the files that a package names as its
 * entry, unless it is a server that is started, not imported; where the entry is not among the sources, index files and what nothing
 * here imports.
 */
export function createOpenness(files: readonly FileFacts[], project: ProjectFacts, types: Types, modules: ModuleGraph, world: Program['world']): Openness {
  if (world === 'one file') return { isApi: () => true, isOfLibrary: () => false }
  const serving = new Set(files.filter(file => !file.isTest && startsServer(file, types)).map(file => packageOf(file, project)))
  const entries = new Map<PackageFacts | undefined, ReadonlySet<string>>(project.packages.map(pkg => [pkg, entriesOf(pkg, modules)]))
  const imported = importedFiles(files, modules)
  return {
    isApi(file) {
      if (COMMAND.test(file.file)) return false
      const pkg = packageOf(file, project)
      if (serving.has(pkg)) return false
      const own = entries.get(pkg)
      if (own !== undefined && own.size > 0) return own.has(file.file)
      // a command without an entry is run, not imported
      if (pkg?.hasBin === true && pkg.mains.length === 0) return false
      return !imported.has(file.file) || INDEX.test(file.file)
    },
    isOfLibrary(file) {
      const pkg = packageOf(file, project)
      return !COMMAND.test(file.file) && !serving.has(pkg) && (entries.get(pkg)?.size ?? 0) > 0
    },
  }
}

/** The files that the package's entries lead to, also through re-exports. */
function entriesOf(pkg: PackageFacts, modules: ModuleGraph): ReadonlySet<string> {
  const found = new Set<string>()
  const pending = pkg.mains.flatMap(main => modules.fileAt(main) ?? builtFrom(main, pkg.dir, modules.fileAt) ?? [])
  for (let file = pending.pop(); file !== undefined; file = pending.pop()) {
    if (found.has(file.file)) continue
    found.add(file.file)
    for (const specifier of reexportedBy(file)) {
      const target = modules.targetOf(file, specifier)
      if (target?.kind === 'file') pending.push(target.file)
    }
  }
  return found
}

/** Files of commands, which are run. */
const COMMAND = /(^|\/)(bin|cli)\//

const INDEX = /(^|\/)(index|main|mod)\.[cm]?[jt]sx?$/

/** ESM `export … from`, and what a CommonJS entry requires: it hands most of it on. */
function* reexportedBy(file: FileFacts): Iterable<string> {
  for (const { from } of file.exports) if (from !== undefined) yield from.specifier
  const exported = new Set(file.exports.flatMap(e => e.value ?? []))
  for (const id of exported) {
    const value = file.values[id]!
    if (value.kind === 'import') yield value.specifier
    if (value.kind !== 'binding') continue
    for (const given of file.bindings[value.binding]!.values) {
      const source = file.values[given]!
      if (source.kind === 'import') yield source.specifier
    }
    const imported = file.imports.find(i => i.binding === value.binding)
    if (imported !== undefined) yield imported.specifier
  }
}

function packageOf(file: FileFacts, project: ProjectFacts): PackageFacts | undefined {
  let nearest: PackageFacts | undefined
  for (const candidate of project.packages) {
    if (!isBelow(file.file, candidate.dir)) continue
    if (nearest === undefined || candidate.dir.length > nearest.dir.length) nearest = candidate
  }
  return nearest
}

/** The package's own code makes a server listen: it is run, not imported. A framework that offers `listen()` hands it on instead. */
function startsServer(file: FileFacts, types: Types): boolean {
  return file.calls.some(call => {
    const callee = file.values[call.callee]!
    if (callee.kind !== 'member' || callee.property !== 'listen' || file.functions[call.fn]!.name === 'listen') return false
    return types.of(refTo(file, callee.object)).some(key => !key.startsWith('global#') && !key.startsWith('node:') && !key.includes('/'))
      || call.fn === 0 && types.of(refTo(file, callee.object)).some(key => key.startsWith('node:'))
  })
}

function importedFiles(files: readonly FileFacts[], modules: ModuleGraph): ReadonlySet<string> {
  const imported = new Set<string>()
  for (const file of files) {
    for (const specifier of specifiersOf(file)) {
      const target = modules.targetOf(file, specifier)
      if (target?.kind === 'file') imported.add(target.file.file)
    }
  }
  return imported
}

function* specifiersOf(file: FileFacts): Iterable<string> {
  for (const { specifier } of file.imports) yield specifier
  for (const { from } of file.exports) if (from !== undefined) yield from.specifier
  for (const value of file.values) if (value.kind === 'import') yield value.specifier
}
