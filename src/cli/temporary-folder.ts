import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const ENDS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Gives a folder outside of the project, and takes it away again: also when `use` throws, the process exits, or a signal ends it. `signal`
 * aborts then, so that nobody goes on writing.
 */
export async function withTemporaryFolder<T>(use: (folder: string, signal: AbortSignal) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'leak-audit-'))
  const stop = new AbortController()
  const remove = (): void => { rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 }) }
  const end = (signal: NodeJS.Signals): void => {
    stop.abort()
    remove()
    forget()
    // where nobody listens for it any more: ends the process as it would have
    if (process.listenerCount(signal) === 0) process.kill(process.pid, signal)
  }
  const forget = (): void => {
    for (const signal of ENDS) process.off(signal, end)
    process.off('exit', remove)
  }
  for (const signal of ENDS) process.on(signal, end)
  process.on('exit', remove)
  try {
    return await use(folder, stop.signal)
  } finally {
    forget()
    remove()
  }
}
