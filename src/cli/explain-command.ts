import { readFileSync } from 'node:fs'
import { knownRule } from './arguments.ts'
import type { AddCommand } from './command.ts'

/** `leak-audit explain <rule>`: the page as it is in `docs/rules`, which the package contains. */
export const addExplainCommand: AddCommand = (program, { rules }) => {
  program.command('explain').description('print the page of a rule: what it reports, why it leaks, examples, limits')
    .argument('<rule>', 'its id')
    .helpOption('--help', 'print this text')
    .action((rule: string) => {
      process.stdout.write(readFileSync(new URL(`../../../docs/rules/${knownRule(rule, { rules })}.md`, import.meta.url), 'utf8'))
    })
}
