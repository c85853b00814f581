/** Hears how far an audit is. */
export interface AuditObserver {
  /** A stage begins, of so many files; 0 where they are not counted. */
  stage(name: Stage, total: number): void
  /** One more of them is done. */
  step(): void
  /** What becomes of a file: `parsed`, `facts from the cache`, or why it is not audited. */
  file(file: string, what: string): void
}

export type Stage = 'read' | 'link' | 'judge'

export const nobody: AuditObserver = { stage: () => {}, step: () => {}, file: () => {} }
