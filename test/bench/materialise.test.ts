import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { materialise } from '../../bench/accuracy/materialise.ts'
import type { Mode } from '../../bench/accuracy/wanted-blobs.ts'
import { leakFixOf } from './leak-fix-of.ts'
import { type Files, TinyRepository } from './tiny-repository.ts'

/** The paths of one side of a fix of `leak`, as laid out. */
function laidOut(files: Files, leak: string, mode: Mode): string[] {
  using repository = new TinyRepository()
  const fix = repository.commit(files)
  const tree = materialise(leakFixOf({ fix, files: [{ path: leak, leak_lines: [1] }] }), 'after', { mirrors: repository.folder, trees: join(repository.folder, 'trees'), mode })
  return readdirSync(tree, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile()).map(entry => relative(tree, join(entry.parentPath, entry.name))).sort()
}

describe('materialise', () => {
  it('lays out the text of the commit before and after', () => {
    using repository = new TinyRepository()
    repository.commit({ 'lib/room.js': 'leaks\n' })
    const fix = leakFixOf({ fix: repository.commit({ 'lib/room.js': 'is clean\n' }) })
    const source = { mirrors: repository.folder, trees: join(repository.folder, 'trees'), mode: 'file' } as const
    expect(readFileSync(join(materialise(fix, 'before', source), 'lib/room.js'), 'utf8')).toBe('leaks\n')
    expect(readFileSync(join(materialise(fix, 'after', source), 'lib/room.js'), 'utf8')).toBe('is clean\n')
  })

  it('takes a tree that is there as it is', () => {
    using repository = new TinyRepository()
    const fix = leakFixOf({ fix: repository.commit({ 'lib/room.js': 'leaks\n' }) })
    const source = { mirrors: repository.folder, trees: join(repository.folder, 'trees'), mode: 'file' } as const
    writeFileSync(join(materialise(fix, 'after', source), 'lib/room.js'), 'kept\n')
    expect(readFileSync(join(materialise(fix, 'after', source), 'lib/room.js'), 'utf8')).toBe('kept\n')
  })

  it('lays out nothing but the leaking file in file mode', () => {
    expect(laidOut({ 'package.json': '{}', 'lib/room.js': '', 'lib/user.js': '' }, 'lib/room.js', 'file')).toEqual(['lib/room.js'])
  })

  it('lays out the nearest package in package mode, without what is not the program', () => {
    const files = {
      'package.json': '{}', 'index.js': '',
      'packages/room/package.json': '{}', 'packages/room/tsconfig.build.json': '{}', 'packages/room/README.md': '',
      'packages/room/src/room.ts': '', 'packages/room/src/room.test.ts': '', 'packages/room/test/all.ts': '', 'packages/room/dist/room.js': '',
      'packages/user/package.json': '{}', 'packages/user/src/user.ts': '',
    }
    expect(laidOut(files, 'packages/room/src/room.ts', 'package')).toEqual(['packages/room/package.json', 'packages/room/src/room.ts', 'packages/room/tsconfig.build.json'])
  })

  it('lays out a package that is kept below a folder of another meaning', () => {
    const files = { 'packages/node_modules/room/package.json': '{}', 'packages/node_modules/room/lib/room.js': '', 'packages/node_modules/room/test/room.js': '' }
    expect(laidOut(files, 'packages/node_modules/room/lib/room.js', 'package')).toEqual(['packages/node_modules/room/lib/room.js', 'packages/node_modules/room/package.json'])
  })

  it('knows paths that git would quote or read as patterns', () => {
    const files = { 'package.json': '{}', 'lib/[room]/größe.js': '', 'lib/r/x.js': '' }
    expect(laidOut(files, 'lib/[room]/größe.js', 'file')).toEqual(['lib/[room]/größe.js'])
    expect(laidOut(files, 'lib/[room]/größe.js', 'package')).toEqual(['lib/[room]/größe.js', 'lib/r/x.js', 'package.json'])
  })

  it('leaves attributes of the repository alone', () => {
    expect(laidOut({ '.gitattributes': 'lib export-ignore\n', 'package.json': '{}', 'lib/room.js': '' }, 'lib/room.js', 'package')).toEqual(['lib/room.js', 'package.json'])
  })
})
