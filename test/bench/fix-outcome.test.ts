import { describe, expect, it } from 'vitest'
import { fixOutcome } from '../../bench/accuracy/fix-outcome.ts'
import type { PrintedFinding } from '../../bench/child/run-auditor.ts'
import { leakFixOf } from './leak-fix-of.ts'
import { auditRunOf, printedFindingOf } from './printed-finding-of.ts'

/** The fix moves the leak's line 10 to 20. */
function outcomeOf(before: readonly PrintedFinding[], after: readonly PrintedFinding[] = [], failure?: string) {
  return fixOutcome(leakFixOf({}), auditRunOf(before), auditRunOf(after, failure), (_, line) => ({ from: line + 10, to: line + 10 }))
}

describe('fixOutcome', () => {
  it('is found within two lines of the leak', () => {
    expect([7, 8, 12, 13].map(line => outcomeOf([printedFindingOf({ line })]).found)).toEqual([false, true, true, false])
  })

  it('is not found by a finding in another file', () => {
    expect(['room.js', 'src/lib/room.js', './lib/room.js'].map(file => outcomeOf([printedFindingOf({ file })]).found)).toEqual([false, false, true])
  })

  it('is silent when the rule no longer reports where the leak stood', () => {
    const elsewhere = printedFindingOf({ line: 10 }), anotherRule = printedFindingOf({ line: 20, rule: 'no-uncleared-interval' })
    expect(outcomeOf([printedFindingOf()], [elsewhere, anotherRule])).toMatchObject({ found: true, silent: true, rules: ['no-unreleased-listener'] })
    expect(outcomeOf([printedFindingOf()], [printedFindingOf({ line: 21 })])).toMatchObject({ found: true, silent: false })
  })

  it('is not silent when the fixed commit could not be audited', () => {
    expect(outcomeOf([printedFindingOf()], [], 'exit 2: internal error')).toMatchObject({ found: true, silent: false, failed: 'exit 2: internal error' })
  })

  it('keeps the findings of both sides in short form', () => {
    expect(outcomeOf([printedFindingOf()]).before).toEqual([{ file: 'lib/room.js', line: 10, rule: 'no-unreleased-listener', confidence: 'likely', message: 'Every join adds a listener.' }])
  })
})
