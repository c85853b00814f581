import type { SuppressionFacts } from '../facts/file-facts.ts'
import type { TypeAnswer } from '../link/resolver/resolver.ts'
import type { Finding } from '../verdict/finding.ts'
import type { Surroundings } from './surroundings.ts'

/** What was concluded of a program, before anything is left out. Plain JSON. */
export interface Judgement {
  /** In the order of the names. */
  readonly files: readonly JudgedFile[]
  readonly findings: readonly Finding[]
  readonly unresolvedCalls: number
  /** What TypeScript was asked, and what it said. */
  readonly questions: readonly TypeQuestion[]
  /** What the answers rest on outside the program; absent where nothing was asked. */
  readonly surroundings?: Surroundings
}

export interface JudgedFile {
  readonly file: string
  /** The key of its text. */
  readonly source: string
  readonly lines: number
  readonly suppressions: readonly SuppressionFacts[]
}

export interface TypeQuestion {
  readonly file: string
  readonly start: number
  readonly end: number
  readonly answer?: TypeAnswer
}
