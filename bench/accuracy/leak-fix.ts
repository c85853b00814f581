import { readFileSync } from 'node:fs'
import { BenchError } from '../bench-error.ts'

/** Whether a static tool can see the leak. */
export const DETECTABLE = ['yes', 'hard', 'no'] as const
export type Detectable = (typeof DETECTABLE)[number]

export interface LeakFile {
  /** Relative to the repository. */
  readonly path: string
  /** Lines of the leak in the commit before the fix. */
  readonly leak_lines: readonly number[]
}

/** One fix of a real leak: a line of `leak-fixes.jsonl`. */
export interface LeakFix {
  readonly id: string
  /** `owner/name`. */
  readonly repo: string
  /** The commit that fixes it; the leak stands in its first parent. */
  readonly fix: string
  readonly date: string
  readonly category: string
  readonly files: readonly LeakFile[]
  readonly context: string
  /** What a tool must know to see it, separated by commas. */
  readonly needs: string
  readonly static_detectable: Detectable
  readonly summary: string
}

/** Reads the manifest, one entry a line. @throws BenchError when it cannot be read, or a line is no JSON. */
export function readLeakFixes(manifest: string): LeakFix[] {
  return textOf(manifest).split('\n').flatMap((text, index) => {
    if (text.trim() === '') return []
    try {
      return [JSON.parse(text) as LeakFix]
    } catch {
      throw new BenchError(`${manifest}:${index + 1} is no JSON`)
    }
  })
}

function textOf(manifest: string): string {
  try {
    return readFileSync(manifest, 'utf8')
  } catch {
    throw new BenchError(`${manifest} cannot be read: --manifest takes a file with one fix a line`)
  }
}
