import { lineOf, type FileFacts } from '../facts/file-facts.ts'
import type { Program } from '../link/program.ts'
import type { Conclusion, Decision, LineConclusions } from './conclusion.ts'
import { isConfirmed } from './confirm.ts'
import { findingOf, holderOf, pathOf } from './finding-of.ts'
import type { Hold } from './hold.ts'
import { createContext, judgeCallsOf, verdictOf } from './judge.ts'
import { judgeCapture } from './judge-capture.ts'
import type { CodeRule } from './rule.ts'
import { textOf } from './source-text.ts'
import type { Verdict } from './verdict.ts'

/** What is concluded of the holds of a line, by the same judges as an audit. @param line from 1. */
export function concludeLine(program: Program, rules: readonly CodeRule[], file: FileFacts, line: number): LineConclusions {
  const context = createContext(program)
  const holds = context.holds.filter(hold => hold.fn.file === file)
  const lineOfHold = (hold: Hold): number => lineOf(file.lineStarts, hold.start)
  const conclude = (hold: Hold, verdict: Verdict): Conclusion => {
    const event = program.events.of(hold.fn)
    const life = program.lifetimes.ofPlace(hold.place)
    const holder = holderOf(program, { holder: hold.holder === undefined ? holderByResource(hold) : textOf(program, hold.holder), lifetime: hold.holder === undefined ? 'process' : life.lifetime, place: hold.place })
    const path = pathOf(program, { hold, event, ...(verdict.kind === 'leak' && verdict.defect.release !== undefined ? { release: verdict.defect.release } : {}) })
    return { ...path.find(step => step.role === 'acquire')!, resource: hold.resource, holder, event: event.kind, path, decision: decisionOf(program, rules, verdict) }
  }
  const ofHolds = holds.filter(hold => lineOfHold(hold) === line).map(hold => {
    const verdict = verdictOf(context, hold)
    return conclude(hold, verdict.kind === 'leak' ? verdict : judgeCapture(context, hold) ?? verdict)
  })
  const ofCalls = judgeCallsOf(context, file).flatMap(verdict => verdict.kind === 'leak' && lineOfHold(verdict.defect.hold) === line ? [conclude(verdict.defect.hold, verdict)] : [])
  return { conclusions: [...ofHolds, ...ofCalls], otherLines: [...new Set(holds.map(lineOfHold))].sort((a, b) => a - b) }
}

const holderByResource = ({ resource }: Hold): string => resource === 'interval' || resource === 'timeout' ? 'the event loop' : 'the process'

function decisionOf(program: Program, rules: readonly CodeRule[], verdict: Verdict): Decision {
  if (verdict.kind !== 'leak') return verdict
  const { defect } = verdict
  const rule = rules.find(({ finds }) => finds.includes(defect.kind))
  if (rule === undefined) return { kind: 'unknown', missing: `a rule for ${defect.kind}` }
  if (!isConfirmed(program, defect)) return { kind: 'safe', reason: 'its type, as TypeScript has it, does not hold anything' }
  const { confidence, message } = findingOf(program, defect, rule)
  return { kind: 'leak', rule: rule.id, confidence, message }
}
