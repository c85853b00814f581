import { spawnSync } from 'node:child_process'
import { BenchError } from '../bench-error.ts'

const MOST_BYTES = 2 ** 30

/** Runs git on a repository and gives its output. Paths are names, never patterns. @throws BenchError when git fails. */
export function git(repo: string, args: readonly string[], input?: string): Buffer {
  const done = spawnSync('git', ['-C', repo, '--literal-pathspecs', ...args], { maxBuffer: MOST_BYTES, ...(input !== undefined && { input }) })
  if (done.status === 0) return done.stdout
  const why = done.error?.message ?? done.stderr.toString().split('\n')[0]
  throw new BenchError(`git ${args[0]} in ${repo}: ${why}`)
}
