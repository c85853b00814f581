import type { Program } from './program.ts'

/** The programs of a folder of `fixtures/programs`. */
export const CASES = ['leaky', 'mended', 'near-misses'] as const
export type Case = typeof CASES[number]

/** What happens to the programs of one folder. A case that is absent has nothing that can run here. */
export type Driver = Readonly<Partial<Record<Case, Drive>>>

/** How one program is started, and what happens to it again and again. */
export interface Drive {
  readonly start: (program: Program) => unknown
  readonly events: readonly ProofEvent<unknown>[]
}

/** One thing that happens to a running program. In the leaky one it grows, if it says which lines are to blame. */
export interface ProofEvent<Started> {
  /** `an order is placed`. */
  readonly name: string
  /** Lines of the leaky program that grow by it: `file: text of the line`; a file alone means each leak of it. Without any it is flat there, too. */
  readonly leaks?: readonly string[]
  /** Does it once, and waits until it is over. What it returns is watched: is it still there afterwards? */
  readonly run: (started: Started, count: number) => unknown
  /** What passes between the events and the measurement: time, mostly. */
  readonly after?: (started: Started) => unknown
  /** How often in each batch. Fewer where one is slow, more where it keeps few bytes. */
  readonly times?: number
  /** How often before the first sample, where a bound has to be reached first; `times` without it. */
  readonly warmup?: number
  /** Major versions of Node.js on which the platform itself leaks here, whatever the program does: `20`. */
  readonly platformLeaksOn?: readonly number[]
}

/** Keeps the types of a drive together while it is written; the runner does not need them. */
export function drive<Started>(start: (program: Program) => Started | Promise<Started>, events: readonly ProofEvent<Started>[]): Drive {
  return { start, events: events as readonly ProofEvent<unknown>[] }
}
