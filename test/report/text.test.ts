import { expect, test } from 'vitest'
import { statsText } from '../../src/report/stats.ts'
import { text } from '../../src/report/text.ts'
import { resultWith, streamFinding, timeoutFinding } from './sample-result.ts'

const plain = { color: false }

test('a finding shows its holder, why it runs many times and the missing release, in aligned columns', () => {
  const event = { ...streamFinding.path[0]!, event: 'request' as const }
  const finding = { ...streamFinding, path: [event, ...streamFinding.path.slice(1)] }
  expect(text(resultWith({ findings: [finding] }), plain)).toBe(`\
src/routes/stream.ts:14:3  error  no-unreleased-listener  certain
  Every GET /stream adds a 'data' listener to \`bus\`, and nothing removes it.
    held by   bus                    src/bus.ts:3         lives as long as the process
    runs per  request: GET /stream   src/routes/stream.ts:12 → subscribe() src/live/subscribe.ts:8
    release   none. Add res.on('close', () => bus.off('data', onData))

1 error in 120 files (0.8 s)
`)
})

test('an event that is a phrase already stands by itself', () => {
  const event = { ...streamFinding.path[0]!, text: 'every connection', event: 'connection' as const }
  expect(text(resultWith({ findings: [{ ...streamFinding, path: [event] }] }), plain)).toContain('    runs per  every connection   src/routes/stream.ts:12\n')
})

test('a release that does not reach every exit is shown with its place', () => {
  expect(text(resultWith({ findings: [timeoutFinding] }), plain)).toBe(`\
src/deadline.ts:5:7  warning  no-uncleared-timeout  likely
  The deadline timer stays when the work wins.
    held by   the event loop   lives as long as the process
    release   on some exits only: clearTimeout() src/deadline.ts:9. Move it to finally

1 warning in 120 files (0.8 s)
`)
})

test('an acquire that stands elsewhere than the finding ends the chain', () => {
  const acquire = { role: 'acquire', file: 'src/live/subscribe.ts', line: 9, column: 3, text: 'bus.on()' } as const
  const finding = { ...streamFinding, path: [...streamFinding.path.slice(0, 2), acquire] }
  expect(text(resultWith({ findings: [finding] }), plain)).toContain('→ subscribe() src/live/subscribe.ts:8 → bus.on() src/live/subscribe.ts:9\n')
})

test('the summary counts errors and warnings', () => {
  const findings = [streamFinding, streamFinding, timeoutFinding]
  expect(text(resultWith({ findings }), plain)).toMatch(/\n\n2 errors, 1 warning in 120 files \(0\.8 s\)\n$/)
})

test('a clean program is one line', () => {
  expect(text(resultWith({}), plain)).toBe('No leaks found in 120 files (0.8 s).\n')
})

test('the summary counts what is suppressed and what could not be read', () => {
  const result = resultWith({
    suppressed: [{ ...streamFinding, reason: null }],
    errors: [{ file: 'src/broken.ts', line: 3, column: 5, message: 'Unexpected token' }, { file: 'src/locked.ts', message: 'permission denied' }],
  })
  expect(text(result, plain)).toBe(`\
src/broken.ts:3:5  not audited  Unexpected token
src/locked.ts  not audited  permission denied

No leaks found in 120 files (0.8 s); 1 suppressed; 2 files not audited.
`)
})

test('what a baseline knows is counted, and is no new leak', () => {
  expect(text(resultWith({ baselined: [streamFinding, timeoutFinding] }), plain)).toBe('No new leaks found in 120 files (0.8 s); 2 known from the baseline.\n')
})

test('source text cannot break the layout or send escape sequences to the terminal', () => {
  const finding = { ...streamFinding, message: 'Grows\n  for ever \u001b[31m.', holder: { ...streamFinding.holder, text: 'buses\n  .main' } }
  const printed = text(resultWith({ findings: [finding] }), plain)
  expect(printed).not.toContain('\u001b')
  expect(printed).toContain('\n  Grows for ever [31m.\n')
  expect(printed).toContain('held by   buses .main')
})

test('colour changes nothing but the colours', () => {
  const result = resultWith({ findings: [streamFinding, timeoutFinding] })
  const colored = text(result, { color: true })
  expect(colored).toContain('\u001b[31merror')
  expect(colored.replaceAll(/\u001b\[\d+m/g, '')).toBe(text(result, plain))
})

test('stats name each stage and what was not resolved', () => {
  expect(statsText(resultWith({}).stats)).toBe(`\
parse             300 ms      90 MB
facts             201 ms      120 MB
total             812 ms
files             120
lines             9000
unresolved calls  7
type questions    0
facts from cache  0 of 120 files
verdicts          made anew
`)
})
