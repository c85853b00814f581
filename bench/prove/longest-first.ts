import type { DrivenProgram } from './drivers.ts'
import { measuredSeconds } from './measured-file.ts'
import type { Job } from './run-programs.ts'

/** In this order no processor waits at the end for a long one that was begun last. */
export function longestFirst(jobs: readonly Job[], programs: readonly DrivenProgram[]): readonly Job[] {
  const known = measuredSeconds(), driverOf = new Map(programs.map(({ program, driver }) => [program, driver]))
  const secondsOf = ({ program, case: kase, only }: Job): number => {
    const events = only ?? driverOf.get(program)?.[kase]?.events.map(({ name }) => name) ?? []
    return events.reduce((sum, event) => sum + (known(program, kase, event) ?? UNKNOWN), 0)
  }
  return [...jobs].sort((a, b) => secondsOf(b) - secondsOf(a))
}

/** Seconds of an event that was not measured before, about. */
const UNKNOWN = 2
