import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readProject } from '../../src/parse/project.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const json = JSON.stringify

describe('packages', () => {
  test('every package.json from an audited file up to the working directory, and none beside', () => {
    const cwd = temporaryFolder({
      'package.json': json({ name: 'chat', workspaces: ['packages/*'] }),
      'packages/room/package.json': json({ name: '@chat/room', type: 'module', main: './dist/index.js', bin: { room: 'dist/cli.js' }, dependencies: { ws: '8' }, devDependencies: { vitest: '4', ws: '8' } }),
      'packages/room/src/deep/index.ts': '', 'packages/feed/package.json': json({ name: 'feed' }),
    })
    expect(readProject(cwd, ['packages/room/src/deep/index.ts']).packages).toEqual([
      { dir: '', name: 'chat', mains: [], subpaths: {}, hasBin: false, dependencies: [], type: 'commonjs' },
      { dir: 'packages/room', name: '@chat/room', mains: ['packages/room/dist/index.js'], subpaths: { '.': ['packages/room/dist/index.js'] }, hasBin: true, dependencies: ['vitest', 'ws'], type: 'module' },
    ])
  })

  test('above the working directory only where it has no package.json itself, and then the nearest', () => {
    const root = temporaryFolder({ 'package.json': json({ name: 'outer' }), 'chat/package.json': json({ name: 'chat', main: 'src/index.js' }), 'chat/src/rooms/room.js': '' })
    expect(readProject(join(root, 'chat/src'), ['rooms/room.js']).packages.map(({ dir, name, mains }) => ({ dir, name, mains }))).toEqual([{ dir: '..', name: 'chat', mains: ['index.js'] }])
    expect(readProject(join(root, 'chat'), ['src/rooms/room.js']).packages.map(({ name }) => name)).toEqual(['chat'])
  })

  test('a file outside the working directory belongs to the nearest package above it', () => {
    const root = temporaryFolder({ 'package.json': json({ name: 'outer' }), 'feed/package.json': json({ name: 'feed' }), 'feed/src/price.js': '', 'chat/package.json': json({ name: 'chat' }) })
    expect(readProject(join(root, 'chat'), ['../feed/src/price.js']).packages.map(({ dir, name }) => [dir, name])).toEqual([['../feed', 'feed']])
  })

  test('main files are read from main, module, and every condition of exports; declarations and data are not code', () => {
    const cwd = temporaryFolder({ 'a.js': '', 'package.json': json({ main: './a.js', module: 'a.mjs', bin: './cli.js', exports: { '.': { types: './a.d.ts', import: ['./a.mjs', null], require: './a.js' }, './feed': './feed.js', './package.json': './package.json' } }) })
    expect(readProject(cwd, ['a.js']).packages[0]).toMatchObject({ mains: ['a.js', 'a.mjs', 'feed.js'], hasBin: true })
  })

  test('what importers may name is read from exports, else from module and main', () => {
    const subpathsOf = (manifest: object) => readProject(temporaryFolder({ 'a.js': '', 'package.json': json(manifest) }), ['a.js']).packages[0]!.subpaths
    expect(subpathsOf({ main: './a.js', module: './a.mjs' })).toEqual({ '.': ['a.mjs', 'a.js'] })
    expect(subpathsOf({ main: './a.js', exports: { import: './b.mjs', types: './b.d.ts' } })).toEqual({ '.': ['b.mjs', 'a.js'] })
    expect(subpathsOf({ exports: { '.': './a.js', './feed/*': { source: './src/feed/*.ts', default: './dist/feed/*.js' }, './private/*': null } })).toEqual({ '.': ['a.js'], './feed/*': ['src/feed/*.ts', 'dist/feed/*.js'] })
  })

  test('a broken package.json is a notice', () => {
    const cwd = temporaryFolder({ 'room.js': '', 'package.json': '{ "name": ' })
    expect(readProject(cwd, ['room.js'])).toMatchObject({ packages: [], notices: [expect.stringMatching(/^package\.json: .*JSON.*; auditing goes on without it$/)] })
  })

  test('odd fields are no facts', () => {
    const cwd = temporaryFolder({ 'room.js': '', 'package.json': json({ name: 7, main: true, exports: null, bin: {}, dependencies: ['ws'], type: 'esm' }) })
    expect(readProject(cwd, ['room.js'])).toMatchObject({ packages: [{ dir: '', mains: [], hasBin: false, dependencies: [], type: 'commonjs' }], notices: [] })
  })
})

