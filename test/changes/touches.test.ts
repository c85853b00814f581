import { expect, test } from 'vitest'
import { touches } from '../../src/changes/touches.ts'
import { streamFinding } from '../report/sample-result.ts'

test.each([
  ['a line of its site', 'src/routes/stream.ts', 16, true],
  ['the line behind its site', 'src/routes/stream.ts', 17, false],
  ['the declaration of its holder', 'src/bus.ts', 3, true],
  ['its entry point', 'src/routes/stream.ts', 12, true],
  ['a call that leads to it', 'src/live/subscribe.ts', 8, true],
  ['another line of a file on its path', 'src/live/subscribe.ts', 9, false],
])('a finding and %s', (_, file, line, isTouched) => {
  expect(touches(streamFinding, new Map([[file, [{ from: line, to: line }]]]))).toBe(isTouched)
})
