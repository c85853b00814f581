import type { Finding } from './finding.ts'

/** By file, line, column and rule. */
export function inOrder(findings: readonly Finding[]): readonly Finding[] {
  const compare = (a: string, b: string): number => a < b ? -1 : a > b ? 1 : 0
  return findings.toSorted((a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.rule, b.rule))
}

/** Equal defects in one file are told apart by their order, not by their line. */
export function numbered(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Map<string, number>()
  return findings.map(finding => {
    const count = seen.get(finding.fingerprint) ?? 0
    seen.set(finding.fingerprint, count + 1)
    return count === 0 ? finding : { ...finding, fingerprint: `${finding.fingerprint}-${count + 1}` }
  })
}
