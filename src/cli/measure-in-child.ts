import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import type { LeakMeasurement } from '../proof/measure-leak.ts'
import type { MeasureOptions } from '../proof/options.ts'
import { UsageError } from '../verdict/audit-result.ts'

/** What the child is told to measure. */
export interface ProveTask {
  /** As the person wrote it. */
  readonly file: string
  /** Absolute. */
  readonly path: string
  readonly name: string
  readonly options: MeasureOptions
}

/** What the child answers, with the token that it was given: the measured code can send messages, too. */
export type ProveAnswer =
  | { readonly token: string; readonly kind: 'measured'; readonly measured: LeakMeasurement }
  | { readonly token: string; readonly kind: 'refused'; readonly message: string }

/**
 * Measures in a process of its own, which the measured code may end, block or fill. What that code prints goes to standard error.
 * @throws UsageError which says why it could not be measured.
 */
export async function measureInChild(task: ProveTask, timeoutSeconds: number): Promise<LeakMeasurement> {
  const token = randomUUID()
  // stdin is closed; a group of its own, so that what the code starts ends with it
  const child = spawn(process.execPath, ['--enable-source-maps', fileURLToPath(new URL('./prove-child.js', import.meta.url))], { stdio: ['ignore', 2, 2, 'ipc'], detached: GROUPS })
  const ended = (): void => { end(child) }
  process.once('exit', ended) // Ctrl-C, too: a signal goes to our group alone
  let timer: NodeJS.Timeout | undefined
  try {
    const answer = await new Promise<ProveAnswer>((resolve, reject) => {
      timer = setTimeout(() => { reject(new UsageError(`${task.file}#${task.name} was not measured within ${timeoutSeconds} s; run fewer events, or allow more with --timeout`)) }, timeoutSeconds * 1000)
      child.on('message', (message: unknown) => { if (isAnswer(message, token)) resolve(message) })
      child.on('error', reject)
      child.on('exit', (code, signal) => { reject(new UsageError(`${task.file}#${task.name} ended the process before it was measured (${endOf(code, signal)})`)) })
      child.send({ ...task, token })
    })
    if (answer.kind === 'refused') throw new UsageError(answer.message)
    return answer.measured
  } finally {
    clearTimeout(timer)
    process.off('exit', ended)
    end(child)
  }
}

const GROUPS = process.platform !== 'win32'

function end(child: ChildProcess): void {
  child.removeAllListeners()
  child.on('error', () => {}) // that it is gone already
  if (child.connected) child.disconnect()
  try {
    if (GROUPS && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
    else child.kill('SIGKILL')
  } catch {
    // it is gone already
  }
}

function isAnswer(message: unknown, token: string): message is ProveAnswer {
  return typeof message === 'object' && message !== null && (message as Partial<ProveAnswer>).token === token
}

function endOf(code: number | null, signal: NodeJS.Signals | null): string {
  if (signal === 'SIGABRT') return 'SIGABRT: its heap may have been full'
  return signal ?? `exit code ${code}`
}
