import { expect, test } from 'vitest'
import { readProgram } from '../../src/read-program.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const json = JSON.stringify

/** Of each specifier, the file of the program that it leads to. */
async function targetsOf(files: Readonly<Record<string, string>>, specifiers: readonly string[]): Promise<readonly (string | undefined)[]> {
  const cwd = temporaryFolder({ 'package.json': json({ workspaces: ['packages/*'] }), 'packages/api/package.json': json({ name: '@acme/api' }), 'packages/api/src/server.ts': '', ...files })
  const { link, resolver } = await readProgram({ cwd, paths: ['.'] }), program = link(resolver)
  const from = program.modules.fileNamed('packages/api/src/server.ts')!
  return specifiers.map(specifier => { const target = program.modules.targetOf(from, specifier); return target?.kind === 'file' ? target.file.file : undefined })
}

test.each([
  ['main', { main: './dist/index.js' }, 'src/index.ts'],
  ['main of another name', { main: 'dist/db.js' }, 'src/db.ts'],
  ['the sources in a folder of the build', { main: './build/src/main.js' }, 'src/main.ts'],
  ['exports with conditions', { exports: { types: './dist/index.d.ts', import: './dist/index.mjs', require: './dist/index.cjs' } }, 'src/index.ts'],
  ['a source condition', { exports: { '.': { source: './lib/entry.ts', default: './dist/index.js' } } }, 'lib/entry.ts'],
  ['sources as they are', { exports: './src/db.ts' }, 'src/db.ts'],
  ['nothing', {}, 'src/index.ts'],
])('a package of the repository is its source where package.json says %s', async (_, manifest, source) => {
  const files = { 'packages/db/package.json': json({ name: '@acme/db', ...manifest }), 'packages/db/src/index.ts': '', [`packages/db/${source}`]: '' }
  expect(await targetsOf(files, ['@acme/db'])).toEqual([`packages/db/${source}`])
})

test('subpaths are what exports says, the longest pattern first', async () => {
  const exports = { '.': './dist/index.js', './pool': './dist/pg/pool.js', './drivers/*': './dist/drivers/*.js', './drivers/old/*': './legacy/*.js' }
  const files = { 'packages/db/package.json': json({ name: '@acme/db', exports }), 'packages/db/src/pg/pool.ts': '', 'packages/db/src/drivers/pg.ts': '', 'packages/db/legacy/pg.js': '', 'packages/db/src/inner.ts': '' }
  expect(await targetsOf(files, ['@acme/db/pool', '@acme/db/drivers/pg', '@acme/db/drivers/old/pg', '@acme/db/inner', 'pg'])).toEqual(['packages/db/src/pg/pool.ts', 'packages/db/src/drivers/pg.ts', 'packages/db/legacy/pg.js', 'packages/db/src/inner.ts', undefined])
})

test('project references and paths lead to sources too', async () => {
  const files = {
    'tsconfig.base.json': json({ compilerOptions: { composite: true, paths: { '#db/*': ['./packages/db/src/*'] } } }),
    'packages/api/tsconfig.json': json({ extends: '../../tsconfig.base.json', references: [{ path: '../db' }] }),
    'packages/db/tsconfig.json': json({ extends: '../../tsconfig.base.json' }), 'packages/db/package.json': json({ name: '@acme/db' }), 'packages/db/src/pool.ts': '',
  }
  expect(await targetsOf(files, ['#db/pool', '#db/pool.js', '../../db/src/pool.js'])).toEqual(['packages/db/src/pool.ts', 'packages/db/src/pool.ts', 'packages/db/src/pool.ts'])
})
