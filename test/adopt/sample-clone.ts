import { type SpawnSyncReturns, execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { temporaryFolder } from '../temporary-folder.ts'

export const ROOT = resolve(import.meta.dirname, '../..')
const SAMPLE = join(ROOT, 'fixtures/programs/chat-room/leaky')

/** A clone of the sample server, with the tool and what else is named installed in it, as a person has it in front of them. */
export interface SampleClone {
  readonly folder: string
  write(file: string, text: string): void
  read(file: string): string
  /** Puts text into a file that is there. */
  replace(file: string, from: string, to: string): void
  /** Runs a command of a shell in the repository. */
  run(command: string, variables?: NodeJS.ProcessEnv): Ran
  /** Stages everything and commits it; hooks run. */
  commit(message: string): Ran
}

export interface Ran {
  readonly status: number | null
  readonly stdout: string
  /** Standard output and standard error. */
  readonly output: string
}

export function sampleClone({ tools = [], files = {} }: { readonly tools?: readonly string[]; readonly files?: Readonly<Record<string, string>> } = {}): SampleClone {
  const top = temporaryFolder(), origin = join(top, 'origin'), folder = join(top, 'clone')
  cpSync(SAMPLE, origin, { recursive: true })
  write(origin, '.gitignore', 'node_modules\n')
  for (const [file, text] of Object.entries(files)) write(origin, file, text)
  for (const args of [['init', '--quiet', '--initial-branch=main'], ['add', '--all'], ['commit', '--quiet', '--message=The sample server']]) execFileSync('git', args, { cwd: origin, env: ENVIRONMENT })
  execFileSync('git', ['clone', '--quiet', origin, folder], { env: ENVIRONMENT })
  install(folder, tools)
  const run = (command: string, variables: NodeJS.ProcessEnv = {}) => ranOf(spawnSync('bash', ['-c', command], { cwd: folder, encoding: 'utf8', env: { ...ENVIRONMENT, ...variables } }))
  return {
    folder, run,
    read: file => readFileSync(join(folder, file), 'utf8'),
    write: (file, text) => write(folder, file, text),
    replace(file, from, to) {
      const text = readFileSync(join(folder, file), 'utf8')
      if (!text.includes(from)) throw new Error(`${file} does not contain ${from}`)
      writeFileSync(join(folder, file), text.replace(from, to))
    },
    commit: message => run(`git add --all && git commit --message='${message}'`),
  }
}

/** Neither the person's own settings nor those of the run around this one; git in a hook sets GIT_DIR for its children. */
const ENVIRONMENT: NodeJS.ProcessEnv = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(?:GIT_|GITHUB_|npm_|CI$|FORCE_COLOR$|NODE_ENV$|VITEST)/i.test(name))),
  GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null', NO_COLOR: '1',
  GIT_AUTHOR_NAME: 'Ada', GIT_AUTHOR_EMAIL: 'ada@example.com', GIT_COMMITTER_NAME: 'Ada', GIT_COMMITTER_EMAIL: 'ada@example.com',
  npm_config_offline: 'true', npm_config_update_notifier: 'false',
}

/** Links what is installed here, so that nothing is fetched. */
function install(folder: string, tools: readonly string[]): void {
  mkdirSync(join(folder, 'node_modules/.bin'), { recursive: true })
  symlinkSync(ROOT, join(folder, 'node_modules/eslint-plugin-leak-audit'))
  chmodSync(join(ROOT, 'dist/src/cli.js'), 0o755)
  symlinkSync(join(ROOT, 'dist/src/cli.js'), join(folder, 'node_modules/.bin/leak-audit'))
  for (const tool of tools) {
    mkdirSync(dirname(join(folder, 'node_modules', tool)), { recursive: true })
    symlinkSync(join(ROOT, 'node_modules', tool), join(folder, 'node_modules', tool))
    const bin = join(ROOT, 'node_modules/.bin', tool)
    if (existsSync(bin)) symlinkSync(bin, join(folder, 'node_modules/.bin', tool))
  }
}

function write(folder: string, file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), text)
}

function ranOf({ status, stdout, stderr }: SpawnSyncReturns<string>): Ran {
  return { status, stdout, output: stdout + stderr }
}
