import type { FixOutcome } from '../../bench/accuracy/fix-outcome.ts'

/** An outcome with what a test does not care about filled in: a leak that was missed. */
export function fixOutcomeOf(known: Partial<FixOutcome> = {}): FixOutcome {
  return { id: 'chat-1', category: 'listener', needs: 'single-file', detectable: 'yes', found: false, silent: false, rules: [], milliseconds: 1, errors: [], before: [], after: [], ...known }
}
