import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findFiles } from '../../src/parse/find-files.ts'
import { UsageError } from '../../src/verdict/audit-result.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const find = (cwd: string, paths: string[], ignores: string[] = []) => findFiles({ cwd, paths, ignores })

describe('what a path names', () => {
  test('a folder is walked for every extension of JavaScript and TypeScript', () => {
    const cwd = temporaryFolder({
      'src/a.js': '', 'src/b.mjs': '', 'src/c.cjs': '', 'src/d.jsx': '', 'src/e.ts': '', 'src/f.mts': '', 'src/g.cts': '', 'src/h.tsx': '',
      'src/rooms.json': '', 'src/README.md': '', 'src/chat.vue': '', 'src/i.mjsx': '',
    })
    expect(find(cwd, ['src'])).toEqual(['src/a.js', 'src/b.mjs', 'src/c.cjs', 'src/d.jsx', 'src/e.ts', 'src/f.mts', 'src/g.cts', 'src/h.tsx'])
  })

  test('declarations, minified files and installed packages are left out', () => {
    const cwd = temporaryFolder({ 'room.ts': '', 'room.d.ts': '', 'room.d.mts': '', 'room.d.cts': '', 'jquery.min.js': '', 'node_modules/ws/index.js': '', 'packages/a/node_modules/ws/index.js': '' })
    expect(find(cwd, ['.'])).toEqual(['room.ts'])
  })

  test('an installed package is audited when it is named', () => {
    const cwd = temporaryFolder({ 'node_modules/ws/lib/socket.js': '', 'node_modules/ws/node_modules/ms/index.js': '' })
    expect(find(cwd, ['node_modules/ws'])).toEqual(['node_modules/ws/lib/socket.js'])
  })

  test('a glob matches below the working directory, and a folder that matches is walked', () => {
    const cwd = temporaryFolder({ 'packages/chat/src/room.ts': '', 'packages/chat/test/room.test.ts': '', 'packages/feed/src/deep/price.ts': '' })
    expect(find(cwd, ['packages/*/src'])).toEqual(['packages/chat/src/room.ts', 'packages/feed/src/deep/price.ts'])
    expect(find(cwd, ['**/*.test.ts'])).toEqual(['packages/chat/test/room.test.ts'])
  })

  test('files are sorted, and each stands there once', () => {
    const cwd = temporaryFolder({ 'src/b.ts': '', 'src/a.ts': '' })
    expect(find(cwd, ['src/b.ts', 'src', './src/a.ts', 'src/*.ts', join(cwd, 'src')])).toEqual(['src/a.ts', 'src/b.ts'])
  })

  test('a file outside the working directory is relative to it', () => {
    const root = temporaryFolder({ 'shared/bus.ts': '', 'chat/room.ts': '' })
    expect(find(join(root, 'chat'), ['.', '../shared'])).toEqual(['../shared/bus.ts', 'room.ts'])
  })

  test('a file whose name looks like a glob is a file', () => {
    const cwd = temporaryFolder({ 'routes/[room].ts': '', 'routes/(chat)/page.ts': '' })
    expect(find(cwd, ['routes/[room].ts'])).toEqual(['routes/[room].ts'])
    expect(find(cwd, ['routes/(chat)'])).toEqual(['routes/(chat)/page.ts'])
  })

  test('links to folders are not followed, so that a circle ends', () => {
    const cwd = temporaryFolder({ 'src/room.ts': '' })
    symlinkSync(cwd, join(cwd, 'src/again'))
    expect(find(cwd, ['.'])).toEqual(['src/room.ts'])
  })
})

describe('.gitignore', () => {
  test('each .gitignore holds from its own folder down', () => {
    const cwd = temporaryFolder({ '.git/HEAD': '', '.gitignore': 'dist\n', 'src/.gitignore': 'generated.ts\n', 'src/generated.ts': '', 'src/room.ts': '', 'generated.ts': '', 'dist/room.js': '', 'packages/feed/dist/price.js': '' })
    expect(find(cwd, ['.'])).toEqual(['generated.ts', 'src/room.ts'])
  })

  test('those above the audited folder count, up to the root of the repository and no further', () => {
    const root = temporaryFolder({ '.gitignore': 'room.ts\n', 'repo/.git': 'gitdir: elsewhere', 'repo/.gitignore': '*.gen.ts\n', 'repo/chat/room.ts': '', 'repo/chat/room.gen.ts': '' })
    expect(find(join(root, 'repo/chat'), ['.'])).toEqual(['room.ts'])
  })

  test('a deeper one takes a file back', () => {
    const cwd = temporaryFolder({ '.git/HEAD': '', '.gitignore': '*.gen.ts\n', 'src/.gitignore': '!keep.gen.ts\n', 'src/keep.gen.ts': '', 'src/drop.gen.ts': '' })
    expect(find(cwd, ['src'])).toEqual(['src/keep.gen.ts'])
  })

  test('without a repository the working directory is the root', () => {
    const cwd = temporaryFolder({ '.gitignore': 'build/\n', 'src/build/room.js': '', 'src/room.ts': '' })
    expect(find(cwd, ['src'])).toEqual(['src/room.ts'])
  })

  test('patterns tell capital letters apart', () => {
    const cwd = temporaryFolder({ '.git/HEAD': '', '.gitignore': 'Build/\n', 'build/room.ts': '' })
    expect(find(cwd, ['.'])).toEqual(['build/room.ts'])
  })

  test('a file or folder that is named itself is audited all the same', () => {
    const cwd = temporaryFolder({ '.git/HEAD': '', '.gitignore': 'dist/\n', 'dist/room.js': '', 'dist/.gitignore': 'feed.js', 'dist/feed.js': '' })
    expect(find(cwd, ['dist/feed.js'])).toEqual(['dist/feed.js'])
    expect(find(cwd, ['dist'])).toEqual(['dist/room.js'])
  })
})

describe('ignores', () => {
  test('patterns in .gitignore syntax leave files out, named ones too', () => {
    const cwd = temporaryFolder({ 'src/room.ts': '', 'src/room.test.ts': '', 'legacy/feed.js': '', 'legacy/keep.js': '' })
    expect(find(cwd, ['.', 'src/room.test.ts'], ['*.test.ts', 'legacy/*', '!legacy/keep.js'])).toEqual(['legacy/keep.js', 'src/room.ts'])
  })

  test('they are relative to the working directory and do not reach out of it', () => {
    const root = temporaryFolder({ 'shared/bus.ts': '', 'chat/shared/room.ts': '' })
    expect(find(join(root, 'chat'), ['.', '../shared'], ['shared/bus.ts', '/shared'])).toEqual(['../shared/bus.ts'])
  })
})

describe('nothing to audit is one clear line', () => {
  const cwdOf = () => temporaryFolder({ 'src/room.ts': '', 'docs/README.md': '' })

  test.each([
    [['src/nope.ts'], 'no such file or folder: src/nope.ts'],
    [['src', 'lib'], 'no such file or folder: lib'],
    [['src/**/*.vue'], 'no source files match src/**/*.vue'],
    [['docs'], 'no source files found in docs'],
    [['docs/README.md'], 'no source files found in docs/README.md'],
    [[], 'no source files found in no path'],
  ])('%j', (paths, message) => {
    expect(() => find(cwdOf(), paths)).toThrow(new UsageError(message))
  })

  test('all files ignored', () => {
    expect(() => find(cwdOf(), ['src'], ['**/*.ts'])).toThrow(new UsageError('no source files found in src'))
  })
})
