import { BenchError } from '../bench-error.ts'
import { compareFindings, type PlacedFinding } from './compare-findings.ts'
import { compareOutcomes } from './compare-outcomes.ts'
import { findingSets, readResultFile, type ResultFile } from './finding-sets.ts'

/** Prints what appeared and vanished from one result file to another. */
export function compare(oldFile: string, newFile: string): void {
  const old = readResultFile(oldFile), now = readResultFile(newFile)
  if (old.bench !== now.bench) throw new BenchError(`${oldFile} is of the bench ${old.bench}, ${newFile} of ${now.bench}`)
  console.log(changeLines(old, now).join('\n'))
}

/** How many of the scopes that are in one run only are named. */
const NAMED = 5

/** The report, line by line. */
export function changeLines(old: ResultFile, now: ResultFile): string[] {
  const { appeared, vanished, changed, onlyInOne } = compareFindings(findingSets(old), findingSets(now))
  return [
    ...(old.bench === 'accuracy' && now.bench === 'accuracy' ? compareOutcomes(old.outcomes, now.outcomes) : []),
    ...appeared.map(finding => `+ ${findingLine(finding)}`),
    ...vanished.map(finding => `- ${findingLine(finding)}`),
    ...changed.map(finding => `~ ${findingLine(finding)} (was ${finding.was})`),
    ...(onlyInOne.length > 0 ? [`${onlyInOne.length} not compared, in one run only: ${onlyInOne.slice(0, NAMED).join(', ')}${onlyInOne.length > NAMED ? ', …' : ''}`] : []),
    `${appeared.length} findings appeared, ${vanished.length} vanished, ${changed.length} changed confidence`,
  ]
}

const findingLine = ({ scope, file, line, rule, confidence, message }: PlacedFinding): string => `${scope}  ${file}:${line}  ${rule}  ${confidence}  ${message}`
