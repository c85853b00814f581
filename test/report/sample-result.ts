import type { AuditResult } from '../../src/verdict/audit-result.ts'
import type { Finding } from '../../src/verdict/finding.ts'

export const streamFinding: Finding = {
  rule: 'no-unreleased-listener', severity: 'error', confidence: 'certain',
  file: 'src/routes/stream.ts', line: 14, column: 3, endLine: 16, endColumn: 5, start: 300, end: 340,
  message: "Every GET /stream adds a 'data' listener to `bus`, and nothing removes it.",
  holder: { text: 'bus', lifetime: 'process', file: 'src/bus.ts', line: 3, column: 14 },
  path: [
    { role: 'entry', file: 'src/routes/stream.ts', line: 12, column: 1, text: 'GET /stream' },
    { role: 'call', file: 'src/live/subscribe.ts', line: 8, column: 3, text: 'subscribe()' },
    { role: 'acquire', file: 'src/routes/stream.ts', line: 14, column: 3, text: 'bus.on()' },
  ],
  release: { coverage: 'never', hint: "Add res.on('close', () => bus.off('data', onData))" },
  fingerprint: '7c2f',
  mend: { description: 'Remove the listener', edits: [{ kind: 'replace', start: 1, end: 2, text: [''] }] },
}

export const timeoutFinding: Finding = {
  rule: 'no-uncleared-timeout', severity: 'warning', confidence: 'likely',
  file: 'src/deadline.ts', line: 5, column: 7, endLine: 5, endColumn: 40, start: 80, end: 113,
  message: 'The deadline timer stays when the work wins.',
  holder: { text: 'the event loop', lifetime: 'process' },
  path: [
    { role: 'acquire', file: 'src/deadline.ts', line: 5, column: 7, text: 'setTimeout()' },
    { role: 'release', file: 'src/deadline.ts', line: 9, column: 3, text: 'clearTimeout()' },
  ],
  release: { coverage: 'some-exits', hint: 'Move it to finally' },
  fingerprint: '11ab',
}

export function resultWith(parts: Partial<AuditResult>): AuditResult {
  return {
    findings: [], suppressed: [], baselined: [], errors: [], notices: [],
    stats: { files: 120, lines: 9000, milliseconds: 812.4, stages: { parse: 300, facts: 200.6 }, unresolvedCalls: 7, typeQuestions: 0 },
    ...parts,
  }
}
