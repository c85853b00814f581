import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectRoot } from '../folders.ts'
import { mapAtOnce } from '../map-at-once.ts'
import { buildProgram } from './build-program.ts'
import type { Case } from './driver.ts'
import type { ProgramResult, ProgramRun } from './run-program.ts'

/** A program, and which of its events are driven. */
export interface Job { readonly program: string, readonly case: Case, readonly only?: readonly string[] }

export interface RunOptions {
  /** The `node` to run them with. */
  readonly node: string
  /** Processes at a time. */
  readonly jobs: number
  readonly onDone: (job: Job, result: ProgramResult) => void
}

export const programsFolder = join(projectRoot, 'fixtures/programs')
export const librariesFolder = join(projectRoot, 'bench/prove/libraries/node_modules')

/** Each program is built into a folder of its own beside the libraries, and measured in a process of its own. */
export async function runPrograms(jobs: readonly Job[], options: RunOptions): Promise<readonly ProgramResult[]> {
  const scratch = mkdtempSync(join(tmpdir(), 'leak-audit-prove-'))
  symlinkSync(librariesFolder, join(scratch, 'node_modules'))
  try {
    return await mapAtOnce(jobs, options.jobs, async job => {
      const result = await runProgram(job, scratch, options.node)
      options.onDone(job, result)
      return result
    })
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 3 })
  }
}

async function runProgram(job: Job, scratch: string, node: string): Promise<ProgramResult> {
  const folder = join(scratch, job.program, job.case), source = join(programsFolder, job.program, job.case), out = `${folder}.result.json`
  buildProgram(source, folder)
  const run: ProgramRun = { program: job.program, case: job.case, source, folder, out, ...(job.only !== undefined && { only: job.only }) }
  const child = spawn(node, ['--expose-gc', '--single-threaded-gc', '--no-warnings', join(projectRoot, 'dist/bench/prove/run-program.js'), JSON.stringify(run)], { cwd: projectRoot, stdio: ['ignore', 'ignore', process.env['PROVE_DEBUG'] === undefined ? 'ignore' : 'inherit'], timeout: LIMIT, killSignal: 'SIGKILL' })
  await once(child, 'exit')
  const result = existsSync(out) ? JSON.parse(readFileSync(out, 'utf8')) as ProgramResult : NOTHING
  if (child.exitCode === 0) return result
  return { ...result, errors: [...result.errors, `${job.program}/${job.case}: ended before its end (${child.signalCode ?? `exit code ${child.exitCode}`})`] }
}

const NOTHING: ProgramResult = { measured: [], errors: [] }

/** Milliseconds. No program takes a tenth of it, unless the machine does something else as well. */
const LIMIT = 600_000
