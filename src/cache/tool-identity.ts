import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cacheKey } from './cache-key.ts'

/** Packages whose manifest decides what facts and answers are; its own pins the others. */
const DECIDING = ['eslint-plugin-leak-audit', 'oxc-parser', '@typescript-eslint/scope-manager'] as const

/**
 * Names the tool by its own code, model rows included, and by the versions of its parser and its other packages. A version number alone
 * would not do: two builds of one version may differ.
 */
export function toolIdentity(): string {
  const top = fileURLToPath(new URL('../..', import.meta.url))
  const code = ['src', 'rules'].flatMap(folder => readdirSync(join(top, folder), { recursive: true, encoding: 'utf8' }).filter(name => /\.[jt]s$/.test(name) && !name.endsWith('.d.ts')).sort().map(name => join(top, folder, name)))
  return cacheKey([process.versions.node, ...DECIDING.map(manifestOf), ...code.map(file => readFileSync(file, 'utf8'))])
}

function manifestOf(name: string): string {
  try {
    return readFileSync(createRequire(import.meta.url).resolve(`${name}/package.json`), 'utf8')
  } catch {
    return 'unknown' // a package that does not export its manifest: its pinned version comes with ours
  }
}
