import { join } from 'node:path'
import { expect, test } from 'vitest'
import { cacheFolder } from '../../src/cache/cache-folder.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const CACHE = 'node_modules/.cache/leak-audit'

test('the nearest node_modules of the repository has the cache', () => {
  const root = temporaryFolder({ '.git': 'gitdir: elsewhere', 'node_modules/x': '', 'packages/a/package.json': '{}', 'packages/b/package.json': '{}', 'packages/b/node_modules/x': '' })
  expect(cacheFolder(join(root, 'packages/a'))).toBe(join(root, CACHE))
  expect(cacheFolder(join(root, 'packages/b'))).toBe(join(root, 'packages/b', CACHE))
})

test('a node_modules above the project is not the project\'s', () => {
  const root = temporaryFolder({ 'node_modules/x': '', 'server/package.json': '{}' })
  expect(cacheFolder(join(root, 'server'))).toBeUndefined()
})
