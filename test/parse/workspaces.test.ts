import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { chooseWorkspaces, findWorkspaces } from '../../src/parse/workspaces.ts'
import { UsageError } from '../../src/verdict/audit-result.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const json = JSON.stringify
const packages = {
  'apps/api/package.json': json({ name: '@acme/api', dependencies: { '@acme/db': '*', ws: '8' } }),
  'apps/worker/package.json': json({ name: '@acme/worker', devDependencies: { '@acme/log': 'workspace:*' } }),
  'packages/db/package.json': json({ name: '@acme/db', peerDependencies: { '@acme/log': '*' } }),
  'packages/log/package.json': json({ name: '@acme/log' }),
  'packages/old/package.json': json({ name: '@acme/old' }),
  'apps/api/node_modules/ws/package.json': json({ name: 'ws' }),
}

describe('workspaces are those of', () => {
  test.each([
    ['npm, yarn and bun', { 'package.json': json({ name: 'acme', workspaces: ['apps/*', './packages/*/', '!packages/old'] }) }],
    ['yarn, with options', { 'package.json': json({ name: 'acme', workspaces: { packages: ['apps/*', 'packages/*', '!packages/old'], nohoist: [] } }) }],
    ['pnpm', { 'package.json': json({ name: 'acme' }), 'pnpm-workspace.yaml': 'packages:\n  - "apps/**"\n  - packages/*\n  - "!packages/old"\n' }],
  ])('%s, also from a folder in one', (_, root) => {
    const folder = temporaryFolder({ ...packages, ...root })
    const found = findWorkspaces(join(folder, 'apps/api'))
    expect(found.root).toBe(folder)
    expect(found.packages.map(({ name }) => name)).toEqual(['acme', '@acme/api', '@acme/worker', '@acme/db', '@acme/log'])
  })
})

describe('a package is read with those it depends on', () => {
  const choose = (names: string[], below = '') => {
    const folder = temporaryFolder({ ...packages, 'package.json': json({ workspaces: ['apps/*', 'packages/*'] }) })
    return chooseWorkspaces(findWorkspaces(folder), names, join(folder, below))
  }

  test.each([
    ['its name', ['@acme/api'], ''],
    ['its folder', ['apps/api'], ''],
    ['its folder, from another', ['../../apps/api/'], 'packages/db'],
    ['the folder it is in', ['.'], 'apps/api'],
  ])('by %s', (_, names, below) => {
    expect(choose(names, below)).toEqual({ named: ['apps/api'], read: ['apps/api', 'packages/db', 'packages/log'] })
  })

  test('a folder of packages is all of them, and several add up', () => {
    expect(choose(['packages', '@acme/worker'])).toEqual({ named: ['apps/worker', 'packages/db', 'packages/log', 'packages/old'], read: ['apps/worker', 'packages/db', 'packages/log', 'packages/old'] })
  })

  test('an unknown one is named with the nearest', () => {
    expect(() => choose(['@acme/apo'])).toThrow(new UsageError("unknown workspace '@acme/apo'; did you mean '@acme/api'?"))
  })
})

test('no workspaces, and broken ones, are refused in one line', () => {
  const lone = temporaryFolder({ 'package.json': '{}' }), broken = temporaryFolder({ 'pnpm-workspace.yaml': 'packages: [' })
  expect(() => findWorkspaces(lone)).toThrow(/^no workspaces: neither .+ nor a folder above it has a package\.json with "workspaces" or a pnpm-workspace\.yaml$/)
  expect(() => findWorkspaces(broken)).toThrow(/^.+pnpm-workspace\.yaml cannot be read: .+$/)
})
