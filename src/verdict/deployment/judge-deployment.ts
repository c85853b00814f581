import { lineOf } from '../../facts/file-facts.ts'
import type { Program } from '../../link/program.ts'
import type { DeploymentFacts, DeploymentFile } from '../../parse/deployment/deployment-facts.ts'
import type { Finding, Site } from '../finding.ts'
import { fingerprintOf } from '../fingerprint.ts'
import type { Mask } from '../mask.ts'
import { inOrder, numbered } from '../order.ts'
import type { DeploymentRule } from '../rule.ts'
import { judgeDiagnostics } from './judge-diagnostics.ts'
import { judgeHeap } from './judge-heap.ts'
import { judgeLimits } from './judge-limits.ts'
import { judgeRestarts } from './judge-restarts.ts'

/** What deployment files say → findings. The program is asked what it does for itself. */
export function judgeDeployment(program: Program, deployment: DeploymentFacts, rules: readonly DeploymentRule[]): readonly Finding[] {
  const ruleOf = new Map(rules.flatMap(rule => rule.finds.map(kind => [kind, rule] as const)))
  const masks = [...judgeRestarts(deployment), ...judgeHeap(deployment), ...judgeLimits(deployment), ...judgeDiagnostics(program, deployment)]
  return numbered(inOrder(masks.flatMap(mask => {
    const rule = ruleOf.get(mask.kind)
    return rule === undefined ? [] : [findingOf(mask, rule)]
  })))
}

function findingOf(mask: Mask, rule: DeploymentRule): Finding {
  const { file, start, end, kind, confidence, name, subject } = mask
  const site = siteAt(file, start), last = siteAt(file, end)
  return {
    rule: rule.id, severity: rule.severity, confidence, ...site, endLine: last.line, endColumn: last.column,
    message: rule.message(mask), holder: { text: 'the process', lifetime: 'process' }, path: [{ role: 'acquire', ...site, text: subject }],
    release: { coverage: 'never', hint: rule.hint(mask) }, ...fingerprintOf(rule.id, file.file, [kind, name, subject]), start, end,
  }
}

function siteAt({ file, lineStarts }: DeploymentFile, offset: number): Site {
  const line = lineOf(lineStarts, offset)
  return { file, line, column: offset - lineStarts[line - 1]! + 1 }
}
