import { createHash } from 'node:crypto'
import type { Finding } from './finding.ts'

/** What tells one defect from another: no line, no column, no spacing. `ofRule` is what the rule says of it: names, in a fixed order. */
export function fingerprintOf(rule: string, file: string, ofRule: readonly string[]): Required<Pick<Finding, 'fingerprint' | 'likeness'>> {
  return { fingerprint: digest([rule, file, ...ofRule]), likeness: digest([rule, ...ofRule]) }
}

/** Equal defects of one file are told apart by their order, from the second on. */
export const numberedFingerprint = (fingerprint: string, number: number): string => number === 1 ? fingerprint : `${fingerprint}-${number}`

/** What equal defects of one file share. */
export const withoutNumber = (fingerprint: string): string => fingerprint.replace(/-\d+$/, '')

const digest = (parts: readonly string[]): string => createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 16)
