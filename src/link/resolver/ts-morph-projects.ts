import { createRequire } from 'node:module'
import { dirname, relative, resolve } from 'node:path'
import { createFilesMatcher, parseTsconfig } from 'get-tsconfig'
import type * as TsMorphModule from 'ts-morph'
import type { Project, ts } from 'ts-morph'

/** One file inside a program that TypeScript has built. Valid until the next call of `load`. */
export interface Loaded {
  readonly ts: typeof ts
  readonly source: ts.SourceFile
  readonly checker: ts.TypeChecker
  readonly program: ts.Program
  /** The working directory without symbolic links, as TypeScript names files. */
  readonly root: string
}

export interface Projects {
  /** Undefined when the file cannot be read. Throws what ts-morph throws. */
  load(file: string): Loaded | undefined
  /** The files on disk that the programs consist of, beside those that were added. */
  consulted(): readonly string[]
}

/** One program for each tsconfig, and one with default options for the files of none; each built when one of its files is asked for. */
export function createProjects({ cwd, files, tsconfigs }: { readonly cwd: string; readonly files: readonly string[]; readonly tsconfigs: readonly string[] }): Projects {
  const entries = new Map<string, Entry>()
  const configOf = createConfigLookup(cwd, tsconfigs)
  let morph: TsMorph | undefined

  return {
    load(file) {
      morph ??= createRequire(import.meta.url)('ts-morph') as TsMorph
      const root = morph.ts.sys.realpath?.(cwd) ?? cwd
      const config = configOf(file)
      let entry = entries.get(config)
      if (entry === undefined) entries.set(config, entry = { project: createProject(morph, root, config), files: files.filter(other => configOf(other) === config), added: new Set() })
      addAround(entry, root, file)
      const source = entry.project.getSourceFile(resolve(root, file))
      if (source === undefined) return undefined
      const program = entry.project.getProgram().compilerObject
      return { ts: morph.ts, source: source.compilerNode, checker: program.getTypeChecker(), program, root }
    },
    consulted() {
      const root = morph?.ts.sys.realpath?.(cwd) ?? cwd
      const all = [...entries.values()].flatMap(({ project, added }) => {
        const own = new Set([...added].map(file => resolve(root, file).replaceAll('\\', '/')))
        return project.getProgram().compilerObject.getSourceFiles().map(({ fileName }) => fileName as string).filter(name => !own.has(name) && !name.startsWith('/node_modules/typescript/lib/'))
      })
      return [...new Set(all)].sort()
    },
  }
}

type TsMorph = typeof TsMorphModule

interface Entry {
  readonly project: Project
  /** The audited files that belong to it, in order. */
  readonly files: readonly string[]
  readonly added: Set<string>
}

/**
 * Adds the file, and as many of those behind it as there are already. Every addition costs a new program (150 ms in a small project), and
 * questions come file by file: so a few questions load a few files, and many cost few programs.
 */
function addAround({ project, files, added }: Entry, root: string, file: string): void {
  if (added.has(file)) return
  const rest = files.slice(files.indexOf(file) + 1).filter(other => !added.has(other))
  for (const next of [file, ...rest.slice(0, added.size)]) {
    added.add(next)
    project.addSourceFileAtPathIfExists(resolve(root, next))
  }
}

/** The config of a file: among those in the nearest folder above it, the first that includes it; `''` when there is none. */
function createConfigLookup(cwd: string, tsconfigs: readonly string[]): (file: string) => string {
  const configs = tsconfigs
    .map(path => ({ path, folder: dirname(resolve(cwd, path)), includes: includesOf(resolve(cwd, path)) }))
    .sort((a, b) => b.folder.length - a.folder.length)
  return file => {
    const path = resolve(cwd, file)
    const above = configs.filter(({ folder }) => !relative(folder, path).startsWith('..'))
    const nearest = above.filter(({ folder }) => folder === above[0]!.folder)
    return (nearest.find(config => nearest.length > 1 && config.includes(path)) ?? nearest[0])?.path ?? ''
  }
}

function includesOf(path: string): (file: string) => boolean {
  let matches: ReturnType<typeof createFilesMatcher> | undefined
  return file => {
    try {
      matches ??= createFilesMatcher({ path, config: parseTsconfig(path) })
      return matches(file.replaceAll('\\', '/')) !== undefined
    } catch {
      return false
    }
  }
}

function createProject(morph: TsMorph, root: string, config: string): Project {
  const common: ts.CompilerOptions = { allowJs: true, maxNodeModuleJsDepth: 0, noEmit: true, skipLibCheck: true }
  const settings = { skipAddingFilesFromTsConfig: true, skipFileDependencyResolution: true }
  if (config === '') return defaultProject()
  try {
    const project = new morph.Project({ ...settings, tsConfigFilePath: resolve(root, config), compilerOptions: common })
    // TypeScript 6 includes no @types by default, those before it all of them
    if (project.compilerOptions.get().types === undefined) project.compilerOptions.set({ types: ['*'] })
    return project
  } catch {
    return defaultProject()
  }

  function defaultProject(): Project {
    const { ModuleKind, ModuleResolutionKind, ScriptTarget } = morph.ts
    return new morph.Project({
      ...settings,
      compilerOptions: { ...common, checkJs: false, target: ScriptTarget.ESNext, module: ModuleKind.Preserve, moduleResolution: ModuleResolutionKind.Bundler, types: ['*'], typeRoots: typeRootsAbove(root) },
    })
  }
}

/** TypeScript would look from the process's working directory. */
function typeRootsAbove(folder: string): string[] {
  const parent = dirname(folder)
  return [resolve(folder, 'node_modules/@types'), ...(parent === folder ? [] : typeRootsAbove(parent))]
}