describe('tsconfigs', () => {
  test('the nearest one governs, its extends and paths are read', () => {
    const cwd = temporaryFolder({
      'package.json': '{}', 'tsconfig.json': '{ "compilerOptions": { "baseUrl": "." } }', 'base/tsconfig.json': '// shared\n{ "compilerOptions": { "paths": { "@bus/*": ["./bus/*"], "config": ["./config/index", "./config.ts"] } }, }',
      'chat/tsconfig.json': '{ "extends": "../base/tsconfig.json" }', 'chat/src/room.ts': '', 'feed/price.ts': '',
    })
    expect(readProject(cwd, ['chat/src/room.ts', 'feed/price.ts'])).toMatchObject({
      tsconfigs: ['chat/tsconfig.json', 'tsconfig.json'],
      // an inherited target stays relative to the file that wrote it
      pathMappings: [
        { dir: 'chat', base: 'chat', hasBaseUrl: false, paths: { '@bus/*': ['../base/bus/*'], config: ['../base/config/index', '../base/config.ts'] } },
        { dir: '', base: '', hasBaseUrl: true, paths: {} },
      ],
      notices: [],
    })
  })

  test('targets are relative to baseUrl', () => {
    const cwd = temporaryFolder({ 'tsconfig.json': json({ compilerOptions: { baseUrl: './src', paths: { '@/*': ['./*'] } } }), 'src/room.ts': '' })
    expect(readProject(cwd, ['src/room.ts']).pathMappings).toEqual([{ dir: '', base: 'src', hasBaseUrl: true, paths: { '@/*': ['*'] } }])
  })

  test('references are followed, in circles too; a config that only lists them governs nothing', () => {
    const cwd = temporaryFolder({
      'tsconfig.json': json({ files: [], references: [{ path: './tsconfig.app.json' }, { path: './packages/feed' }] }), 'tsconfig.app.json': json({ include: ['src'] }),
      'packages/feed/tsconfig.json': json({ references: [{ path: '../..' }] }), 'src/room.ts': '',
    })
    expect(readProject(cwd, ['src/room.ts'])).toMatchObject({ tsconfigs: ['packages/feed/tsconfig.json', 'tsconfig.app.json'], notices: [] })
  })

  test('a jsconfig.json counts where there is no tsconfig.json', () => {
    const cwd = temporaryFolder({ 'jsconfig.json': '{}', 'a/jsconfig.json': '{}', 'a/tsconfig.json': '{}', 'a/room.js': '', 'price.js': '' })
    expect(readProject(cwd, ['a/room.js', 'price.js']).tsconfigs).toEqual(['a/tsconfig.json', 'jsconfig.json'])
  })

  test.each([
    ['{ "compilerOptions": {\n  "strict": true\n', 'tsconfig.json: not valid JSON in line 3; auditing goes on without types'],
    ['{ "extends": "./nope.json" }', `tsconfig.json: File './nope.json' not found; auditing goes on without types`],
    ['{ "references": [{ "path": "./gone" }] }', 'gone: no such file; auditing goes on without types'],
  ])('a broken one is one line: %j', (text, notice) => {
    const cwd = temporaryFolder({ 'tsconfig.json': text, 'room.ts': '' })
    expect(readProject(cwd, ['room.ts']).notices).toEqual([notice])
  })

  test('a broken one is not given on', () => {
    const cwd = temporaryFolder({ 'tsconfig.json': '{ "extends": "./nope.json" }', 'room.ts': '' })
    expect(readProject(cwd, ['room.ts'])).toMatchObject({ tsconfigs: [], pathMappings: [] })
  })

  test('an empty one is whole', () => {
    const cwd = temporaryFolder({ 'tsconfig.json': '', 'room.ts': '' })
    expect(readProject(cwd, ['room.ts'])).toMatchObject({ tsconfigs: ['tsconfig.json'], notices: [] })
  })

  test('TypeScript without one is a notice, JavaScript is not', () => {
    const cwd = temporaryFolder({ 'room.ts': '', 'feed.mts': '', 'price.js': '' })
    expect(readProject(cwd, ['feed.mts', 'price.js', 'room.ts']).notices).toEqual(['no tsconfig.json above feed.mts and 1 more TypeScript file; auditing goes on with default compiler options'])
    expect(readProject(cwd, ['price.js']).notices).toEqual([])
  })
})
