import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from './source-files.ts'

interface Packed { readonly size: number; readonly files: readonly { readonly path: string }[] }

const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { exports: unknown; bin: unknown; main: string; types: string; peerDependencies: Record<string, string>; peerDependenciesMeta: Record<string, { optional: boolean }> }
const packed = npmPack()

test('the packed package is smaller than 1 MB', () => {
  expect(packed.size).toBeLessThan(1_000_000)
})

test('it contains what package.json names', () => {
  const files = new Set(packed.files.map(({ path }) => path))
  const named = [manifest.main, manifest.types, ...pathsIn(manifest.exports), ...pathsIn(manifest.bin)].map(path => posix.normalize(path))
  expect(named.filter(path => !files.has(path))).toEqual([])
})

test('it contains the pages of the rules, which explain prints, and no test', () => {
  const files = packed.files.map(({ path }) => path)
  expect(files).toContain('docs/rules/no-unreleased-listener.md')
  expect(files.filter(path => /(?:^|\/)(?:test|fixtures)\//.test(path))).toEqual([])
})

test('no peer is required: nothing that a project has can be in conflict', () => {
  expect(Object.keys(manifest.peerDependencies).filter(name => manifest.peerDependenciesMeta[name]?.optional !== true)).toEqual([])
})

function npmPack(): Packed {
  const { stdout, stderr } = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts', '--offline'], { cwd: ROOT, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  const [report] = JSON.parse(stdout || `"${stderr}"`) as [Packed]
  return report
}

function pathsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(pathsIn) : []
}
