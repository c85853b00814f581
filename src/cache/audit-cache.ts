import type { FileFacts } from '../facts/file-facts.ts'
import type { Judgement } from './judgement.ts'

/**
 * What earlier audits know. Keys are hashes of all that the answer depends on; a question about anything else has no answer. Nothing that is
 * asked or kept here throws: without its cache an audit is slow, and no different.
 */
export interface AuditCache {
  /** Facts of the source with this key. */
  factsOf(source: string): FileFacts | undefined
  hasFacts(source: string): boolean
  keepFacts(source: string, facts: FileFacts): void
  /** The last judgement of a program with this key, whatever its files held. */
  judgementOf(program: string): Judgement | undefined
  keepJudgement(program: string, judgement: Judgement): void
  /** Makes what was kept last. Gives what a person should know, one line each. */
  save(): readonly string[]
}

/** Knows nothing and keeps nothing. */
export const noCache: AuditCache = {
  factsOf: () => undefined, hasFacts: () => false, keepFacts: () => {}, judgementOf: () => undefined, keepJudgement: () => {}, save: () => [],
}
