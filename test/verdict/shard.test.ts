import { describe, expect, test } from 'vitest'
import { rules } from '../../rules/index.ts'
import { readProgram } from '../../src/read-program.ts'
import { judge } from '../../src/verdict/judge.ts'
import { filesOfShard } from '../../src/verdict/shard.ts'
import { inOrder } from '../../src/verdict/order.ts'

const files = [100, 10, 10, 10, 70, 1, 99].map((lines, index) => ({ file: `${index}.ts`, lines }))

describe('the shards of a program', () => {
  test.each([1, 2, 3, 7, 20])('have every file exactly once, of %i', count => {
    const all = Array.from({ length: count }, (_, index) => [...filesOfShard(files, { index: index + 1, count })]).flat()
    expect(all).toEqual(files.map(({ file }) => file))
  })

  test('are stretches of about as many lines', () => {
    expect([1, 2, 3].map(index => [...filesOfShard(files, { index, count: 3 })])).toEqual([['0.ts'], ['1.ts', '2.ts', '3.ts', '4.ts'], ['5.ts', '6.ts']])
  })

  test.each(['chat-room', 'price-feed', 'job-queue'])('find together what the whole %s finds', async domain => {
    const cwd = new URL(`../../fixtures/programs/${domain}`, import.meta.url).pathname
    const read = await readProgram({ cwd, paths: ['.'] }), program = read.link(read.resolver)
    const sizes = program.files.map(({ file, lineStarts }) => ({ file, lines: lineStarts.length }))
    const code = rules.filter(rule => rule.reads === 'code')
    const parts = [1, 2, 3].flatMap(index => { const own = filesOfShard(sizes, { index, count: 3 }); return judge(program, code, file => own.has(file)) })
    const whole = judge(program, code)
    expect(whole).not.toEqual([])
    expect(inOrder(parts)).toEqual(whole)
  })
})
