import { countBy } from '../count-by.ts'
import { markdownTable } from '../markdown-table.ts'
import type { CorpusResult } from './corpus-result.ts'

/** One row a package and one for all. A thousand lines are those the auditor read. */
export function corpusTable(results: readonly CorpusResult[]): string {
  const header = ['package', 'version', 'files', 'lines', 'findings', 'per thousand lines', 'by rule', 'seconds', 'peak MB']
  return markdownTable([header, ...results.map(row), row(total(results))])
}

function row({ package: name, version, files, lines, findings, seconds, peakMegabytes, errors, failed }: CorpusResult): (string | number)[] {
  const byRule = countBy(findings, ({ rule }) => rule).map(([rule, count]) => `${rule} ${count}`)
  const remarks = [...byRule, ...(errors.length > 0 ? [`unread files ${errors.length}`] : []), ...(failed !== undefined ? [`FAILED: ${failed}`] : [])]
  return [name, version, files, lines, findings.length, rate(findings.length, lines), remarks.join(', '), seconds.toFixed(1), peakMegabytes?.toFixed(0) ?? '?']
}

/** Its peak is the highest of them. */
function total(results: readonly CorpusResult[]): CorpusResult {
  const sum = (of: (result: CorpusResult) => number): number => results.reduce((soFar, result) => soFar + of(result), 0)
  return {
    package: 'all', version: '',
    files: sum(({ files }) => files), lines: sum(({ lines }) => lines), seconds: sum(({ seconds }) => seconds),
    peakMegabytes: Math.max(...results.map(({ peakMegabytes }) => peakMegabytes ?? 0)),
    errors: results.flatMap(({ errors }) => errors),
    findings: results.flatMap(({ findings }) => findings),
  }
}

const rate = (findings: number, lines: number): string => (lines === 0 ? '–' : ((1000 * findings) / lines).toFixed(2))
