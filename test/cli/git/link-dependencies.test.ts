import { mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { linkDependencies } from '../../../src/cli/git/link-dependencies.ts'
import { temporaryFolder } from '../../temporary-folder.ts'

test('a tree finds what is installed beside the work tree, and the packages of the repository as it has them itself', () => {
  const outer = temporaryFolder({
    'node_modules/far/index.d.ts': 'far',
    'repository/node_modules/ws/index.d.ts': 'installed', 'repository/node_modules/@types/ws/index.d.ts': 'installed types',
    'repository/packages/db/index.ts': 'as it is now', 'repository/packages/api/node_modules/pg/index.d.ts': 'of one package',
  })
  const top = join(outer, 'repository')
  mkdirSync(join(top, 'node_modules/@acme'))
  symlinkSync('../../packages/db', join(top, 'node_modules/@acme/db'))
  const root = join(temporaryFolder({ 'tree/packages/db/index.ts': 'as it was then', 'tree/packages/api/package.json': '{}' }), 'tree')
  linkDependencies(top, root, ['packages/api'])
  const textOf = (path: string): string => readFileSync(join(root, path), 'utf8')
  expect([
    textOf('node_modules/ws/index.d.ts'), textOf('node_modules/@types/ws/index.d.ts'), textOf('node_modules/@acme/db/index.ts'),
    textOf('packages/api/node_modules/pg/index.d.ts'), textOf('../node_modules/far/index.d.ts'),
  ]).toEqual(['installed', 'installed types', 'as it was then', 'of one package', 'far'])
})
