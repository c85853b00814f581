import type { FileFacts } from '../facts/file-facts.ts'
import type { AuditCache } from './audit-cache.ts'
import type { Judgement } from './judgement.ts'

/** For one process that audits again and again. What an audit did not use is let go when it is saved. */
export function createMemoryCache(): AuditCache {
  const facts = new Map<string, FileFacts>(), used = new Set<string>()
  let judged: { readonly program: string; readonly judgement: Judgement } | undefined
  return {
    hasFacts(source) {
      used.add(source)
      return facts.has(source)
    },
    factsOf: source => facts.get(source),
    keepFacts(source, found) {
      used.add(source)
      facts.set(source, found)
    },
    judgementOf: program => judged?.program === program ? judged.judgement : undefined,
    keepJudgement: (program, judgement) => { judged = { program, judgement } },
    save() {
      for (const source of facts.keys()) if (!used.has(source)) facts.delete(source)
      used.clear()
      return []
    },
  }
}
