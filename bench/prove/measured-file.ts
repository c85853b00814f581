import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../folders.ts'
import { readJson } from '../read-json.ts'
import { writeJson } from '../write-json.ts'
import type { Case } from './driver.ts'
import { type MeasuredEvent, outcomeOf } from './measured.ts'

/** What docs/measured.json holds: the last whole run on each major version of Node.js. */
export interface Measured { readonly runs: readonly MeasuredRun[] }

export interface MeasuredRun {
  /** `v20.20.2`. */
  readonly node: string
  readonly events: readonly MeasuredEvent[]
}

export const measuredFile = join(projectRoot, 'docs/measured.json')

/** Takes the place of what was measured on the same major version before: of the programs that were run now, and of all others when it was another release. */
export function keepMeasured(events: readonly MeasuredEvent[], node: string): void {
  const { runs } = existsSync(measuredFile) ? readJson(measuredFile) as Measured : { runs: [] }
  const others = runs.filter(run => majorOf(run.node) !== majorOf(node))
  const isKnown = new Set(events.map(folderOf))
  const kept = runs.filter(run => run.node === node).flatMap(run => run.events).filter(each => !isKnown.has(folderOf(each)))
  const all = [...kept, ...events].sort((a, b) => Number(folderOf(a) > folderOf(b)) - Number(folderOf(a) < folderOf(b)))
  writeJson(measuredFile, { runs: [...others, { node, events: all }].sort((a, b) => majorOf(a.node) - majorOf(b.node)) } satisfies Measured)
}

/** Seconds of processor time that an event took in the run that is kept of the oldest Node.js; of those that were as claimed. */
export function measuredSeconds(): (program: string, kase: Case, event: string) => number | undefined {
  const run = existsSync(measuredFile) ? (readJson(measuredFile) as Measured).runs[0] : undefined
  const seconds = new Map(run?.events.filter(each => outcomeOf(each) === 'proven').map(each => [`${folderOf(each)}/${each.event}`, each.seconds]))
  return (program, kase, event) => seconds.get(`${program}/${kase}/${event}`)
}

const folderOf = ({ program, case: kase }: MeasuredEvent): string => `${program}/${kase}`

export const majorOf = (node: string): number => Number(/\d+/.exec(node)![0])
