import { readFileSync } from 'node:fs'
import { BenchError } from './bench-error.ts'

/** Reads a JSON file; the caller knows its shape. @throws BenchError when it is missing or broken. */
export function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new BenchError(`cannot read ${file}: ${(error as Error).message}`)
  }
}
