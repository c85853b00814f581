import type { Finding } from '../verdict/finding.ts'
import { withoutNumber } from '../verdict/fingerprint.ts'

/** Equal findings of one file that are known. Contains no line: they may move and be reformatted. */
export interface BaselineEntry {
  /** Relative to the working directory, with `/`. */
  readonly file: string
  readonly rule: string
  /** As reports print it, without the number that tells equal findings apart. */
  readonly fingerprint: string
  /** The same in every file, so that a renamed file keeps what is known of it. */
  readonly likeness: string
  /** How many such findings are known; one more is new. */
  readonly count: number
}

/** What was known at some time, ordered by file, rule and fingerprint. */
export type Baseline = readonly BaselineEntry[]

/** Everything that is found now. */
export function baselineOf(findings: readonly Finding[]): Baseline {
  const entries = new Map<string, BaselineEntry>()
  for (const { file, rule, fingerprint: numbered, likeness = '' } of findings) {
    const fingerprint = withoutNumber(numbered), known = entries.get(fingerprint)
    entries.set(fingerprint, { file, rule, fingerprint, likeness, count: (known?.count ?? 0) + 1 })
  }
  return sorted([...entries.values()])
}

export interface Comparison {
  readonly fresh: readonly Finding[]
  readonly known: readonly Finding[]
  /** Entries, each with the count that nothing found now used. */
  readonly unused: Baseline
}

/**
 * Sets aside what the baseline knows. Each entry knows as many findings as it counts, the first ones in the file; an entry of a file that is
 * gone knows the same defect in another file.
 */
export function compare(findings: readonly Finding[], baseline: Baseline, isGone: (file: string) => boolean): Comparison {
  const left = new Map<string, BaselineEntry>(baseline.map(entry => [entry.fingerprint, entry]))
  const use = (entry: BaselineEntry | undefined): boolean => {
    if (entry === undefined || entry.count === 0) return false
    left.set(entry.fingerprint, { ...entry, count: entry.count - 1 })
    return true
  }
  const known = new Set(findings.filter(finding => use(left.get(withoutNumber(finding.fingerprint)))))
  const goneFiles = new Set([...left.values()].filter(entry => entry.count > 0 && isGone(entry.file)).map(entry => entry.file))
  for (const finding of findings) {
    if (known.has(finding) || goneFiles.size === 0) continue
    const moved = [...left.values()].find(entry => entry.count > 0 && entry.likeness === finding.likeness && goneFiles.has(entry.file))
    if (use(moved)) known.add(finding)
  }
  return { fresh: findings.filter(finding => !known.has(finding)), known: findings.filter(finding => known.has(finding)), unused: [...left.values()].filter(entry => entry.count > 0) }
}

/** Without the counts of `unused`. */
export function withoutUnused(baseline: Baseline, unused: Baseline): Baseline {
  const spare = new Map(unused.map(entry => [entry.fingerprint, entry.count]))
  return baseline.map(entry => ({ ...entry, count: entry.count - (spare.get(entry.fingerprint) ?? 0) })).filter(entry => entry.count > 0)
}

export const countOf = (baseline: Baseline): number => baseline.reduce((sum, entry) => sum + entry.count, 0)

export function sorted(baseline: Baseline): Baseline {
  const before = (a: string, b: string): number => a < b ? -1 : a > b ? 1 : 0
  return baseline.toSorted((a, b) => before(a.file, b.file) || before(a.rule, b.rule) || before(a.fingerprint, b.fingerprint))
}
