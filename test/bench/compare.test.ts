import { describe, expect, it } from 'vitest'
import { changeLines } from '../../bench/compare/compare.ts'
import { compareFindings } from '../../bench/compare/compare-findings.ts'
import type { ResultFile } from '../../bench/compare/finding-sets.ts'
import { shortFinding, type ShortFinding } from '../../bench/short-finding.ts'
import { fixOutcomeOf } from './fix-outcome-of.ts'
import { printedFindingOf } from './printed-finding-of.ts'

const listener = shortFinding(printedFindingOf())
const timer: ShortFinding = { ...listener, line: 30, rule: 'no-uncleared-interval', message: 'Every join starts a timer.' }

describe('compareFindings', () => {
  const changesOf = (old: readonly ShortFinding[], now: readonly ShortFinding[]) => compareFindings(new Map([['room', old]]), new Map([['room', now]]))

  it('tells what appeared and what vanished', () => {
    const { appeared, vanished, changed } = changesOf([listener], [timer])
    expect({ appeared, vanished, changed }).toEqual({ appeared: [{ ...timer, scope: 'room' }], vanished: [{ ...listener, scope: 'room' }], changed: [] })
  })

  it('counts two findings of one rule on a line as two', () => {
    expect(changesOf([listener], [listener, listener]).appeared).toHaveLength(1)
    expect(changesOf([listener, listener], [listener]).vanished).toHaveLength(1)
  })

  it('knows a finding again whose message is worded anew', () => {
    expect(changesOf([listener], [{ ...listener, message: 'Each join adds a listener.' }])).toMatchObject({ appeared: [], vanished: [], changed: [] })
  })

  it('tells a change of confidence', () => {
    expect(changesOf([listener], [{ ...listener, confidence: 'certain' }]).changed).toEqual([{ ...listener, scope: 'room', confidence: 'certain', was: 'likely' }])
  })

  it('compares nothing that only one run audited', () => {
    const changes = compareFindings(new Map([['room', [listener]], ['lobby', [timer]]]), new Map([['room', [listener]], ['bar', [timer]]]))
    expect(changes).toEqual({ appeared: [], vanished: [], changed: [], onlyInOne: ['lobby', 'bar'] })
  })
})

describe('changeLines', () => {
  it('begins with the fixes whose outcome is another', () => {
    const old: ResultFile = { bench: 'accuracy', outcomes: [fixOutcomeOf({ found: true, silent: true, before: [listener] }), fixOutcomeOf({ id: 'chat-2' })] }
    const now: ResultFile = { bench: 'accuracy', outcomes: [fixOutcomeOf({ found: true, before: [listener], after: [listener] }), fixOutcomeOf({ id: 'chat-2', found: true, before: [timer] })] }
    expect(changeLines(old, now)).toEqual([
      '+ found: chat-2 (listener, yes)',
      '- silent: chat-1 (listener, yes)',
      '+ chat-1 after  lib/room.js:10  no-unreleased-listener  likely  Every join adds a listener.',
      '+ chat-2 before  lib/room.js:30  no-uncleared-interval  likely  Every join starts a timer.',
      '2 findings appeared, 0 vanished, 0 changed confidence',
    ])
  })

  it('compares runs over the corpus by package', () => {
    const run = (findings: readonly ReturnType<typeof printedFindingOf>[]): ResultFile =>
      ({ bench: 'corpus', results: [{ package: 'chat-server', version: '1.4.0', files: 1, lines: 40, seconds: 1, peakMegabytes: null, errors: [], findings }] })
    expect(changeLines(run([]), run([printedFindingOf()]))).toEqual([
      '+ chat-server@1.4.0  lib/room.js:10  no-unreleased-listener  likely  Every join adds a listener.',
      '1 findings appeared, 0 vanished, 0 changed confidence',
    ])
  })
})
