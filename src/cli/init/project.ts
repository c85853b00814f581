import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { UsageError } from '../../verdict/audit-result.ts'

/** The package that `leak-audit init` sets up, as it would be after the steps that came before. */
export interface InitProject {
  /** Absolute. All other paths are relative to it, with `/`. */
  readonly cwd: string
  /** What package.json names under `dependencies`, `devDependencies` and the like. */
  readonly dependencies: ReadonlySet<string>
  /** Whether Node.js takes its `.js` files for ES modules. */
  readonly isModule: boolean
  /** Runs what a dependency installed: `npx`, `pnpm exec`. */
  readonly runner: string
  /** Installs a development dependency. */
  readonly installer: string
  /** Undefined outside a repository. */
  readonly git?: GitPlaces
  /** The text of a file, undefined where there is none. */
  read(file: string): string | undefined
}

export interface GitPlaces {
  /** The folder of the work tree: `.`, or `../..`. */
  readonly top: string
  /** The package within the work tree, such as `packages/api/`; empty at its top. */
  readonly prefix: string
  /** Where git looks for hooks. */
  readonly hooks: string
}

/** @throws UsageError where there is no package, or its package.json cannot be read. */
export function readInitProject(cwd: string): InitProject {
  const git = gitPlaces(cwd)
  const read = (file: string) => existsSync(join(cwd, file)) ? readFileSync(join(cwd, file), 'utf8') : undefined
  const manifest = manifestOf(read('package.json'))
  const manager = managerOf(manifest, file => [cwd, ...(git === undefined ? [] : [join(cwd, git.top)])].some(folder => existsSync(join(folder, file))))
  return {
    cwd,
    dependencies: dependenciesOf(manifest, git === undefined || git.top === '.' ? undefined : read(`${git.top}/package.json`)),
    isModule: manifest['type'] === 'module',
    ...MANAGERS[manager],
    ...(git === undefined ? {} : { git }),
    read,
  }
}

type Manifest = Readonly<Record<string, unknown>>

function manifestOf(text: string | undefined): Manifest {
  if (text === undefined) throw new UsageError('no package.json here: run it in the folder of the package')
  try {
    const manifest: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
    if (typeof manifest === 'object' && manifest !== null && !Array.isArray(manifest)) return manifest as Manifest
  } catch (error) {
    throw new UsageError(`package.json is not valid JSON: ${(error as Error).message.split('\n', 1)[0]!}`, { cause: error })
  }
  throw new UsageError('package.json does not hold an object')
}

/** Those of the repository's root count too: a hook manager is installed there. */
function dependenciesOf(manifest: Manifest, rootText: string | undefined): ReadonlySet<string> {
  const manifests = rootText === undefined ? [manifest] : [manifest, manifestOf(rootText)]
  const fields = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies']
  return new Set(manifests.flatMap(candidate => fields.flatMap(field => Object.keys(candidate[field] ?? {}))))
}

const MANAGERS = {
  npm: { runner: 'npx', installer: 'npm install --save-dev' },
  pnpm: { runner: 'pnpm exec', installer: 'pnpm add --save-dev' },
  yarn: { runner: 'yarn', installer: 'yarn add --dev' },
  bun: { runner: 'bunx', installer: 'bun add --dev' },
} as const

const LOCK_FILES = { 'pnpm-lock.yaml': 'pnpm', 'yarn.lock': 'yarn', 'bun.lock': 'bun', 'bun.lockb': 'bun' } as const

function managerOf({ packageManager }: Manifest, exists: (file: string) => boolean): keyof typeof MANAGERS {
  const named = Object.keys(MANAGERS).find(name => typeof packageManager === 'string' && packageManager.startsWith(`${name}@`))
  if (named !== undefined) return named as keyof typeof MANAGERS
  return Object.entries(LOCK_FILES).find(([file]) => exists(file))?.[1] ?? 'npm'
}

function gitPlaces(cwd: string): GitPlaces | undefined {
  try {
    const ask = (...args: readonly string[]) => execFileSync('git', ['rev-parse', ...args], { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).replace(/\r?\n$/, '')
    const prefix = ask('--show-prefix')
    const top = prefix.split('/').filter(part => part !== '').map(() => '..').join('/')
    const hooks = ask('--path-format=absolute', '--git-path', 'hooks')
    return { top: top === '' ? '.' : top, prefix, hooks: relative(cwd, hooks).replaceAll('\\', '/') }
  } catch {
    return undefined // no repository, or no git
  }
}
