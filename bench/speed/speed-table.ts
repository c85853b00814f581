import type { NodeRun } from '../child/run-node.ts'
import { markdownTable } from '../markdown-table.ts'
import { median } from './median.ts'

export type Measure = Pick<NodeRun, 'milliseconds' | 'peakMegabytes'>

export interface Contestant {
  readonly title: string
  readonly runs: readonly Measure[]
}

/** One row a contestant; times are medians, relative to the contestant named `base`. The peak is the highest. */
export function speedTable(contestants: readonly Contestant[], base: string): string {
  const seconds = ({ runs }: Contestant): number => median(runs.map(run => run.milliseconds)) / 1000
  const baseSeconds = seconds(contestants.find(({ title }) => title === base)!)
  return markdownTable([
    ['', 'seconds (median)', 'all runs', `against ${base}`, 'peak MB'],
    ...contestants.map(contestant => [
      contestant.title,
      seconds(contestant).toFixed(2),
      contestant.runs.map(run => (run.milliseconds / 1000).toFixed(2)).join(', '),
      `${(seconds(contestant) / baseSeconds).toFixed(2)} ×`,
      Math.max(...contestant.runs.map(run => run.peakMegabytes ?? 0)).toFixed(0),
    ]),
  ])
}
