import { expect, test } from 'vitest'
import { codeAround } from '../../src/parse/code-around.ts'

const text = `import { bus } from './bus.ts'
bus.start()
export class Room {
  join(member) {
    bus.on('message', member)
  }
  leave() {
  }
}
export function subscribe(response) {
  const send = text => {
    response.write(text)
  }
  bus.on('message', send)
}
`

test.each([
  ['module level', 2, undefined],
  ['a method: its class, as another method may have relied on it', 8, { from: 3, to: 9 }],
  ['a function', 14, { from: 10, to: 15 }],
  ['a function in a function', 12, { from: 11, to: 13 }],
  ['the end of the file', 16, undefined],
])('before a line of %s', async (_, line, lines) => {
  expect(await codeAround('room.ts', text, line)).toEqual(lines)
})

test('a file that does not parse has none', async () => {
  expect(await codeAround('room.ts', 'export const = 1', 1)).toBeUndefined()
})
