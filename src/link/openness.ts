import type { FileFacts } from '../facts/file-facts.ts'
import type { PackageFacts, ProjectFacts } from '../parse/parsed-file.ts'
import type { Openness } from './events.ts'
import type { ModuleGraph } from './module-graph.ts'
import type { Program } from './program.ts'
import { refTo } from './refs.ts'
import type { Types } from './types.ts'

/**
 * Whether others call what a file exports. One file alone: yes. In a program: yes in a package that starts no server of its own,
 * and for files that nothing in the program imports.
 */
export function createOpenness(files: readonly FileFacts[], project: ProjectFacts, types: Types, modules: ModuleGraph, world: Program['world']): Openness {
  if (world === 'one file') return { isApi: () => true }
  const serving = new Set(files.filter(file => startsServer(file, types)).map(file => packageOf(file, project)))
  const imported = importedFiles(files, modules)
  return { isApi: file => !serving.has(packageOf(file, project)) || !imported.has(file.file) }
}

function packageOf(file: FileFacts, project: ProjectFacts): PackageFacts | undefined {
  let nearest: PackageFacts | undefined
  for (const candidate of project.packages) {
    if (candidate.dir !== '' && !file.file.startsWith(`${candidate.dir}/`)) continue
    if (nearest === undefined || candidate.dir.length > nearest.dir.length) nearest = candidate
  }
  return nearest
}

/** The package's own code listens on a port when its module loads. */
function startsServer(file: FileFacts, types: Types): boolean {
  return file.calls.some(call => {
    if (call.fn !== 0) return false
    const callee = file.values[call.callee]!
    return callee.kind === 'member' && callee.property === 'listen' && types.of(refTo(file, callee.object)).some(key => !key.startsWith('global#'))
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
