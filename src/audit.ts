import { rules } from '../rules/index.ts'
import { auditDeployment } from './audit-deployment.ts'
import { readProgram } from './read-program.ts'
import type { AuditOptions, AuditResult } from './verdict/audit-result.ts'
import { judge } from './verdict/judge.ts'
import { inOrder } from './verdict/order.ts'
import type { Rule } from './verdict/rule.ts'
import { select } from './verdict/select.ts'

export type { AuditOptions, AuditResult } from './verdict/audit-result.ts'

/** Audits the files under `options.paths` as one program. @throws UsageError when there is nothing to audit. */
export async function audit(options: AuditOptions): Promise<AuditResult> {
  const clock = startClock()
  const { program, errors, notices, resolver } = await readProgram(options, clock.lap)
  const asked = rules.filter(rule => isAsked(rule, options))
  const found = judge(program, asked.filter(rule => rule.reads === 'code'))
  const deployment = await auditDeployment(options, program, asked.filter(rule => rule.reads === 'deployment'))
  clock.lap('verdict')
  const lines = program.files.reduce((sum, file) => sum + file.lineStarts.length, 0)
  const stats = { files: program.files.length, lines, milliseconds: clock.total(), stages: clock.laps, unresolvedCalls: program.graph.unresolvedCalls, typeQuestions: resolver.questions }
  return {
    ...select(inOrder([...found, ...deployment.findings]), [...program.files, ...deployment.files], options),
    baselined: [],
    errors: [...errors, ...deployment.errors.filter(({ file }) => errors.every(known => known.file !== file))], notices, stats,
  }
}

/** A rule of the preset `strict` is advice that not everyone wants. */
function isAsked({ id, preset }: Rule, { rules: named, also, minConfidence }: AuditOptions): boolean {
  return preset === 'recommended' || minConfidence === 'possible' || named?.includes(id) === true || also?.includes(id) === true
}

function startClock() {
  const start = performance.now()
  const laps: Record<string, number> = {}
  let last = start
  return {
    laps,
    lap(stage: string) { const now = performance.now(); laps[stage] = Math.round(now - last); last = now },
    total: () => Math.round(performance.now() - start),
  }
}
