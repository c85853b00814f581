import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export interface Run {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/**
 * Runs the command line in a process of its own: a configuration that prints cannot disturb the protocol, the memory of an audit goes back
 * when it is done, and a client that gives up ends it.
 */
export function runItself(args: readonly string[], { cwd, signal }: { readonly cwd: string; readonly signal?: AbortSignal | undefined }): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...process.execArgv, CLI, ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'], ...(signal === undefined ? {} : { signal }) })
    const stdout: Buffer[] = [], stderr: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => { stdout.push(chunk) })
    child.stderr.on('data', (chunk: Buffer) => { stderr.push(chunk) })
    child.once('error', reject)
    child.once('close', status => resolve({ status, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() }))
  })
}

const CLI = fileURLToPath(new URL('../../cli.js', import.meta.url))
