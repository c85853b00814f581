import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Confidence } from '../../src/verdict/finding.ts'
import { requireBuilt, runAuditor } from '../child/run-auditor.ts'
import { workFolder } from '../folders.ts'
import { mapAtOnce } from '../map-at-once.ts'
import { auditedFiles } from '../audited-files.ts'
import { writeJson } from '../write-json.ts'
import { corpusResult, resultFile } from './corpus-result.ts'
import { corpusTable } from './corpus-table.ts'
import { download } from './download.ts'
import { type PublishedPackage, readPackages } from './published-package.ts'

export interface CorpusOptions {
  readonly only?: string
  readonly out?: string
  readonly jobs: number
  readonly minConfidence?: Confidence
  /** The auditor's script. */
  readonly cli: string
  readonly downloadOnly?: boolean
}

/** Audits published packages and tells how much is reported, and at what cost. */
export async function corpus({ only, out, jobs, minConfidence, cli, downloadOnly }: CorpusOptions): Promise<void> {
  const packages = readPackages(only)
  for (const pinned of packages) console.error(`${pinned.name}@${pinned.version} ${download(pinned)}`)
  if (downloadOnly) return
  requireBuilt(cli)
  const results = await mapAtOnce(packages, jobs, async (pinned: PublishedPackage) => {
    const folder = download(pinned)
    const result = corpusResult(pinned, await runAuditor(folder, { cli, paths: pinned.paths, minConfidence }), linesOf(folder, pinned.paths))
    writeJson(resultFile(pinned.name), result)
    return result
  })
  if (only === undefined || out !== undefined) writeJson(out ?? join(workFolder, 'corpus.json'), { bench: 'corpus', results })
  console.log(corpusTable(results))
}

function linesOf(folder: string, paths: readonly string[] | undefined): number {
  return auditedFiles(folder, paths ?? ['.']).reduce((sum, file) => sum + readFileSync(join(folder, file), 'utf8').split('\n').length, 0)
}
