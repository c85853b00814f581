import { join } from 'node:path'
import { groupBy } from '../group-by.ts'
import { claimsOf } from './claims.ts'
import type { Case } from './driver.ts'
import type { DrivenProgram } from './drivers.ts'
import { expectationsOf } from './expectations.ts'
import { type Job, programsFolder } from './run-programs.ts'

/** One event that leaks for each rule, in its own program where that can run, and the same event of the mended program. */
export function sampleOf(programs: readonly DrivenProgram[]): readonly Job[] {
  const chosen = new Map<string, { program: string, event: string }>()
  for (const { program, driver } of [...programs].sort((a, b) => Number(b.program.startsWith('no-')) - Number(a.program.startsWith('no-')))) {
    const expectations = expectationsOf(join(programsFolder, program, 'leaky'))
    for (const event of driver.leaky?.events ?? []) {
      for (const { rule } of claimsOf(event, expectations)) {
        const own = chosen.get(rule!)?.program === rule
        if (!own && (program === rule || !chosen.has(rule!))) chosen.set(rule!, { program, event: event.name })
      }
    }
  }
  const jobs = [...chosen.values()].flatMap(({ program, event }) => {
    const { driver } = programs.find(each => each.program === program)!
    const safe = driver.mended?.events.find(({ name }) => name === event) ?? driver.mended?.events[0]
    return [{ program, case: 'leaky' as Case, event }, ...(safe === undefined ? [] : [{ program, case: 'mended' as Case, event: safe.name }])]
  })
  return merged(jobs)
}

/** One process for each program. */
function merged(jobs: readonly { program: string, case: Case, event: string }[]): readonly Job[] {
  return [...groupBy(jobs, job => `${job.program}/${job.case}`).values()].map(same => ({ program: same[0]!.program, case: same[0]!.case, only: [...new Set(same.map(({ event }) => event))] }))
}
