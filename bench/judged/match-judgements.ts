import type { PrintedFinding } from '../child/run-auditor.ts'
import type { Judgement } from './judgement.ts'

export interface MatchedJudgements {
  /** Findings of the run, with what was said of them. */
  readonly judged: readonly { readonly finding: PrintedFinding; readonly judgement: Judgement }[]
  readonly unjudged: readonly PrintedFinding[]
  /** Judgements of what the run does not report. */
  readonly vanished: readonly Judgement[]
}

/**
 * Which judgement belongs to which finding. The place decides, because the version is pinned; the fingerprint stands in when
 * another version moved the lines. Each judgement is spent once.
 */
export function matchJudgements(findings: readonly PrintedFinding[], judgements: readonly Judgement[]): MatchedJudgements {
  const left = new Set(judgements), judgementOf = new Map<PrintedFinding, Judgement>()
  for (const identity of [placeOf, fingerprintOf]) {
    for (const finding of findings) {
      if (judgementOf.has(finding)) continue
      const judgement = [...left].find(candidate => identity(candidate) === identity(finding))
      if (judgement === undefined) continue
      judgementOf.set(finding, judgement)
      left.delete(judgement)
    }
  }
  return {
    judged: findings.flatMap(finding => {
      const judgement = judgementOf.get(finding)
      return judgement === undefined ? [] : [{ finding, judgement }]
    }),
    unjudged: findings.filter(finding => !judgementOf.has(finding)),
    vanished: [...left],
  }
}

type Identifiable = Pick<Judgement, 'rule' | 'file' | 'line' | 'fingerprint'>

const placeOf = ({ rule, file, line }: Identifiable): string => `${rule} ${file}:${line}`

const fingerprintOf = ({ rule, file, fingerprint }: Identifiable): string => `${rule} ${file} ${fingerprint}`
