import { execFile } from 'node:child_process'
import { UsageError } from '../../verdict/audit-result.ts'

/** A git repository, seen from a folder in it. */
export interface Repository {
  /** Absolute path of the top of the work tree. */
  readonly top: string
  /** From the top to the folder it is seen from: `packages/api/`, or `''`. */
  readonly prefix: string
  /** What a git command prints. Runs at the top. @throws GitError */
  git(args: readonly string[], options?: GitOptions): Promise<string>
}

export interface GitOptions {
  readonly env?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal
  /** Absolute; the top of the work tree where absent. */
  readonly cwd?: string
}

/** What git says when it refuses. */
export class GitError extends Error {
  override readonly name = 'GitError'
}

/** @throws UsageError when the folder is in no repository, or there is no git. `option` is who asks. */
export async function openRepository(cwd: string, option: string): Promise<Repository> {
  try {
    const [top = '', prefix = ''] = (await run(['rev-parse', '--show-toplevel', '--show-prefix'], { cwd })).split('\n')
    return { top, prefix, git: (args, options) => run(args, { cwd: top, ...options }) }
  } catch (error) {
    if (!(error instanceof GitError)) throw error
    throw new UsageError(`${option} needs a git repository, and ${cwd} is in none`, { cause: error })
  }
}

/** The commit that a branch, a tag or a hash names. @throws UsageError which says what to fetch where the clone is shallow. */
export async function commitOf(repository: Repository, ref: string, option: string): Promise<string> {
  try {
    if (ref.startsWith('-')) throw new GitError(ref)
    return (await repository.git(['rev-parse', '--verify', '--quiet', `${ref}^{commit}`])).trim()
  } catch (error) {
    if (!(error instanceof GitError)) throw error
    throw new UsageError(`${option}: git knows no '${ref}'${await isShallow(repository) ? `; ${DEEPEN}` : ''}`, { cause: error })
  }
}

/** Where the work here left the history of `commit`; undefined when git sees no common commit. */
export async function mergeBaseOf(repository: Repository, commit: string): Promise<string | undefined> {
  try {
    return (await repository.git(['merge-base', commit, 'HEAD'])).trim()
  } catch (error) {
    if (!(error instanceof GitError)) throw error
    return undefined
  }
}

export const DEEPEN = 'this clone is shallow: fetch more of the history (git fetch --unshallow, or fetch-depth: 0 of actions/checkout)'

export async function isShallow(repository: Repository): Promise<boolean> {
  return (await repository.git(['rev-parse', '--is-shallow-repository'])).trim() === 'true'
}

function run(args: readonly string[], { cwd, env = {}, signal }: GitOptions & { readonly cwd: string }): Promise<string> {
  // names as they are, whatever the user's configuration says
  const settings = ['-c', 'core.quotePath=false', '-c', 'core.fsmonitor=false']
  const options = { cwd, env: { ...environment(process.env), ...env }, maxBuffer: Infinity, killSignal: 'SIGKILL' as const, ...(signal === undefined ? {} : { signal }) }
  return new Promise((resolve, reject) => {
    execFile('git', [...settings, ...args], options, (error, stdout, stderr) => {
      if (error === null) resolve(stdout)
      else if (error.code === 'ENOENT') reject(new UsageError('git is not installed, or not on the PATH'))
      else reject(new GitError(stderr.trim() || error.message))
    })
  })
}

/**
 * In a hook git says where the repository is, and takes the current folder for the top of the work tree then, also where the hook has gone
 * into a folder below. The index of the hook stays: a commit of some paths has one of its own.
 */
function environment({ GIT_DIR, GIT_WORK_TREE, ...others }: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return { ...others, ...(GIT_WORK_TREE === undefined ? {} : { GIT_DIR, GIT_WORK_TREE }), GIT_OPTIONAL_LOCKS: '0', GIT_LFS_SKIP_SMUDGE: '1', LC_ALL: 'C' }
}
