// A process of its own for one program: starts it, drives its events, and writes what was measured. Started by run-programs.ts.
import { writeFileSync } from 'node:fs'
import { clearTimeout as realClear, setTimeout as realTimeout } from 'node:timers'
import { measureLeak } from '../../src/proof/measure-leak.ts'
import type { Quantity } from '../../src/proof/quantities.ts'
import { claimsOf } from './claims.ts'
import { type Case, type Driver, type ProofEvent } from './driver.ts'
import { type Expectation, expectationsOf } from './expectations.ts'
import { watchLines } from './lines-run.ts'
import { type MeasuredEvent, placeOf } from './measured.ts'
import { programIn } from './program.ts'

/** What the process is told. */
export interface ProgramRun {
  readonly program: string
  readonly case: Case
  /** The fixture's folder, and the folder that it was built to. */
  readonly source: string
  readonly folder: string
  /** Names of the events to drive; all, when absent. */
  readonly only?: readonly string[]
  /** The file for the results. */
  readonly out: string
}

export interface ProgramResult { readonly measured: readonly MeasuredEvent[], readonly errors: readonly string[] }

/**
 * Bytes per event that are none, in batches of a hundred events. Of fewer events each has more: the last bytes of a sample, some hundred of them, come and go
 * whatever happened before.
 */
const LIMIT = 16

/** The counts that events are given go on where the first runs ended, so that keys of theirs stay different. */
const OFFSET = 1_000

const MAJOR = Number(process.versions.node.split('.')[0])

const run = JSON.parse(process.argv[2]!) as ProgramRun
const errors: string[] = []
// servers go on when a request of theirs fails; what a driver did wrong shows in what is measured
const failures = new Map<string, number>()
process.on('unhandledRejection', reason => { noteFailure(reason) })
process.on('uncaughtException', error => { noteFailure(error) })

// of the first 250 requests of fetch Node.js keeps how long they took
performance.setResourceTimingBufferSize(0)

const measured: MeasuredEvent[] = []
try {
  await proveAll()
} catch (error) {
  errors.push(`${run.program}/${run.case}: ${String((error as Error).stack ?? error)}`)
}
if (process.env['PROVE_DEBUG'] !== undefined) console.error([...failures])
if (errors.length > 0) for (const [failure, count] of failures) errors.push(`${run.program}/${run.case}: ${count} times ${failure}`)
writeResult()
process.exit(0)

function writeResult(): void {
  writeFileSync(run.out, JSON.stringify({ measured, errors } satisfies ProgramResult))
}

async function proveAll(): Promise<void> {
  const expectations = expectationsOf(run.source)
  const lines = watchLines(run.folder, expectations)
  const { default: driver } = await import(`./drivers/${run.program}.js`) as { default: Driver }
  const drive = driver[run.case]!
  const started = await drive.start(programIn(run.folder, run.case))
  const atStart = lines.ran()
  const events = drive.events.filter(({ name }) => run.only?.includes(name) ?? true)
  let count = 0
  const ranBy = new Map<ProofEvent<unknown>, readonly Expectation[]>()
  for (const event of events) {
    for (let time = 0; time < 2; time++) await soon(event, event.run(started, count++))
    await event.after?.(started)
    ranBy.set(event, lines.ran())
  }
  lines.end()
  for (const event of events) {
    measured.push(await prove(event, started, expectations, ranBy.get(event)!, atStart))
    writeResult()
  }
}

async function prove(event: ProofEvent<unknown>, started: unknown, expectations: readonly Expectation[], ran: readonly Expectation[], atStart: readonly Expectation[]): Promise<MeasuredEvent> {
  const begun = process.cpuUsage()
  const claims = run.case === 'leaky' ? claimsOf(event, expectations) : []
  for (const claim of claims) if (!ran.includes(claim) && !atStart.includes(claim)) errors.push(`${run.program}/${run.case}: event '${event.name}' does not run ${placeOf(claim)}: ${claim.text}`)
  const times = event.times ?? (claims.length > 0 ? 40 : 100)
  // what is flat has to have filled its pools and compiled its code; what leaks is seen anyway
  const warmup = 2 * Math.ceil((event.warmup ?? (claims.length > 0 ? times : 3 * times)) / 2)
  const result = await measureLeak(async ({ index }) => {
    const left = await event.run(started, index + OFFSET)
    if (event.after !== undefined && isLastOfBatch(index + 1, warmup, times)) await event.after(started)
    return left
  }, { warmup, events: times, batches: 5, maxBatches: 25, timeout: 60_000, bytesPerEvent: Math.max(LIMIT, LIMIT * 100 / times) })
  if (process.env['PROVE_DEBUG'] !== undefined && result.verdict !== claimOf(event, claims)) {
    for (const quantity of result.from) console.error(event.name, quantity, result.samples.map(sample => sample[quantity]).join(' '))
  }
  const perEvent = Object.fromEntries(Object.entries(result.growth).map(([quantity, growth]) => [quantity, rounded(growth.perEvent)])) as MeasuredEvent['perEvent']
  return {
    program: run.program, case: run.case, event: event.name,
    claim: claimOf(event, claims),
    lines: claims.map(({ file, line, rule, text }) => ({ file, line, rule: rule!, text })),
    safeLines: ran.filter(({ kind }) => kind === 'ok').map(placeOf),
    verdict: result.verdict,
    grows: result.verdict === 'flat' ? [] : result.from as readonly Quantity[],
    perEvent, noise: rounded(result.growth.bytes.noise),
    events: result.warmup + result.batches * result.events,
    seconds: secondsSince(begun),
  }
}

function claimOf({ platformLeaksOn }: ProofEvent<unknown>, claims: readonly Expectation[]): MeasuredEvent['claim'] {
  return claims.length > 0 || platformLeaksOn?.includes(MAJOR) === true ? 'leaks' : 'flat'
}

/** @throws when the event does not end. */
async function soon({ name }: ProofEvent<unknown>, ended: unknown): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => { timer = realTimeout(() => { reject(new Error(`event '${name}' did not end within a minute`)) }, 60_000) })
  await Promise.race([ended, late])
  realClear(timer)
}

function isLastOfBatch(count: number, warmup: number, times: number): boolean {
  return count === warmup / 2 || (count >= warmup && (count - warmup) % times === 0)
}

function secondsSince(begun: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(begun)
  return rounded((user + system) / 1e6)
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100
}

function noteFailure(reason: unknown): void {
  const text = String((reason as Error | undefined)?.message ?? reason)
  failures.set(text, (failures.get(text) ?? 0) + 1)
}
