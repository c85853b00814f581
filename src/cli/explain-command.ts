import { knownRule } from './arguments.ts'
import type { AddCommand } from './command.ts'
import { rulePage } from './rule-page.ts'

/** `leak-audit explain <rule>`: the page as it is in `docs/rules`. */
export const addExplainCommand: AddCommand = (program, { rules }) => {
  program.command('explain').description('print the page of a rule: what it reports, why it leaks, examples, limits')
    .argument('<rule>', 'its id')
    .helpOption('--help', 'print this text')
    .action((rule: string) => {
      process.stdout.write(rulePage(knownRule(rule, { rules })))
    })
}
