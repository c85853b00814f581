import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pathToFileURL } from 'node:url'
import { projectRoot } from '../folders.ts'

export interface NodeRun {
  /** Exit code; null when a signal ended it. */
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
  readonly timedOut: boolean
  /** Wall time, from spawn to the end of its output. */
  readonly milliseconds: number
  /** Most memory held; undefined when it died before it could tell. */
  readonly peakMegabytes?: number
}

/** Plain Node loads this one, so it must be the built file, also when a test runs the source. */
const PEAK_HOOK = pathToFileURL(join(projectRoot, 'dist/bench/child/report-peak.js')).href

/** Runs `node ARGS` in `cwd` to its end and measures it. `timeout` is in milliseconds. */
export async function runNode(args: readonly string[], { cwd, timeout }: { cwd: string; timeout: number }): Promise<NodeRun> {
  const started = performance.now()
  const child = spawn(process.execPath, ['--import', PEAK_HOOK, ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe', 'pipe'], timeout, killSignal: 'SIGKILL' })
  const ended = once(child, 'close')
  const [stdout = '', stderr = '', peak = ''] = await Promise.all(outputsOf(child).map(textOf))
  await ended
  const peakBytes = Number(peak)
  return {
    status: child.exitCode,
    stdout,
    stderr,
    timedOut: child.killed,
    milliseconds: performance.now() - started,
    ...(peakBytes > 0 && { peakMegabytes: peakBytes / 2 ** 20 }),
  }
}

/** All but standard input; spawned as pipes, so all are there. */
const outputsOf = ({ stdio }: ChildProcess): Readable[] => stdio.slice(1) as Readable[]

const textOf = async (stream: Readable): Promise<string> => (await buffer(stream)).toString()
