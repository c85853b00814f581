import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from '../../src/parse/parse.ts'
import { UsageError } from '../../src/verdict/audit-result.ts'
import { temporaryFolder } from '../temporary-folder.ts'

describe('parse', () => {
  test('gives every file in the order of the names, and what governs them', async () => {
    const cwd = temporaryFolder({ 'package.json': '{ "name": "chat" }', 'src/room.ts': 'export class Room {}', 'src/bus.js': 'module.exports = 1' })
    const { files, errors, project } = await parse({ cwd, paths: ['.'] })
    expect((await allOf(files)).map(parsed => 'ast' in parsed && [parsed.file, parsed.module])).toEqual([['src/bus.js', 'commonjs'], ['src/room.ts', 'esm']])
    expect(errors).toEqual([])
    expect(project.packages.map(({ name }) => name)).toEqual(['chat'])
  })

  test('a file that does not parse is an error, and the rest is parsed', async () => {
    const cwd = temporaryFolder({ 'bus.ts': 'export const = 1', 'room.ts': '' })
    const { files, errors } = await parse({ cwd, paths: ['.'] })
    expect((await allOf(files)).map(({ file }) => file)).toEqual(['room.ts'])
    expect(errors).toEqual([{ file: 'bus.ts', line: 1, column: 14, message: 'Syntax error: Unexpected token' }])
  })

  test.skipIf(process.getuid?.() === 0)('a file that cannot be read is an error, and the rest is parsed', async () => {
    const cwd = temporaryFolder({ 'bus.ts': '', 'room.ts': '' })
    chmodSync(join(cwd, 'bus.ts'), 0)
    const { files, errors } = await parse({ cwd, paths: ['.'] })
    expect((await allOf(files)).map(({ file }) => file)).toEqual(['room.ts'])
    expect(errors).toEqual([{ file: 'bus.ts', message: 'Cannot be read: EACCES' }])
  })

  test('a file that nests too deep to be analysed is an error, and the rest is parsed', async () => {
    const cwd = temporaryFolder({ 'deep.js': `module.exports = ${Array.from({ length: 60_000 }, () => 'a').join('+\n')}`, 'room.js': '' })
    const { files, errors } = await parse({ cwd, paths: ['.'] })
    expect((await allOf(files)).map(({ file }) => file)).toEqual(['room.js'])
    expect(errors).toEqual([{ file: 'deep.js', message: expect.stringContaining('Cannot be analysed') as string }])
  })

  test('a bundle is left out, unless it is named', async () => {
    const cwd = temporaryFolder({ 'bundle.js': '/******/ (() => { // webpackBootstrap\n})()', 'room.js': '' })
    const namesIn = async (paths: string[]) => (await allOf((await parse({ cwd, paths })).files)).map(({ file }) => file)
    expect(await namesIn(['.'])).toEqual(['room.js'])
    expect(await namesIn(['./bundle.js'])).toEqual(['bundle.js'])
  })

  test('`ignores` leaves files out', async () => {
    const cwd = temporaryFolder({ 'room.ts': '', 'room.test.ts': '' })
    expect((await allOf((await parse({ cwd, paths: ['.'], ignores: ['*.test.ts'] })).files)).map(({ file }) => file)).toEqual(['room.ts'])
  })

  test('nothing to audit is a usage error', async () => {
    await expect(parse({ cwd: temporaryFolder(), paths: ['.'] })).rejects.toThrow(UsageError)
  })
})

async function allOf<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}
