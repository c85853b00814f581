import type { AuditRun, PrintedFinding } from '../../bench/child/run-auditor.ts'

/** A finding with what a test does not care about filled in. */
export function printedFindingOf(known: Partial<PrintedFinding> = {}): PrintedFinding {
  return {
    rule: 'no-unreleased-listener', severity: 'error', confidence: 'likely', file: 'lib/room.js', line: 10, column: 3, endLine: 10, endColumn: 9,
    message: 'Every join adds a listener.', holder: { text: 'clock', lifetime: 'process' }, path: [],
    release: { coverage: 'never', hint: '' }, fingerprint: 'f1',
    ...known,
  }
}

/** An audit that gave these findings. */
export function auditRunOf(findings: readonly PrintedFinding[], failure?: string): AuditRun {
  return { findings, errors: [], milliseconds: 1, ...(failure !== undefined && { failure }) }
}
