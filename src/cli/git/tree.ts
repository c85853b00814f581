import { existsSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { withTemporaryFolder } from '../temporary-folder.ts'
import { linkDependencies } from './link-dependencies.ts'
import { GitError, type GitOptions, type Repository } from './repository.ts'

/**
 * Writes the files of a commit, or of the index, to a folder outside of the repository, with the installed dependencies of the work tree beside them.
 * Nothing is written in the repository, and no hook runs. `use` is given the folder that the repository was seen from; it is gone afterwards.
 */
export async function withTree<T>(repository: Repository, tree: Tree, use: (cwd: string, signal: AbortSignal) => Promise<T>): Promise<T> {
  return await withTemporaryFolder(async (folder, signal) => {
    const root = join(folder, 'tree')
    mkdirSync(join(root, '.git'), { recursive: true }) // what looks for the top of a repository finds it
    const packages = await writeTree(repository, tree, { root, index: join(folder, 'index'), cwd: repository.top, signal })
    linkDependencies(repository.top, root, packages)
    const cwd = join(root, repository.prefix)
    mkdirSync(cwd, { recursive: true })
    return await use(cwd, signal)
  })
}

export type Tree = { readonly commit: string } | 'index'

interface Writing {
  readonly root: string
  /** Where an index of its own may lie. */
  readonly index: string
  readonly cwd: string
  readonly signal: AbortSignal
}

/** Gives the folders that have a package.json, relative to the top. */
async function writeTree({ git }: Pick<Repository, 'git'>, tree: Tree, { root, index, cwd, signal }: Writing): Promise<readonly string[]> {
  const options: GitOptions = { cwd, signal, ...(tree === 'index' ? {} : { env: { GIT_INDEX_FILE: index } }) }
  if (tree !== 'index') await git(['read-tree', tree.commit], options)
  await git(['checkout-index', '--all', '--force', '--quiet', `--prefix=${root}/`], options)
  const entries = (await git(['ls-files', '--stage', '-z'], options)).split('\0').flatMap(line => entryOf(line) ?? [])
  const packages = entries.filter(({ path }) => /(?:^|\/)package\.json$/.test(path)).map(({ path }) => dirname(path))
  for (const { hash, path } of entries.filter(({ mode }) => mode === SUBMODULE)) {
    packages.push(...(await writeSubmodule({ git }, hash, { root: join(root, path), index: `${index}-${packages.length}`, cwd: join(cwd, path), signal })).map(folder => join(path, folder)))
  }
  return packages
}

const SUBMODULE = '160000'

/** `<mode> <hash> <stage>\t<path>` */
function entryOf(line: string): { readonly mode: string; readonly hash: string; readonly path: string } | undefined {
  const [, mode, hash, path] = /^(\d+) (\w+) \d\t([^]*)$/.exec(line) ?? []
  return mode === undefined || hash === undefined || path === undefined ? undefined : { mode, hash, path }
}

/** One that is not there, or does not have the commit, is left out: the work tree has no more of it. */
async function writeSubmodule(repository: Pick<Repository, 'git'>, commit: string, writing: Writing): Promise<readonly string[]> {
  if (!existsSync(writing.cwd)) return []
  try {
    const isOwnTop = (await repository.git(['rev-parse', '--show-cdup'], { cwd: writing.cwd, signal: writing.signal })).trim() === ''
    return isOwnTop ? await writeTree(repository, { commit }, writing) : []
  } catch (error) {
    if (error instanceof GitError) return []
    throw error
  }
}
