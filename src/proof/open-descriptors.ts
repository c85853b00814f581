import { readdirSync } from 'node:fs'
import process from 'node:process'
import { isMainThread } from 'node:worker_threads'

/** How many files and sockets the process has open; undefined where the system does not list them, and in a worker, whose process others use too. */
export function openDescriptors(): number | undefined {
  if (!isMainThread || process.platform === 'win32') return undefined
  try {
    return readdirSync('/dev/fd').length
  } catch {
    return undefined
  }
}
