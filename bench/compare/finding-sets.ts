import { BenchError } from '../bench-error.ts'
import { readJson } from '../read-json.ts'
import type { FixOutcome } from '../accuracy/fix-outcome.ts'
import type { CorpusResult } from '../corpus/corpus-result.ts'
import type { ShortFinding } from '../short-finding.ts'

/** What `--out` of accuracy and corpus write. */
export type ResultFile =
  | { readonly bench: 'accuracy'; readonly outcomes: readonly FixOutcome[] }
  | { readonly bench: 'corpus'; readonly results: readonly CorpusResult[] }

/** @throws BenchError when the file is not one of those. */
export function readResultFile(file: string): ResultFile {
  const result = readJson(file) as ResultFile
  if (result.bench !== 'accuracy' && result.bench !== 'corpus') throw new BenchError(`${file} is no result of the benches accuracy or corpus`)
  return result
}

/** The findings of a run by what was audited: a side of a fix, or a package. */
export function findingSets(result: ResultFile): Map<string, readonly ShortFinding[]> {
  switch (result.bench) {
    case 'accuracy':
      return new Map(result.outcomes.flatMap(({ id, before, after }) => [[`${id} before`, before], [`${id} after`, after]]))
    case 'corpus':
      return new Map(result.results.map(({ package: name, version, findings }) => [`${name}@${version}`, findings]))
  }
}
