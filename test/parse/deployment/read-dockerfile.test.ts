import { describe, expect, test } from 'vitest'
import { commandsOf, deploymentOf, written } from './deployment-of.ts'

const dockerfile = (...lines: readonly string[]) => deploymentOf('Dockerfile', lines.join('\n'))

describe('what the last stage starts', () => {
  test.each([
    [['CMD node server.js'], ['node server.js']],
    [['CMD ["node", "server.js"]'], ['node server.js']],
    [['ENTRYPOINT ["node"]', 'CMD ["server.js"]'], ['node server.js']],
    [['ENTRYPOINT ["tini", "--"]', 'CMD node server.js'], ['node server.js']],
    [['ENTRYPOINT exec node server.js', 'CMD ["ignored"]'], ['node server.js']],
    [['CMD node \\', '  --trace-gc \\', '  server.js'], ['node server.js [--trace-gc]']],
    [['CMD ["old.js"]', 'CMD ["node", "new.js"]'], ['node new.js']],
    [['RUN node build.js'], []],
  ])('%j', async (lines, commands) => {
    expect(commandsOf(await dockerfile('FROM node:22', ...lines))).toEqual(commands)
  })

  test('is inherited from the stages that it is made from, and from no other', async () => {
    expect(commandsOf(await dockerfile('FROM node:22 AS base', 'CMD ["node", "base.js"]', 'FROM node:22 AS build', 'CMD ["node", "build.js"]', 'FROM Base', 'COPY . .'))).toEqual(['node base.js'])
    expect(commandsOf(await dockerfile('FROM node:22 AS base', 'CMD ["base.js"]', 'FROM base', 'ENTRYPOINT ["node", "own.js"]'))).toEqual(['node own.js'])
  })

  test('has NODE_OPTIONS from its own stages, the last of them', async () => {
    const text = 'FROM node:22 AS build\nENV NODE_OPTIONS=--max-old-space-size=8192\nFROM node:22\nENV PORT=80 \\\n  NODE_OPTIONS="--trace-gc --max-old-space-size=900"\nCMD node .'
    const { launches: [launch] } = await deploymentOf('Dockerfile', text)
    expect(launch!.options.map(option => written(text, option))).toEqual(['5: --trace-gc', '5: --max-old-space-size=900'])
    expect(launch!.isEnvironmentKnown).toBe(true)
    expect((await dockerfile('FROM node:22', 'ENV NODE_OPTIONS $OPTIONS', 'CMD node .')).launches[0]!.isEnvironmentKnown).toBe(false)
  })

  test('stands where the instruction stands', async () => {
    const text = '# the feed\r\nFROM node:22\r\nCMD ["node", "--trace-gc", "."]\r\n'
    const { launches: [launch], lineStarts } = await deploymentOf('feed.Dockerfile', text)
    expect(written(text, launch!)).toBe('3: CMD ["node", "--trace-gc", "."]')
    expect(written(text, launch!.commands[0]!.options[0]!)).toBe('3: --trace-gc')
    expect(lineStarts).toEqual([0, 12, 26, 59])
  })
})
