import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { BenchError } from '../bench-error.ts'
import { download } from '../corpus/download.ts'
import type { PublishedPackage } from '../corpus/published-package.ts'

/** A server's library that publishes its TypeScript sources and its tsconfig.json. */
export const TYPED: PublishedPackage = { name: 'mongodb', version: '7.9.0', paths: ['src'] }
/** What its sources need besides its dependencies to be checked. */
const TYPES = ['@types/node@24.10.1', '@types/whatwg-url@13.0.0']

/** Unpacks the project and installs its dependencies; runs none of their code. Gives its folder. */
export function installTyped(): string {
  const folder = download(TYPED)
  if (existsSync(join(folder, 'node_modules/@types/node'))) return folder
  const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--no-save', '--omit=dev', '--legacy-peer-deps', ...TYPES]
  const done = spawnSync('npm', args, { cwd: folder, encoding: 'utf8' })
  if (done.status !== 0) throw new BenchError(`npm ${args.join(' ')}: ${done.error?.message ?? done.stderr.trim().split('\n').at(-1) ?? ''}`)
  return folder
}
