import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { groupBy } from '../group-by.ts'
import { readJson } from '../read-json.ts'
import { reasonNotRun } from './claims.ts'
import { type DrivenProgram, drivenPrograms } from './drivers.ts'
import { type Expectation, expectationsOf } from './expectations.ts'
import { type MeasuredEvent, outcomeOf, placeOf } from './measured.ts'
import { type Measured, type MeasuredRun, measuredFile } from './measured-file.ts'
import { programsFolder } from './run-programs.ts'

/** What `npm run generate` writes of docs/measured.json. */
export interface ProofPages {
  /** docs/proof.md. */
  readonly page: string
  /** What stands between the markers of a rule's page. */
  readonly blockOf: (rule: string) => string
}

export async function proofPages(): Promise<ProofPages> {
  const { runs } = existsSync(measuredFile) ? readJson(measuredFile) as Measured : { runs: [] }
  const notRun = (await drivenPrograms()).flatMap(notRunOf)
  return { page: pageOf(runs, notRun), blockOf: rule => blockOf(rule, runs, notRun.filter(one => one.rule === rule)) }
}

interface NotRun extends Expectation { readonly program: string, readonly reason: string }

function notRunOf({ program, cases }: DrivenProgram): readonly NotRun[] {
  if (!cases.includes('leaky')) return []
  return expectationsOf(join(programsFolder, program, 'leaky')).flatMap(one => {
    const reason = reasonNotRun(one)
    return reason === undefined ? [] : [{ ...one, program, reason }]
  })
}

/** docs/proof.md, of runs from the oldest Node.js to the newest. */
export function pageOf(runs: readonly MeasuredRun[], notRun: readonly NotRun[]): string {
  const latest = runs[0]?.events ?? []
  const leaking = latest.filter(({ claim }) => claim === 'leaks'), flat = latest.filter(({ claim }) => claim === 'flat')
  const lines = new Set(leaking.flatMap(each => each.lines.map(line => `${each.program} ${placeOf(line)} ${line.rule}`)))
  const safe = new Set(flat.flatMap(each => each.safeLines.map(line => `${each.program}/${each.case} ${line}`)))
  const agreeing = latest.filter(each => outcomeOf(each) === 'proven').length
  return `# Proof

What the programs of \`fixtures/programs\` call a leak grows under load, and what they call safe does not. Written by \`npm run generate\` from
[measured.json](measured.json), which \`npm run prove -- --write\` writes. How it is measured stands in [bench/README.md](../bench/README.md).

Each number is per event, after garbage collection. ${latest.length} events on ${runs[0] === undefined ? 'Node.js' : versionOf(runs[0])}: ${lines.size} lines that leak and ${safe.size} lines that are safe were
run; ${agreeing} events are as claimed, ${latest.length - agreeing} are not.${runs.slice(1).map(otherRun).join('')}

## What leaks

Where a line says \`itself\`, the program leaks nothing: it is mended, or a near miss, and that version of Node.js keeps something whatever the program does.

${table(['program', 'event', ...runs.map(versionOf)], leaking.map(each => [nameOf(each), `${each.event}${onlyOld(runs, each)}`, ...runs.map(run => cellOf(run, each))]))}
## What is safe

${table(['program', 'events', 'safe lines that ran', 'bytes per event, from', 'to'], [...groupBy(flat, each => `${each.program}/${each.case}`)].map(([name, same]) => {
  const bytes = same.map(each => Math.round(each.perEvent.bytes ?? 0))
  return [name, same.length, new Set(same.flatMap(each => each.safeLines)).size, Math.min(...bytes), Math.max(...bytes)]
}))}
## What is not run

${table(['reason', 'lines', 'programs'], [...groupBy(notRun, one => one.reason)].map(([reason, same]) => [reason, same.length, [...new Set(same.map(one => one.program))].join(', ')]))}`
}

