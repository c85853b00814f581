import type { Finding } from './finding.ts'
import { numberedFingerprint } from './fingerprint.ts'

/** By file, line, column and rule. */
export function inOrder(findings: readonly Finding[]): readonly Finding[] {
  const compare = (a: string, b: string): number => a < b ? -1 : a > b ? 1 : 0
  return findings.toSorted((a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.rule, b.rule))
}

/** Equal defects in one file are told apart by their order, not by their line. */
export function numbered(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Map<string, number>()
  return findings.map(finding => {
    const number = (seen.get(finding.fingerprint) ?? 0) + 1
    seen.set(finding.fingerprint, number)
    return { ...finding, fingerprint: numberedFingerprint(finding.fingerprint, number) }
  })
}
