import type { Guard } from '../facts/file-facts.ts'

/** Two branches of one test: where the one runs, the other does not. */
export const areApart = (some: readonly Guard[], others: readonly Guard[]): boolean => some.some(({ test, negated }) => others.some(other => other.test === test && other.negated !== negated))
