import type { Defect } from './defect.ts'

/** What is concluded of one hold: never a guess. */
export type Verdict =
  | { readonly kind: 'leak'; readonly defect: Defect }
  | { readonly kind: 'safe'; readonly reason: string }
  | { readonly kind: 'unknown'; readonly missing: string }

export const safe = (reason: string): Verdict => ({ kind: 'safe', reason })
export const unknown = (missing: string): Verdict => ({ kind: 'unknown', missing })
export const leak = (defect: Defect): Verdict => ({ kind: 'leak', defect })
