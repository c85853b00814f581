import * as v from 'valibot'
import { problemOf, strictObject } from '../schema-problem.ts'
import { UsageError } from '../verdict/audit-result.ts'
import { sorted, type Baseline, type BaselineEntry } from './baseline.ts'

/** One line an entry, in order, so that two branches which change it seldom meet in a line. */
export function printBaseline(baseline: Baseline): string {
  const lines = sorted(baseline).map(({ file, rule, fingerprint, likeness, count }) => `    ${JSON.stringify({ file, rule, fingerprint, likeness, count })}`)
  return `{\n  "schemaVersion": 1,\n  "findings": [${lines.length === 0 ? '' : `\n${lines.join(',\n')}\n  `}]\n}\n`
}

/** `file` is only a name. @throws UsageError, one line that says what is wrong with the text. */
export function parseBaseline(file: string, text: string): Baseline {
  const value = parsed(file, text)
  const problem = problemOf(schema, value)
  if (problem !== undefined) throw new UsageError(`baseline ${file}: ${problem}; ${MENDED}`)
  return sorted(onePerFingerprint((value as v.InferOutput<typeof schema>).findings))
}

const MENDED = '--update-baseline writes it anew'

const schema = strictObject({
  schemaVersion: v.literal(1),
  findings: v.array(strictObject({ file: v.string(), rule: v.string(), fingerprint: v.string(), likeness: v.string(), count: v.pipe(v.number(), v.integer(), v.minValue(1)) })),
})

function parsed(file: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new UsageError(`baseline ${file} is not valid JSON: ${(error as Error).message}; ${MENDED}`, { cause: error })
  }
}

/** A merge that kept both sides may have left an entry twice. */
function onePerFingerprint(entries: readonly BaselineEntry[]): readonly BaselineEntry[] {
  const largest = new Map<string, BaselineEntry>()
  for (const entry of entries) if ((largest.get(entry.fingerprint)?.count ?? 0) < entry.count) largest.set(entry.fingerprint, entry)
  return [...largest.values()]
}
