import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Confidence } from '../../src/verdict/finding.ts'
import { BenchError } from '../bench-error.ts'
import { type AuditorOptions, requireBuilt, runAuditor } from '../child/run-auditor.ts'
import { projectRoot, workFolder } from '../folders.ts'
import { mapAtOnce } from '../map-at-once.ts'
import { writeJson } from '../write-json.ts'
import { carry } from './carry.ts'
import { countLines, countTables } from './counts.ts'
import { type FixOutcome, fixOutcome } from './fix-outcome.ts'
import { type LeakFix, readLeakFixes } from './leak-fix.ts'
import { materialise, mirrorOf, SIDES, type Source } from './materialise.ts'
import { treeSize } from './tree-size.ts'
import type { Mode } from './wanted-blobs.ts'

export interface AccuracyOptions {
  readonly mirrors: string
  readonly mode: Mode
  readonly manifest?: string
  readonly only?: string
  readonly out?: string
  readonly jobs: number
  readonly minConfidence?: Confidence
  /** The auditor's script. */
  readonly cli: string
  readonly table?: boolean
  readonly prepareOnly?: boolean
}

/** Audits both sides of each fix and tells how many leaks are found, and silent once fixed. */
export async function accuracy(options: AccuracyOptions): Promise<void> {
  const source: Source = { mirrors: options.mirrors, trees: join(workFolder, 'trees'), mode: options.mode }
  const fixes = selectFixes(options)
  if (options.prepareOnly) return prepare(fixes, source)
  requireBuilt(options.cli)
  const outcomes = await mapAtOnce(fixes, options.jobs, async fix => {
    const outcome = await auditFix(fix, source, options)
    console.error(outcomeLine(outcome))
    return outcome
  })
  const out = options.out ?? join(workFolder, `${['accuracy', options.mode, options.only].filter(part => part !== undefined).join('-')}.json`)
  writeJson(out, { bench: 'accuracy', mode: options.mode, minConfidence: options.minConfidence ?? 'likely', outcomes })
  console.log(options.table ? countTables(outcomes) : countLines(outcomes).join('\n'))
  console.error(`written to ${out}`)
}

function selectFixes({ mirrors, manifest, only }: AccuracyOptions): LeakFix[] {
  if (!existsSync(mirrors)) throw new BenchError(`no folder ${mirrors}: --mirrors names a folder with a git repository owner+name/repo for each project`)
  const known = readLeakFixes(manifest ?? join(projectRoot, 'bench/leak-fixes.jsonl'))
  const asked = only === undefined ? known : known.filter(({ id }) => id === only)
  if (asked.length === 0) throw new BenchError(`no fix has the id ${only}`)
  const [there, missing] = [true, false].map(isThere => asked.filter(fix => existsSync(mirrorOf(fix, mirrors)) === isThere)) as [LeakFix[], LeakFix[]]
  if (missing.length > 0) console.error(`skipped ${missing.length} of ${asked.length} fixes, no mirror of ${[...new Set(missing.map(({ repo }) => repo))].join(', ')}`)
  if (there.length === 0) throw new BenchError(`no mirror of any asked project below ${mirrors}`)
  return there
}

function prepare(fixes: readonly LeakFix[], source: Source): void {
  const sizes = fixes.flatMap(fix => SIDES.map(side => treeSize(materialise(fix, side, source))))
  const total = sizes.reduce((sum, { files, bytes }) => ({ files: sum.files + files, bytes: sum.bytes + bytes }), { files: 0, bytes: 0 })
  console.log(`${sizes.length} trees in ${source.trees}: ${total.files} files, ${(total.bytes / 2 ** 20).toFixed(1)} MB`)
}

async function auditFix(fix: LeakFix, source: Source, auditor: AuditorOptions): Promise<FixOutcome> {
  const before = await runAuditor(materialise(fix, 'before', source), auditor)
  const after = await runAuditor(materialise(fix, 'after', source), auditor)
  return fixOutcome(fix, before, after, (path, line) => carry(mirrorOf(fix, source.mirrors), fix.fix, path, line))
}

function outcomeLine({ id, category, detectable, found, silent, rules, failed }: FixOutcome): string {
  const verdict = failed !== undefined ? `FAILED (${failed})` : !found ? 'missed' : silent ? 'FOUND+SILENT' : 'FOUND, still flagged after'
  return [verdict, id, category, detectable, ...rules].join(' ')
}
