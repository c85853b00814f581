/** Hears how far an audit is. */
export interface AuditObserver {
  /** A stage begins, of so many files. */
  stage(name: Stage, total: number): void
  /** One more of them is done. */
  step(): void
}

export type Stage = 'read' | 'link' | 'judge'

export const nobody: AuditObserver = { stage: () => {}, step: () => {} }
