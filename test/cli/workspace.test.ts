import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Finding } from '../../src/verdict/finding.ts'
import { leakAudit, sitesOf } from '../leak-audit.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const json = JSON.stringify
const server = (body: string, port: number): string => `import { createServer } from 'node:http'
import { bus, subscribe } from '@acme/bus'
createServer((request, response) => {
  ${body}
}).listen(${port})
`

/** Two servers that share a bus: the api leaks by itself, the worker by a helper of the bus. What is built is not there. */
const monorepo = {
  'package.json': json({ private: true, workspaces: ['apps/*', 'packages/*'] }), 'tsconfig.json': '{}',
  'packages/bus/package.json': json({ name: '@acme/bus', type: 'module', exports: './dist/index.js' }),
  'packages/bus/src/index.ts': `import { EventEmitter } from 'node:events'
import type { ServerResponse } from 'node:http'
export const bus = new EventEmitter()
export function subscribe(response: ServerResponse) {
  bus.on('job', job => response.write(String(job)))
}
`,
  'apps/api/package.json': json({ name: '@acme/api', type: 'module', dependencies: { '@acme/bus': '*' } }),
  'apps/api/src/server.ts': server("bus.on('price', price => response.write(String(price)))", 3000),
  'apps/worker/package.json': json({ name: '@acme/worker', type: 'module', dependencies: { '@acme/bus': '*' } }),
  'apps/worker/src/server.ts': server('subscribe(response)', 3001),
}
const inApi = 'apps/api/src/server.ts:4', inBus = 'packages/bus/src/index.ts:5'

describe('--workspace', () => {
  test.each([
    ['a package that leaks', ['@acme/api'], [inApi]],
    ['a package that leaks through another', ['@acme/worker'], [inBus]],
    ['several', ['@acme/api', 'apps/worker'], [inApi, inBus]],
  ])('reports what %s does, by names from the root', (_, names, sites) => {
    const folder = temporaryFolder(monorepo)
    expect(sitesOf(names.flatMap(name => ['--workspace', name]), folder)).toMatchObject({ status: 1, findings: sites })
  })

  test('says the same from the folder of the package, with files of options as they are named there', () => {
    const folder = temporaryFolder({ ...monorepo, 'apps/api/audit.json': '{ "minConfidence": "possible" }', 'leak-audit.config.json': '{ "ignroes": [] }' })
    expect(sitesOf(['--workspace', '.', '--config', 'audit.json'], join(folder, 'apps/api'))).toMatchObject({ status: 1, findings: [inApi] })
    expect(leakAudit(['--workspace', '.'], join(folder, 'apps/api')).stderr).toContain('config leak-audit.config.json: unknown key')
  })

  test.each([
    [['--workspace', '@acme/apo'], "unknown workspace '@acme/apo'; did you mean '@acme/api'?"],
    [['--workspace', '@acme/api', 'apps'], '--workspace says what to read; leave out apps'],
    [['--shard', '3/2'], "option '--shard <i/n>' argument '3/2' is invalid. A part such as 2/4 is expected."],
    [['merge'], "missing required argument 'reports'"],
    [['merge', 'nowhere.json'], 'report nowhere.json: no such file'],
    [['merge', 'package.json'], "report package.json is not what --format json prints: the key 'schemaVersion' is missing"],
  ])('%j is refused in one line', (args, message) => {
    expect(leakAudit(args, temporaryFolder(monorepo))).toEqual({ status: 2, stdout: '', stderr: `leak-audit: ${message}\n` })
  })
})

test('the reports of all shards, merged, are the report of the whole', () => {
  const folder = temporaryFolder({ ...monorepo, 'apps/api/src/broken.ts': 'export const = 1\n' })
  const parts = [1, 2, 3].map(index => {
    writeFileSync(join(folder, `${index}.json`), leakAudit(['--shard', `${index}/3`, '--format', 'json'], folder).stdout)
    return `${index}.json`
  })
  const merged = leakAudit(['merge', ...parts.reverse(), '--format', 'json'], folder), whole = leakAudit(['--format', 'json'], folder)
  const reportOf = (stdout: string): { findings: Finding[]; stats: object } => ({ ...JSON.parse(stdout) as { findings: Finding[]; stats: object } })
  expect({ ...reportOf(merged.stdout), stats: { ...reportOf(merged.stdout).stats, milliseconds: 0 } }).toEqual({ ...reportOf(whole.stdout), stats: { ...reportOf(whole.stdout).stats, milliseconds: 0 } })
  expect(reportOf(whole.stdout).findings.map(({ file }) => file)).toEqual(['apps/api/src/server.ts', 'packages/bus/src/index.ts'])
  expect(merged.status).toBe(1)
  expect(leakAudit(['merge', ...parts, '--format', 'text'], folder).stdout).toMatch(/^apps\/api\/src\/server\.ts:4:3 {2}error {2}no-unreleased-listener/)
})