/** What the page of a rule says of these runs. */
export function blockOf(rule: string, runs: readonly MeasuredRun[], notRun: readonly NotRun[]): string {
  const events = (runs[0]?.events ?? []).filter(each => each.lines.some(line => line.rule === rule))
  const counts = [...groupBy(notRun, one => one.reason)].map(([reason, same]) => `${same.length} (${reason})`)
  const reasons = counts.length === 0 ? '' : `Lines of its fixtures that are not run: ${counts.join(', ')}.`
  if (events.length === 0) return `Not measured.${reasons === '' ? '' : ` ${reasons}`}\n`
  // an event that drives nothing but this rule tells most
  const shown = [...events].sort((a, b) => Number(new Set(a.lines.map(line => line.rule)).size > 1) - Number(new Set(b.lines.map(line => line.rule)).size > 1)).slice(0, MOST)
  const rows = shown.map(each => [`${each.event}${onlyOld(runs, each)}`, ...runs.map(run => cellOf(run, each))])
  return `Measured by [\`npm run prove\`](../proof.md), of each event:\n\n${table(['event', ...runs.map(versionOf)], rows)}${platformNote(rule, runs)}${reasons === '' ? '' : `\n${reasons}\n`}`
}

function otherRun(run: MeasuredRun): string {
  return ` On ${versionOf(run)}, ${run.events.filter(each => outcomeOf(each) === 'proven').length} of ${run.events.length}.`
}

/** Of what a version of Node.js keeps by itself in the programs of a rule. */
function platformNote(rule: string, runs: readonly MeasuredRun[]): string {
  const [oldest] = runs, events = (oldest?.events ?? []).filter(each => each.program === rule && isPlatforms(each))
  if (events.length === 0) return ''
  const later = runs.filter(run => run !== oldest && events.every(each => sameIn(run, each)?.verdict === 'flat')).map(versionOf)
  const costs = events.map(each => `${each.event} (${each.case}) ${cellOf(oldest!, each)}`).join('; ')
  return `\n${versionOf(oldest!)} itself keeps something of each event in programs without the leak, too: ${costs}.${later.length === 0 ? '' : ` Not so on ${later.join(' and ')}.`}\n`
}

/** It leaks, and no line of the program is to blame. */
const isPlatforms = ({ claim, lines }: MeasuredEvent): boolean => claim === 'leaks' && lines.length === 0

const nameOf = ({ program, case: kase }: MeasuredEvent): string => kase === 'leaky' ? program : `${program}/${kase}`

/** Rows of a rule's page; docs/proof.md has all. */
const MOST = 8

const versionOf = ({ node }: MeasuredRun): string => `Node.js ${node.slice(1)}`

const sameIn = (run: MeasuredRun, wanted: MeasuredEvent): MeasuredEvent | undefined =>
  run.events.find(each => each.program === wanted.program && each.case === wanted.case && each.event === wanted.event)

/** Says of what the platform keeps that it does, and of what a newer Node.js has mended that it has. */
function onlyOld(runs: readonly MeasuredRun[], event: MeasuredEvent): string {
  const verdicts = runs.map(run => sameIn(run, event)?.verdict)
  if (isPlatforms(event)) return ` (${runs.filter((_, i) => verdicts[i] === 'leaks').map(versionOf).join(', ')} itself)`
  return verdicts.includes('flat') ? ` (not on ${runs.filter((_, i) => verdicts[i] === 'flat').map(versionOf).join(' and ')})` : ''
}

function cellOf(run: MeasuredRun, wanted: MeasuredEvent): string {
  const measured = sameIn(run, wanted)
  if (measured === undefined) return ''
  if (measured.verdict === 'flat') return 'flat'
  const counts = measured.grows.filter(quantity => quantity !== 'bytes').map(quantity => amount(measured.perEvent[quantity] ?? 0, quantity))
  const bytes = measured.perEvent.bytes ?? 0
  return [...(bytes > 0 ? [bytesOf(bytes)] : []), ...counts].join(', ')
}

const bytesOf = (bytes: number): string => bytes < 1_000 ? `${Math.round(bytes)} B` : bytes < 1e6 ? `${(bytes / 1_000).toFixed(1)} KB` : `${(bytes / 1e6).toFixed(1)} MB`

function amount(count: number, quantity: string): string {
  const rounded = Math.round(count * 10) / 10
  return `${rounded} ${rounded === 1 ? quantity.replace(/s$/, '') : quantity}`
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.map(cell => String(cell).replaceAll('|', '\\|')).join(' | ')} |\n`
  return line(head) + line(head.map(() => '---')) + rows.map(line).join('')
}
