import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import type { AddCommand } from './command.ts'
import type { Plan } from './init/plan.ts'
import { isColorful } from './terminal.ts'

interface InitOptions {
  /** Writes without a question. */
  readonly yes?: boolean
  /** Shows, and writes nothing. */
  readonly dryRun?: boolean
}

/** `leak-audit init`. Nothing is written before it was shown and agreed to. */
export const addInitCommand: AddCommand = program => {
  program.command('init').description('set up the ESLint or oxlint configuration, a package.json script and a pre-commit hook')
    .option('--yes', 'write without asking')
    .option('--dry-run', 'show what would be written, and write nothing')
    .helpOption('--help', 'print this text')
    .action(async (options: InitOptions) => {
      const { readInitProject } = await import('./init/project.ts')
      const { planInit } = await import('./init/plan.ts')
      const { planText } = await import('./init/plan-text.ts')
      const plan = await planInit(readInitProject(process.cwd()))
      process.stdout.write(planText(plan, { color: program.opts<{ color?: boolean }>().color ?? isColorful(process.env) }))
      process.stdout.write(await carriedOut(plan, options))
    })
}

/** Gives the last words. */
async function carriedOut(plan: Plan, options: InitOptions): Promise<string> {
  const count = plan.changes.length === 1 ? '1 file' : `${plan.changes.length} files`
  if (plan.changes.length === 0) return `\nNothing to write.\n${nextSteps(plan)}`
  if (options.dryRun === true) return `\n${count} would be written.\n`
  if (options.yes !== true) {
    if (!process.stdin.isTTY || !process.stdout.isTTY) return `\nNothing written: this is no terminal to ask at. To write ${count}: leak-audit init --yes\n`
    if (!await isAgreed(`\nWrite ${count}? (y/N) `)) return 'Nothing written.\n'
  }
  write(plan)
  return `\nWrote ${plan.changes.map(({ file }) => file).join(', ')}.\n${nextSteps(plan)}`
}

function write({ changes }: Plan): void {
  for (const { file, before, after, isExecutable } of changes) {
    const path = join(process.cwd(), file)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, after)
    if (isExecutable && before === undefined) chmodSync(path, 0o755)
  }
}

/** What is still to be done, where something is. */
const nextSteps = ({ next }: Plan): string => next.map(line => `Next: ${line}\n`).join('')

/** No is the answer of whoever closes the input, or presses Ctrl-C. */
function isAgreed(question: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  return new Promise(resolve => {
    terminal.once('close', () => resolve(false))
    terminal.once('SIGINT', () => { process.stdout.write('\n'); terminal.close() })
    terminal.question(question, answer => {
      resolve(/^y(?:es)?$/i.test(answer.trim()))
      terminal.close()
    })
  })
}
