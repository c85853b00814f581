import { describe, expect, it } from 'vitest'
import { countLines, countTables } from '../../bench/accuracy/counts.ts'
import { fixOutcomeOf } from './fix-outcome-of.ts'
import { printedFindingOf } from './printed-finding-of.ts'

const outcomes = [
  fixOutcomeOf({ found: true, silent: true, before: [printedFindingOf(), printedFindingOf()], after: [printedFindingOf()] }),
  fixOutcomeOf({ found: true }),
  fixOutcomeOf({ category: 'timer', detectable: 'hard', id: 'chat-3', failed: 'exit 2: internal error' }),
  fixOutcomeOf({ category: 'cache', detectable: 'no' }),
]

describe('counts', () => {
  it('are printed by group and by category, without what no tool can see', () => {
    expect(countLines(outcomes)).toEqual([
      'detectable=yes: found 2/2, of those silent after the fix 1/2',
      'detectable=hard: found 0/1, of those silent after the fix 0/0',
      'detectable=no: found 0/1, of those silent after the fix 0/0',
      '  listener: found 2/2, of those silent after the fix 1/2',
      '  timer: found 0/1, of those silent after the fix 0/0',
      'findings before 2, after 1; failed audits 1',
      '  chat-3: exit 2: internal error',
    ])
  })

  it('are printed as Markdown', () => {
    expect(countTables(outcomes)).toBe([
      '| detectable | fixes | found | silent after the fix |',
      '| --- | --: | --: | --: |',
      '| yes | 2 | 2 (100 %) | 1 (50 %) |',
      '| hard | 1 | 0 (0 %) | 0 (–) |',
      '| no | 1 | 0 (0 %) | 0 (–) |',
      '',
      '| category | fixes | found | silent after the fix |',
      '| --- | --: | --: | --: |',
      '| listener | 2 | 2 (100 %) | 1 (50 %) |',
      '| timer | 1 | 0 (0 %) | 0 (–) |',
    ].join('\n'))
  })
})
