import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { temporaryFolder } from './temporary-folder.ts'

export interface ScratchRepository {
  readonly folder: string
  git(...args: string[]): string
  /** Null removes the file. */
  write(textByPath: Readonly<Record<string, string | null>>): void
  /** Stages and commits everything. */
  commit(message?: string): void
}

/** A git repository with these files in its first commit, on the branch `main`; removed when the test ends. */
export function scratchRepository(textByPath: Readonly<Record<string, string>> = {}): ScratchRepository {
  const folder = temporaryFolder()
  const git = (...args: string[]): string => execFileSync('git', args, { cwd: folder, encoding: 'utf8', env: gitEnvironment, stdio: ['ignore', 'pipe', 'pipe'] })
  const write: ScratchRepository['write'] = files => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      if (text === null) rmSync(join(folder, path))
      else writeFileSync(join(folder, path), text)
    }
  }
  const commit: ScratchRepository['commit'] = (message = 'work') => { git('add', '--all'); git('commit', '--quiet', '--allow-empty', '--message', message) }
  git('init', '--quiet', '--initial-branch', 'main')
  write(textByPath)
  commit('first')
  return { folder, git, write, commit }
}

/** Nothing of the machine's own settings. */
export const gitEnvironment: NodeJS.ProcessEnv = {
  ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'protocol.file.allow', GIT_CONFIG_VALUE_0: 'always',
  GIT_AUTHOR_NAME: 'Ada', GIT_AUTHOR_EMAIL: 'ada@example.org', GIT_COMMITTER_NAME: 'Ada', GIT_COMMITTER_EMAIL: 'ada@example.org',
}
