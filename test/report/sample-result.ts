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
    findings: [], suppressed: [], baselined: [], errors: [], notices: [], files: [],
    stats: { files: 120, lines: 9000, milliseconds: 812.4, stages: { parse: 300, facts: 200.6 }, unresolvedCalls: 7, memory: { parse: 90, facts: 120 }, knownFiles: 0, isJudgementKnown: false, typeQuestions: 0 },
    ...parts,
  }
}

/** Of every kind something, and texts that a careless format would break on. */
export const everyKind = resultWith({
  findings: [streamFinding, timeoutFinding, {
    ...streamFinding, file: 'src/a b/[id]:ü.ts', fingerprint: '7c2f-2', message: 'Every GET /<script>alert("1 & \'2\'")</script> | `x` @octocat adds \u0007 an entry.',
    holder: { text: 'seen["<b>"]', lifetime: 'process' }, release: { coverage: 'never', hint: 'Bound it ]]> with `max` | <i>\nor delete' },
  }],
  suppressed: [{ ...timeoutFinding, line: 9, fingerprint: '5a5a', reason: 'at most 40 <tenants>' }, { ...timeoutFinding, line: 12, fingerprint: '5b5b', reason: null }],
  baselined: [{ ...streamFinding, line: 40, fingerprint: '9d9d' }],
  errors: [{ file: 'src/broken.ts', line: 3, column: 5, message: 'Unexpected token <' }, { file: 'src/locked.ts', message: 'permission denied' }],
  notices: ['tsconfig.json is broken'],
})
