import { posix } from 'node:path'
import { changesIn, wholeFile, type Changes } from '../../changes/changed-lines.ts'
import { UsageError } from '../../verdict/audit-result.ts'
import { commitOf, DEEPEN, isShallow, mergeBaseOf, openRepository, type Repository } from './repository.ts'

/** What the work tree changes against the commit at which it left `ref`: committed, staged, unstaged and new. @throws UsageError */
export async function changesSince(cwd: string, ref: string): Promise<Changes> {
  const repository = await openRepository(cwd, '--since')
  const commit = await commitOf(repository, ref, '--since')
  const base = await mergeBaseOf(repository, commit)
  if (base === undefined) throw new UsageError(`--since: HEAD and '${ref}' have no commit in common${await isShallow(repository) ? `; ${DEEPEN}` : ''}`)
  const changes = changesIn(await repository.git([...DIFF, base]))
  const untracked = await untrackedFiles(repository)
  return seenFrom(repository, new Map([...changes, ...untracked.map(file => [file, wholeFile] as const)]))
}

/** What the next commit changes. @throws UsageError */
export async function stagedChanges(repository: Repository): Promise<Changes> {
  return seenFrom(repository, changesIn(await repository.git([...DIFF, '--cached'])))
}

/** Whether code or configuration stands in the work tree as it is not staged. */
export async function differsFromIndex(repository: Repository): Promise<boolean> {
  const unstaged = (await repository.git(['diff', '--name-only', '-z'])).split('\0')
  return [...unstaged, ...await untrackedFiles(repository)].some(file => MATTERS.test(file) && !file.includes('node_modules/'))
}

const MATTERS = /\.(?:[cm]?[jt]sx?|jsonc?|ya?ml)$/

/** The user may have told git to print differences in another way. */
const DIFF: readonly string[] = ['diff', '--unified=0', '--no-color', '--no-ext-diff', '--no-textconv', '--find-renames', '--src-prefix=a/', '--dst-prefix=b/', '--submodule=diff', '--diff-filter=d']

async function untrackedFiles({ git }: Repository): Promise<readonly string[]> {
  return (await git(['ls-files', '--others', '--exclude-standard', '-z'])).split('\0').filter(file => file !== '')
}

/** Findings name files from the working directory, git from the top. */
function seenFrom({ prefix }: Repository, changes: Changes): Changes {
  return new Map([...changes].map(([file, change]) => [posix.relative(prefix, file), change]))
}
