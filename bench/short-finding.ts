import type { PrintedFinding } from './child/run-auditor.ts'

/** What a result file keeps of a finding: enough to tell two runs apart. */
export type ShortFinding = Pick<PrintedFinding, 'file' | 'line' | 'rule' | 'confidence' | 'message'>

export function shortFinding({ file, line, rule, confidence, message }: ShortFinding): ShortFinding {
  return { file, line, rule, confidence, message }
}
