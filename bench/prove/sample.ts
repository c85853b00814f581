import { join } from 'node:path'
import { groupBy } from '../group-by.ts'
import { claimsOf } from './claims.ts'
import type { Case } from './driver.ts'
import type { DrivenProgram } from './drivers.ts'
import { expectationsOf } from './expectations.ts'
import { measuredSeconds } from './measured-file.ts'
import { type Job, programsFolder } from './run-programs.ts'

/** For each rule the event that leaks, and the same event of the mended program, that were measured in the least time; in the rule's own program where that runs. */
export function sampleOf(programs: readonly DrivenProgram[]): readonly Job[] {
  const known = measuredSeconds()
  const secondsOf = (program: string, kase: Case, event: string): number => known(program, kase, event) ?? ELSEWHERE
  const candidates = programs.flatMap(({ program, driver }) => {
    const expectations = expectationsOf(join(programsFolder, program, 'leaky')), mended = new Set(driver.mended?.events.map(({ name }) => name))
    return (driver.leaky?.events ?? []).flatMap(({ name: event, ...rest }) => claimsOf({ name: event, ...rest }, expectations).map(({ rule }) => ({
      rule: rule!, program, event, isMended: mended.has(event),
      cost: Number(program !== rule) * ELSEWHERE + Number(!mended.has(event)) * ELSEWHERE + secondsOf(program, 'leaky', event) + (mended.has(event) ? secondsOf(program, 'mended', event) : 0),
    })))
  })
  const chosen = [...groupBy(candidates, each => each.rule).values()].map(same => same.reduce((best, each) => each.cost < best.cost ? each : best))
  return merged(chosen.flatMap(({ program, event, isMended }) => [{ program, case: 'leaky' as Case, event }, ...(isMended ? [{ program, case: 'mended' as Case, event }] : [])]))
}

/** Seconds that another program, or no mended one, counts for; and an event that was not as claimed when it was measured. */
const ELSEWHERE = 1_000

/** One process for each program. */
function merged(jobs: readonly { program: string, case: Case, event: string }[]): readonly Job[] {
  return [...groupBy(jobs, job => `${job.program}/${job.case}`).values()].map(same => ({ program: same[0]!.program, case: same[0]!.case, only: [...new Set(same.map(({ event }) => event))] }))
}
