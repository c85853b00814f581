import type { AuditCache } from './cache/audit-cache.ts'
import { nobody, type AuditObserver } from './audit-observer.ts'
import { cacheKey } from './cache/cache-key.ts'
import type { JudgedFile, Judgement } from './cache/judgement.ts'
import { recordQuestions } from './cache/recorded-questions.ts'
import { reuseJudgement } from './cache/reuse-judgement.ts'
import { surroundingsOf } from './cache/surroundings.ts'
import type { DeploymentFacts } from './parse/deployment/deployment-facts.ts'
import type { ReadFile, ReadProgram } from './read-program.ts'
import type { AuditOptions } from './verdict/audit-result.ts'
import { judgeDeployment } from './verdict/deployment/judge-deployment.ts'
import { judgeInSteps } from './verdict/judge.ts'
import { inOrder } from './verdict/order.ts'
import { filesOfShard } from './verdict/shard.ts'
import type { CodeRule, DeploymentRule, Rule } from './verdict/rule.ts'

export interface Judging {
  readonly options: Pick<AuditOptions, 'cwd' | 'models' | 'shard'>
  readonly rules: readonly Rule[]
  readonly deployment: DeploymentFacts
  readonly cache: AuditCache
  readonly observer?: AuditObserver
  /** Hears of the end of a stage. */
  readonly lap: (stage: string) => void
}

/** Concludes what is to be concluded of a program; what the cache knows of the same program is taken from there. @throws LostFacts */
export async function judgeProgram(read: ReadProgram, { options, rules, deployment, cache, lap, observer = nobody }: Judging): Promise<Judgement & { readonly isReused: boolean }> {
  const program = { cwd: options.cwd, files: read.files.map(({ file }) => file), tsconfigs: read.project.tsconfigs }
  const key = cacheKey([program.files, read.project, deployment, options.models ?? [], options.shard ?? null, rules.map(({ id }) => id)].map(part => JSON.stringify(part)))
  const earlier = cache.judgementOf(key)
  const reused = earlier === undefined ? undefined : reuseJudgement(earlier, { ...program, sources: read.files, resolver: read.resolver, factsOf: source => cache.factsOf(source) })
  if (reused !== undefined) {
    if (reused !== earlier) cache.keepJudgement(key, reused)
    lap('verdict')
    return { ...reused, isReused: true }
  }
  const asking = recordQuestions(read.resolver)
  observer.stage('link', 0)
  const linked = read.link(asking)
  lap('link')
  observer.stage('judge', 2 * linked.files.length)
  const files = read.files.map(judgedFile), own = options.shard === undefined ? undefined : filesOfShard(files, options.shard)
  const found = await inTurns(judgeInSteps(linked, rules.filter((rule): rule is CodeRule => rule.reads === 'code'), own && (file => own.has(file))), observer)
  const deploymentRules = rules.filter((rule): rule is DeploymentRule => rule.reads === 'deployment')
  const masks = deploymentRules.length === 0 ? [] : judgeDeployment(linked, deployment, deploymentRules)
  const { asked } = asking
  const judgement: Judgement = {
    files, findings: inOrder([...found, ...masks]), unresolvedCalls: linked.graph.unresolvedCalls, questions: asked,
    ...(asked.length === 0 ? {} : { surroundings: surroundingsOf(program, read.resolver.consulted()) }),
  }
  cache.keepJudgement(key, judgement)
  lap('verdict')
  return { ...judgement, isReused: false }
}

function judgedFile({ file, source, facts }: ReadFile): JudgedFile {
  const { lineStarts, suppressions } = facts()
  return { file, source, lines: lineStarts.length, suppressions }
}

/** How long others wait for their turn, in milliseconds: a person's Ctrl-C, most of all. */
const TURN = 50

async function inTurns<Result>(steps: Generator<void, Result>, observer: AuditObserver): Promise<Result> {
  let last = performance.now()
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value
    observer.step()
    if (performance.now() - last < TURN) continue
    await new Promise<void>(resolve => { setImmediate(resolve) })
    last = performance.now()
  }
}
