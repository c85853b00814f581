import { existsSync } from 'node:fs'
import { BenchError } from '../bench-error.ts'
import { type CorpusResult, resultFile } from '../corpus/corpus-result.ts'
import { readPackages } from '../corpus/published-package.ts'
import { readJson } from '../read-json.ts'
import { type Judgement, type JudgedPackage, readJudgements } from './judgement.ts'
import { type MatchedJudgements, matchJudgements } from './match-judgements.ts'
import { precisionTable } from './precision-table.ts'

/** Holds the last corpus run against what people said of its findings. */
export function judged({ only }: { readonly only?: string }): void {
  const judgements = new Map(readJudgements().map(file => [file.package, file]))
  const runs = readPackages(only).flatMap(({ name }) => (existsSync(resultFile(name)) ? [readJson(resultFile(name)) as CorpusResult] : []))
  if (runs.length === 0) throw new BenchError('no corpus run to judge: run npm run bench -- corpus')
  const matches = runs.map(run => ({ run, match: matchJudgements(run.findings, judgements.get(run.package)?.judgements ?? []) }))
  console.log(precisionTable(matches.flatMap(({ run, match }) => match.judged.map(({ finding, judgement }) => ({ package: run.package, rule: finding.rule, verdict: judgement.verdict })))))
  for (const { run, match } of matches) console.log(openLines(run, match, judgements.get(run.package)).join('\n'))
}

/** What is left to do for a package: findings to judge, and judgements whose finding is gone. */
function openLines(run: CorpusResult, { unjudged, vanished }: MatchedJudgements, file: JudgedPackage | undefined): string[] {
  const isOtherVersion = file !== undefined && file.version !== run.version
  return [
    `\n${run.package}@${run.version}: ${unjudged.length} not judged, ${vanished.length} vanished${isOtherVersion ? ` (judged at ${file.version})` : ''}`,
    ...unjudged.map(({ file: path, line, rule, confidence, fingerprint, message }) => `  ? ${path}:${line}  ${rule}  ${confidence}  ${fingerprint}  ${message}`),
    ...vanished.map(judgement => `  - ${judgement.file}:${judgement.line}  ${judgement.rule}  ${lossOf(judgement)}  ${judgement.why}`),
  ]
}

const lossOf = ({ verdict }: Judgement): string => (verdict === 'true' ? 'LEAK NO LONGER REPORTED' : 'false alarm mended')
