import { rules } from '../rules/index.ts'
import { collectFacts } from './facts/collect-facts.ts'
import type { FileFacts } from './facts/file-facts.ts'
import { link } from './link/link.ts'
import { createTsMorphResolver } from './link/resolver/ts-morph.ts'
import { builtInRows } from './models/index.ts'
import { createModels } from './models/lookup.ts'
import { parse } from './parse/parse.ts'
import type { AuditOptions, AuditResult } from './verdict/audit-result.ts'
import { judge } from './verdict/judge.ts'
import { select } from './verdict/select.ts'

export type { AuditOptions, AuditResult } from './verdict/audit-result.ts'

/** Audits the files under `options.paths` as one program. @throws UsageError when there is nothing to audit. */
export async function audit(options: AuditOptions): Promise<AuditResult> {
  const clock = startClock()
  const { program, errors, notices, resolver } = await readProgram(options, clock.lap)
  const findings = judge(program, rules)
  clock.lap('verdict')
  const lines = program.files.reduce((sum, file) => sum + file.lineStarts.length, 0)
  const stats = { files: program.files.length, lines, milliseconds: clock.total(), stages: clock.laps, unresolvedCalls: program.graph.unresolvedCalls, typeQuestions: resolver.questions }
  return { ...select(findings, program.files, options), errors, notices, stats }
}

/** Parses, collects facts and links. `lap` hears of the end of each stage. @throws UsageError when there is nothing to read. */
export async function readProgram(options: Pick<AuditOptions, 'cwd' | 'paths' | 'ignores'>, lap: (stage: string) => void = () => {}) {
  const { files, errors, project } = await parse(options)
  const facts: FileFacts[] = []
  for await (const file of files) facts.push(collectFacts(file))
  lap('parse and facts')
  const resolver = createTsMorphResolver({ cwd: options.cwd, files: facts.map(file => file.file), tsconfigs: project.tsconfigs })
  const program = link(facts, project, createModels(builtInRows), resolver, 'whole program')
  lap('link')
  return { program, errors, notices: project.notices, resolver }
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
