import { join } from 'node:path'
import { BenchError } from '../bench-error.ts'
import { requireBuilt, runAuditor } from '../child/run-auditor.ts'
import { runNode } from '../child/run-node.ts'
import { download } from '../corpus/download.ts'
import { type PublishedPackage, readPackages } from '../corpus/published-package.ts'
import { builtCli, projectRoot, workFolder } from '../folders.ts'
import { writeJson } from '../write-json.ts'
import { auditedFiles } from '../audited-files.ts'
import { readJson } from '../read-json.ts'
import type { LintReport, LintTask } from './lint-files.ts'
import { installTyped, TYPED } from './typed-project.ts'
import { type Contestant, type Measure, speedTable } from './speed-table.ts'

export interface SpeedOptions {
  /** `eslint` lints the same files; `tsc` checks a TypeScript project with its dependencies installed. */
  readonly against: 'eslint' | 'tsc'
  readonly package: string
  readonly runs: number
  readonly out?: string
}

const BASE = 'ESLint, no rules'
const COMPILER = 'tsc --noEmit'
const TIMEOUT = 600_000

/** Times the auditor and ESLint, or the TypeScript compiler, on the same files, each run in a new process, in turn, so that a busy machine slows all alike. */
export async function speed({ against, package: name, runs, out }: SpeedOptions): Promise<void> {
  requireBuilt(builtCli)
  const contestants = against === 'tsc' ? typedContestants() : contestantsFor(readPackages(name)[0]!)
  const measured: Contestant[] = contestants.map(({ title }) => ({ title, runs: [] }))
  for (let run = 1; run <= runs; run++) {
    for (const [index, { title, measure }] of contestants.entries()) {
      const { milliseconds, peakMegabytes, remark } = await measure()
      measured[index] = { title, runs: [...measured[index]!.runs, { milliseconds, ...(peakMegabytes !== undefined && { peakMegabytes }) }] }
      console.error(`${run}/${runs} ${title}: ${(milliseconds / 1000).toFixed(2)} s, ${remark}`)
    }
  }
  writeJson(out ?? join(workFolder, against === 'tsc' ? 'speed-tsc.json' : 'speed.json'), { bench: 'speed', package: against === 'tsc' ? TYPED.name : name, contestants: measured })
  console.log(speedTable(measured, against === 'tsc' ? COMPILER : BASE))
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

function typedContestants(): { readonly title: string; readonly measure: () => Promise<Remarked> }[] {
  const cwd = installTyped()
  return [
    { title: 'leak-audit', measure: () => timeAuditor(cwd, TYPED) },
    { title: COMPILER, measure: () => timeCompiler(cwd) },
  ]
}

/** The compiler that the auditor itself is built with. Errors count for nothing: optional dependencies of the project are not installed. */
async function timeCompiler(cwd: string): Promise<Remarked> {
  const { version } = readJson(join(projectRoot, 'node_modules/typescript/package.json')) as { readonly version: string }
  const run = await runNode([join(projectRoot, 'node_modules/typescript/lib/tsc.js'), '--noEmit', '--incremental', 'false', '--ignoreDeprecations', '6.0', '-p', 'tsconfig.json'], { cwd, timeout: TIMEOUT })
  if (run.status === null) throw new BenchError(`tsc: ${run.timedOut ? 'took too long' : 'was killed'}`)
  return { ...run, remark: `TypeScript ${version}, ${run.stdout.split('\n').filter(line => line.includes('error TS')).length} errors` }
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
