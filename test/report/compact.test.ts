import { expect, test } from 'vitest'
import { compact } from '../../src/report/compact.ts'
import { resultWith, streamFinding, timeoutFinding } from './sample-result.ts'

const result = resultWith({
  findings: [streamFinding, { ...timeoutFinding, message: 'The deadline\n  timer stays.' }],
  errors: [{ file: 'src/broken.ts', line: 3, column: 5, message: 'Unexpected token' }],
})

test('each finding and each file that could not be read is one line', () => {
  expect(compact(result)).toBe(`\
src/routes/stream.ts:14:3: error: Every GET /stream adds a 'data' listener to \`bus\`, and nothing removes it. [no-unreleased-listener]
src/deadline.ts:5:7: warning: The deadline timer stays. [no-uncleared-timeout]
src/broken.ts:3:5: error: not audited: Unexpected token
`)
})

test('the problem matcher of editors for compilers reads each line', () => {
  const gcc = /^(.*?):(\d+):(\d*):?\s+(?:fatal\s+)?(warning|error):\s+(.*)$/ // "$gcc" of https://code.visualstudio.com/docs/debugtest/tasks
  const read = compact(result).trimEnd().split('\n').map(line => gcc.exec(line)?.slice(1, 5))
  expect(read).toEqual([['src/routes/stream.ts', '14', '3', 'error'], ['src/deadline.ts', '5', '7', 'warning'], ['src/broken.ts', '3', '5', 'error']])
})

test('nothing to say is no output', () => {
  expect(compact(resultWith({}))).toBe('')
})
