import { expect, test } from 'vitest'
import { addDestination } from '../../src/cli/destinations.ts'

const all = (...args: readonly string[]) => args.reduce<ReturnType<typeof addDestination>>((before, argument) => addDestination(argument, before), [])

test('a name goes to standard output, and with a file to the file', () => {
  expect(all('text', 'json=out/leaks=1.json')).toEqual([{ format: 'text' }, { format: 'json', file: 'out/leaks=1.json' }])
})

test.each([
  [['comapct'], "unknown format 'comapct'; did you mean 'compact'?"],
  [['text', 'json'], "only one format can go to standard output; give 'json' a file: --format json=<file>"],
  [['json='], '--format json= names no file'],
  [['json=a.txt', 'compact=a.txt'], 'two formats cannot go to the same file a.txt'],
])('%j is refused', (args, message) => {
  expect(() => all(...args)).toThrow(message)
})
