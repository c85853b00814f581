import { expect, test } from 'vitest'
import { agent } from '../../src/report/agent.ts'
import { everyKind, resultWith, streamFinding } from './sample-result.ts'

test('a finding is told in full, in five short lines, with what to run next', () => {
  expect(agent(resultWith({ findings: [streamFinding] }))).toBe(`\
leak-audit: 1 leak in 120 files

src/routes/stream.ts:14:3 no-unreleased-listener (error, certain)
Every GET /stream adds a 'data' listener to \`bus\`, and nothing removes it.
path: GET /stream src/routes/stream.ts:12 -> subscribe() src/live/subscribe.ts:8 -> bus.on() src/routes/stream.ts:14
held by: bus src/bus.ts:3, lives as long as the process
release: none. Add res.on('close', () => bus.off('data', onData))

Next: release on every way out of the event, then run leak-audit again. \`leak-audit explain <rule>\` prints why a rule's leaks happen and what ends them; \`leak-audit why <file>:<line>\` prints what is concluded of a line.
`)
})

test('the first line counts all that is not told in full', () => {
  expect(agent(everyKind)).toMatch(/^leak-audit: 3 new leaks in 120 files, 2 suppressed by comments, 1 known from the baseline, 2 not audited\n/)
  expect(agent(everyKind)).toContain('\nnot audited: src/broken.ts:3:5 Unexpected token <\n')
})

test('no leak is one line', () => {
  expect(agent(resultWith({}))).toBe('leak-audit: no leaks in 120 files\n')
})

test('no control letter reaches the reader', () => {
  expect(agent(everyKind)).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/)
})
