import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Baseline } from '../baseline/baseline.ts'
import { parseBaseline, printBaseline } from '../baseline/baseline-text.ts'
import { UsageError } from '../verdict/audit-result.ts'

/** Where the baseline lies that nobody named. */
export const DEFAULT_BASELINE = 'leak-audit-baseline.json'

/** @throws UsageError when the file is not there or is damaged. */
export function readBaseline(cwd: string, file: string): Baseline {
  return parseBaseline(file, textOf(cwd, file))
}

export const hasBaseline = (cwd: string, file: string): boolean => existsSync(resolve(cwd, file))

/** @throws UsageError when it cannot be written. */
export function writeBaseline(cwd: string, file: string, baseline: Baseline): void {
  try {
    writeFileSync(resolve(cwd, file), printBaseline(baseline))
  } catch (error) {
    throw new UsageError(`baseline ${file} cannot be written: ${(error as NodeJS.ErrnoException).code ?? String(error)}`, { cause: error })
  }
}

function textOf(cwd: string, file: string): string {
  try {
    return readFileSync(resolve(cwd, file), 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new UsageError(`baseline ${file}: ${code === 'ENOENT' ? 'no such file; --update-baseline writes it' : `cannot be read (${code})`}`, { cause: error })
  }
}
