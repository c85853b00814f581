import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync, type Comment, type Program } from 'oxc-parser'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** One source file of the project itself. */
export interface SourceFile {
  /** Relative to the project's root, with `/`. */
  readonly file: string
  readonly text: string
  readonly program: Program
  readonly comments: readonly Comment[]
  readonly imports: readonly SourceImport[]
}

export interface SourceImport {
  /** A path relative to the project's root, or the name of a package. */
  readonly target: string
  readonly isRelative: boolean
  /** Gone when compiled. */
  readonly isType: boolean
}

export function sourceFilesIn(...folders: readonly string[]): readonly SourceFile[] {
  return folders.flatMap(folder => readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.ts'))
    .map(path => readSource(posix.join(folder, path.replaceAll('\\', '/')))))
    .sort((a, b) => a.file < b.file ? -1 : 1)
}

export function readSource(file: string): SourceFile {
  const text = readFileSync(join(ROOT, file), 'utf8')
  const { program, comments, module } = parseSync(file, text, { range: true })
  const importOf = (specifier: string, isType: boolean): SourceImport => specifier.startsWith('.')
    ? { target: posix.join(dirname(file), specifier), isRelative: true, isType }
    : { target: specifier, isRelative: false, isType }
  const imports = module.staticImports.map(({ moduleRequest, entries }) => importOf(moduleRequest.value, entries.length > 0 && entries.every(entry => entry.isType)))
  const reexports = module.staticExports.flatMap(({ entries }) => entries.flatMap(entry => entry.moduleRequest === null ? [] : [importOf(entry.moduleRequest.value, entry.isType)]))
  const dynamic = module.dynamicImports.map(({ moduleRequest }) => importOf(text.slice(moduleRequest.start, moduleRequest.end).slice(1, -1), false))
  return { file, text, program, comments, imports: [...imports, ...reexports, ...dynamic] }
}
