import { watch as watchFiles } from 'chokidar'
import { basename, resolve, sep } from 'node:path'
import type { AuditCache } from '../cache/audit-cache.ts'
import type { AuditOptions, AuditResult } from '../verdict/audit-result.ts'
import { UsageError } from '../verdict/audit-result.ts'
import { complain } from './terminal.ts'

export interface Watching {
  audit(cache: AuditCache): Promise<AuditResult>
  /** For the next audit. */
  openCache(): AuditCache
  print(result: AuditResult): void
}

/** How long files must be still before they are read, in milliseconds: editors and git write several. */
const STILL = 150

/** Source, and what governs it: package.json, tsconfig files, deployment files. A configuration is read once, at the start. */
const WATCHED = /\.(?:[cm]?[jt]sx?|json|ya?ml)$|Dockerfile|Procfile/
const SKIPPED: ReadonlySet<string> = new Set(['node_modules', '.git', 'coverage'])

/** Audits, and again after each change, until a signal ends the process. */
export async function watch({ cwd, paths }: Pick<AuditOptions, 'cwd' | 'paths'>, { audit, openCache, print }: Watching): Promise<never> {
  let known: ReadonlyMap<string, string> | undefined
  let isRunning = false, isWaiting = false
  let timer: NodeJS.Timeout | undefined

  async function run(): Promise<void> {
    if (isRunning) {
      isWaiting = true
      return
    }
    isRunning = true
    try {
      const cache = openCache(), result = await audit(cache)
      if (process.stdout.isTTY) process.stdout.write('\u001B[2J\u001B[3J\u001B[H')
      print(result)
      for (const notice of cache.save()) complain(`notice: ${notice}`)
      known = compared(known, result)
    } catch (error) {
      // a broken path or file is what the next edit mends
      complain(error instanceof UsageError ? error.message : `internal error: ${String(error)}`)
    }
    complain('watching for changes; Ctrl-C ends')
    isRunning = false
    if (isWaiting) {
      isWaiting = false
      await run()
    }
  }

  const watcher = watchFiles(paths.map(path => resolve(cwd, folderOf(path))), { ignoreInitial: true, ignored: (path, stats) => SKIPPED.has(basename(path)) || stats?.isFile() === true && !WATCHED.test(path.split(sep).at(-1)!) })
  watcher.on('all', () => {
    clearTimeout(timer)
    timer = setTimeout(() => { void run() }, STILL)
  })
  watcher.on('error', error => complain(`watching: ${String(error)}`))
  try {
    await run()
    return await new Promise<never>(() => {})
  } finally {
    await watcher.close()
  }
}

/** What stands before the first wildcard of a glob. */
const folderOf = (path: string): string => /[*?{[(!]/.test(path) ? path.slice(0, path.search(/[^/]*[*?{[(!]/)) || '.' : path

/** Says what has appeared and what has gone, and gives what there is now. */
function compared(before: ReadonlyMap<string, string> | undefined, { findings }: AuditResult): ReadonlyMap<string, string> {
  const now = new Map(findings.map(({ fingerprint, file, line, rule }) => [fingerprint, `${file}:${line} ${rule}`]))
  if (before === undefined) return now
  for (const [fingerprint, finding] of now) if (!before.has(fingerprint)) complain(`appeared: ${finding}`)
  for (const [fingerprint, finding] of before) if (!now.has(fingerprint)) complain(`gone: ${finding}`)
  return now
}
