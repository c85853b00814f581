import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { BenchError } from '../bench-error.ts'
import { groupBy } from '../group-by.ts'
import { writeJson } from '../write-json.ts'
import { missingLines, undriven } from './claims.ts'
import { type DrivenProgram, drivenPrograms } from './drivers.ts'
import { expectationsOf } from './expectations.ts'
import { longestFirst } from './longest-first.ts'
import { type MeasuredEvent, outcomeOf, placeOf } from './measured.ts'
import { keepMeasured } from './measured-file.ts'
import { lineOf } from './proof-table.ts'
import type { ProgramResult } from './run-program.ts'
import { type Job, programsFolder, runPrograms } from './run-programs.ts'
import { sampleOf } from './sample.ts'

export interface ProveOptions {
  readonly sample?: boolean
  readonly event?: string
  readonly node: string
  readonly out?: string
  readonly write?: boolean
  readonly jobs: number
}

/** Prints one line for each event, and gives whether all claims that were measured hold. */
export async function prove(pattern: string | undefined, options: ProveOptions): Promise<boolean> {
  const programs = await drivenPrograms()
  const complaints = [...complaintsAbout(programs.filter(({ program, cases }) => cases.some(each => `${program}/${each}`.includes(pattern ?? ''))))]
  const jobs = options.sample === true ? sampleOf(programs) : jobsOf(programs, pattern, options.event)
  if (jobs.length === 0) throw new BenchError(`no program is driven whose name has '${pattern ?? ''}' in it`)
  const begun = performance.now()
  const run = (some: readonly Job[]): Promise<readonly ProgramResult[]> => runPrograms(some, {
    node: nodeOf(options.node),
    jobs: options.jobs,
    onDone: (_job, { measured }) => { for (const each of measured) console.log(lineOf(each)) },
  })
  const first = await run(longestFirst(jobs, programs))
  // what is not as claimed is measured once more, in a new process: noise does not come twice, and a false claim does
  const again = await run(unprovenOf(first))
  const results = [...first.map(({ measured, errors }) => ({ errors, measured: measured.filter(each => !again.some(other => other.measured.some(one => isSame(one, each)))) })), ...again]
  const measured = results.flatMap(result => result.measured)
  complaints.push(...results.flatMap(result => result.errors))
  const contradicted = measured.filter(each => outcomeOf(each) !== 'proven')
  if (options.out !== undefined) writeJson(options.out, measured)
  if (options.write === true) keepMeasured(measured, nodeVersionOf(options.node))
  for (const each of contradicted) console.log(`${outcomeOf(each)}: ${lineOf(each)}`)
  for (const complaint of complaints) console.log(`error: ${complaint}`)
  console.log(summaryOf(measured, contradicted.length, performance.now() - begun))
  return contradicted.length === 0 && complaints.length === 0
}

function unprovenOf(results: readonly ProgramResult[]): readonly Job[] {
  const unproven = results.flatMap(({ measured }) => measured).filter(each => outcomeOf(each) !== 'proven')
  return [...groupBy(unproven, each => `${each.program}/${each.case}`).values()].map(same => ({ program: same[0]!.program, case: same[0]!.case, only: same.map(({ event }) => event) }))
}

const isSame = (one: MeasuredEvent, other: MeasuredEvent): boolean => one.program === other.program && one.case === other.case && one.event === other.event

function summaryOf(measured: readonly MeasuredEvent[], contradicted: number, milliseconds: number): string {
  const leaks = new Set(measured.flatMap(each => each.lines.map(line => `${each.program}/${each.case}/${placeOf(line)} ${line.rule}`)))
  const safe = new Set(measured.filter(each => each.claim === 'flat').flatMap(each => each.safeLines.map(line => `${each.program}/${each.case}/${line}`)))
  return `${measured.length} events in ${Math.round(milliseconds / 1_000)} s: ${leaks.size} lines that leak, ${safe.size} that do not; ${measured.length - contradicted} as claimed, ${contradicted} not`
}

/** Leaks that nobody drives, lines that are not there. */
function complaintsAbout(programs: readonly DrivenProgram[]): readonly string[] {
  return programs.filter(({ cases }) => cases.includes('leaky')).flatMap(({ program, driver }) => {
    const expectations = expectationsOf(join(programsFolder, program, 'leaky')), events = driver.leaky?.events ?? []
    const missing = events.flatMap(event => missingLines(event, expectations)).map(named => `${program}/leaky: no leak stands at '${named}'`)
    return missing.length > 0 ? missing : undriven(events, expectations).map(one => `${program}/leaky/${placeOf(one)}: no event drives it, and it does not say why: ${one.text}`)
  })
}

function jobsOf(programs: readonly DrivenProgram[], pattern = '', event: string | undefined): readonly Job[] {
  return programs.flatMap(({ program, cases, driver }) => cases.flatMap(each => {
    const drive = driver[each]
    if (drive === undefined || !`${program}/${each}`.includes(pattern)) return []
    if (event === undefined) return [{ program, case: each }]
    const only = drive.events.map(({ name }) => name).filter(name => name.includes(event))
    return only.length === 0 ? [] : [{ program, case: each, only }]
  }))
}

/** @throws BenchError where npm cannot bring it. */
function nodeOf(wanted: string): string {
  if (!/^\d+(\.\d+)*$/.test(wanted)) return wanted
  try {
    return execFileSync('npm', ['exec', '--yes', `--package=node@${wanted}`, '--', 'node', '-p', 'process.execPath'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    throw new BenchError(`npm could not bring node@${wanted}`)
  }
}

const nodeVersionOf = (wanted: string): string => execFileSync(nodeOf(wanted), ['-p', 'process.version'], { encoding: 'utf8' }).trim()
