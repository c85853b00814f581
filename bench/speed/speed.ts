import { join } from 'node:path'
import { BenchError } from '../bench-error.ts'
import { requireBuilt, runAuditor } from '../child/run-auditor.ts'
import { runNode } from '../child/run-node.ts'
import { download } from '../corpus/download.ts'
import { type PublishedPackage, readPackages } from '../corpus/published-package.ts'
import { builtCli, projectRoot, workFolder } from '../folders.ts'
import { writeJson } from '../write-json.ts'
import { auditedFiles } from '../audited-files.ts'
import type { LintReport, LintTask } from './lint-files.ts'
import { type Contestant, type Measure, speedTable } from './speed-table.ts'

export interface SpeedOptions {
  readonly package: string
  readonly runs: number
  readonly out?: string
}

const BASE = 'ESLint, no rules'
const TIMEOUT = 600_000

/** Times the auditor and ESLint on the same files, each run in a new process, in turn, so that a busy machine slows all alike. */
export async function speed({ package: name, runs, out }: SpeedOptions): Promise<void> {
  requireBuilt(builtCli)
  const contestants = contestantsFor(readPackages(name)[0]!)
  const measured: Contestant[] = contestants.map(({ title }) => ({ title, runs: [] }))
  for (let run = 1; run <= runs; run++) {
    for (const [index, { title, measure }] of contestants.entries()) {
      const { milliseconds, peakMegabytes, remark } = await measure()
      measured[index] = { title, runs: [...measured[index]!.runs, { milliseconds, ...(peakMegabytes !== undefined && { peakMegabytes }) }] }
      console.error(`${run}/${runs} ${title}: ${(milliseconds / 1000).toFixed(2)} s, ${remark}`)
    }
  }
  writeJson(out ?? join(workFolder, 'speed.json'), { bench: 'speed', package: name, contestants: measured })
  console.log(speedTable(measured, BASE))
}

type Remarked = Measure & { readonly remark: string }

function contestantsFor(pinned: PublishedPackage): { readonly title: string; readonly measure: () => Promise<Remarked> }[] {
  const cwd = download(pinned)
  const files = auditedFiles(cwd, pinned.paths ?? ['.'])
  return [
    { title: 'leak-audit', measure: () => timeAuditor(cwd, pinned) },
    { title: BASE, measure: () => timeEslint({ cwd, files, rules: 'none' }) },
    { title: 'ESLint, one empty rule', measure: () => timeEslint({ cwd, files, rules: 'empty' }) },
    { title: 'ESLint, recommended', measure: () => timeEslint({ cwd, files, rules: 'recommended' }) },
  ]
}

async function timeAuditor(cwd: string, { paths }: PublishedPackage): Promise<Remarked> {
  const run = await runAuditor(cwd, { cli: builtCli, paths })
  if (run.failure !== undefined) throw new BenchError(`leak-audit: ${run.failure}`)
  return { ...run, remark: `${run.stats?.files} files, ${run.findings.length} findings` }
}

async function timeEslint(task: LintTask): Promise<Remarked> {
  const taskFile = join(workFolder, 'speed-task.json')
  writeJson(taskFile, task)
  const run = await runNode([join(projectRoot, 'dist/bench/speed/lint-files.js'), taskFile], { cwd: projectRoot, timeout: TIMEOUT })
  if (run.status !== 0) throw new BenchError(`ESLint: exit ${run.status}: ${run.stderr.trim().split('\n').find(line => line.includes('Error')) ?? run.stderr.slice(0, 300)}`)
  const { files, unparsed, reports } = JSON.parse(run.stdout) as LintReport
  return { ...run, remark: `${files} files, ${unparsed} not parsed, ${reports} reports` }
}
