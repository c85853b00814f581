import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** Files by path; null removes one. */
export type Files = Readonly<Record<string, string | null>>

/** A git repository in a temporary folder, gone when its `using` block ends. */
export class TinyRepository {
  readonly folder = mkdtempSync(join(tmpdir(), 'bench-'))
  /** Where mirrors keep it: `<folder>/chat+room/repo`. */
  readonly repo = join(this.folder, 'chat+room/repo')

  constructor() {
    mkdirSync(this.repo, { recursive: true })
    this.#git('init', '--quiet')
  }

  /** Writes the files and commits them. Gives the commit. */
  commit(files: Files): string {
    for (const [path, text] of Object.entries(files)) {
      const file = join(this.repo, path)
      mkdirSync(dirname(file), { recursive: true })
      if (text === null) rmSync(file)
      else writeFileSync(file, text)
    }
    this.#git('add', '--all', '--force')
    this.#git('-c', 'user.name=bench', '-c', 'user.email=bench@localhost', '-c', 'commit.gpgsign=false', 'commit', '--quiet', '--message', 'change')
    return this.#git('rev-parse', 'HEAD').trim()
  }

  #git(...args: string[]): string {
    return execFileSync('git', ['-C', this.repo, ...args], { encoding: 'utf8', env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null' } })
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true, force: true })
  }
}
