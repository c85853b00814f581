import type { InitProject } from './project.ts'

/** What one part of the set-up comes to. */
export type Outcome =
  /** The file should hold this text. */
  | { readonly kind: 'write'; readonly file: string; readonly text: string; readonly isExecutable?: boolean; readonly next?: string }
  /** Nothing to do. */
  | { readonly kind: 'present'; readonly where: string }
  /** What a person has to do, as this cannot be done safely. */
  | { readonly kind: 'by-hand'; readonly where: string; readonly why: string; readonly lines: string }
  /** Left out, and why. */
  | { readonly kind: 'left-out'; readonly what: string; readonly why: string }

/** One part of the set-up. It writes nothing. */
export type Step = (project: InitProject) => Outcome | Promise<Outcome>

/** The name under which people install the tool. */
export const PACKAGE = 'eslint-plugin-leak-audit'
