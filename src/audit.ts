import { rules } from '../rules/index.ts'
import { nobody, type AuditObserver } from './audit-observer.ts'
import { noCache, type AuditCache } from './cache/audit-cache.ts'
import { judgeProgram } from './judge-program.ts'
import { readDeploymentFor } from './read-deployment-for.ts'
import { LostFacts, readProgram } from './read-program.ts'
import { startClock } from './stage-clock.ts'
import type { AuditOptions, AuditResult } from './verdict/audit-result.ts'
import { isIn } from './verdict/concerns.ts'
import type { Rule } from './verdict/rule.ts'
import { select } from './verdict/select.ts'
import { filesOfShard } from './verdict/shard.ts'

export type { AuditOptions, AuditResult } from './verdict/audit-result.ts'

/** What goes with an audit and changes nothing of its result. */
export interface AuditAid {
  readonly cache?: AuditCache
  readonly observer?: AuditObserver
}

/** Audits the files under `options.paths` as one program. @throws UsageError when there is nothing to audit. */
export async function audit(options: AuditOptions, aid: AuditAid = {}): Promise<AuditResult> {
  try {
    return await auditOnce(options, aid)
  } catch (error) {
    if (!(error instanceof LostFacts)) throw error
    // the file that had promised them is damaged, and out of the cache by now
    return await auditOnce(options, aid)
  }
}

async function auditOnce(options: AuditOptions, { cache = noCache, observer = nobody }: AuditAid): Promise<AuditResult> {
  const clock = startClock()
  const read = await readProgram(options, cache, observer)
  clock.lap('parse and facts')
  const asked = rules.filter(rule => isAsked(rule, options))
  const isFirst = (options.shard?.index ?? 1) === 1 // what stands in no source file is told once
  const told = asked.filter(({ reads }) => reads === 'code' || isFirst)
  const { deployment, errors, files: deploymentFiles } = await readDeploymentFor(options, read.files.map(({ file }) => file), told)
  const judged = await judgeProgram(read, { options, rules: told, deployment, cache, observer, lap: clock.lap })
  const own = options.shard === undefined ? undefined : filesOfShard(judged.files, options.shard)
  const files = judged.files.filter(({ file }) => own?.has(file) !== false && isIn(file, options.reportOn ?? EVERYWHERE))
  return {
    ...select(judged.findings, [...judged.files, ...deploymentFiles], options),
    baselined: [], notices: read.project.notices,
    errors: isFirst ? [...read.errors, ...errors.filter(({ file }) => read.errors.every(known => known.file !== file))] : [],
    files: [...new Set([...files, ...deploymentFiles].map(({ file }) => file))].sort(),
    stats: {
      files: files.length, lines: files.reduce((sum, file) => sum + file.lines, 0), milliseconds: clock.total(), stages: clock.laps, memory: clock.memory,
      unresolvedCalls: judged.unresolvedCalls, typeQuestions: read.resolver.questions, knownFiles: read.known, isJudgementKnown: judged.isReused,
    },
  }
}

const EVERYWHERE: readonly string[] = ['.']

/** A rule of the preset `strict` is advice that not everyone wants. */
function isAsked({ id, preset }: Rule, { rules: named, also, minConfidence }: AuditOptions): boolean {
  return preset === 'recommended' || minConfidence === 'possible' || named?.includes(id) === true || also?.includes(id) === true
}
