import { Command, CommanderError } from 'commander'
import { UsageError } from '../verdict/audit-result.ts'
import { addAuditCommand } from './audit-command.ts'
import type { AddCommand, CommandContext } from './command.ts'
import { addExplainCommand } from './explain-command.ts'
import { addProveCommand } from './prove-command.ts'
import { addWhyCommand } from './why-command.ts'

const COMMANDS: readonly AddCommand[] = [addAuditCommand, addExplainCommand, addWhyCommand, addProveCommand]

/**
 * Runs the command that the arguments after `node cli.js` name. Help and the version are printed here.
 * @throws UsageError for what it does not understand, and whatever the command throws.
 */
export async function runProgram(argv: readonly string[], context: CommandContext): Promise<void> {
  const program = new Command('leak-audit')
    .description(DESCRIPTION)
    .version(context.version, '--version', 'print the version')
    .helpOption('--help', 'print this text')
    .addHelpText('after', `${EXAMPLES}\nRules:\n${context.rules.map(rule => `  ${rule.id.padEnd(26)}${rule.summary}\n`).join('')}`)
    .exitOverride()
    .configureOutput({ outputError: () => {} })
  for (const add of COMMANDS) add(program, context)
  try {
    await program.parseAsync(argv, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode !== 0) throw new UsageError(error.message.replace(/^error: /, ''))
  }
}

const DESCRIPTION = `Finds memory leaks in Node.js servers.

${[
    'It reads all files under the given paths as one program, without running it, and reports each place that adds a listener,',
    'a collection entry or a timer for every request, connection, message or job and does not take it away again.',
    'Each finding says what keeps the memory, why the code runs many times, and which release is missing.',
  ].join(' ')}`

const EXAMPLES = `
Examples:
  leak-audit                                     audit the current folder
  leak-audit src --format json > leaks.json      write JSON for another program
  leak-audit src --rule no-uncleared-interval    look for one kind of leak only
  leak-audit explain no-partial-release          print the page of a rule
  leak-audit why src/server.ts:14                print what is concluded of a line, and why
  leak-audit prove src/orders.ts#placeOrder      run a function many times, and measure what it leaves behind

Exit codes:
  0  nothing to report
  1  there are findings
  2  the tool could not do its work, or could not read a file;
     standard error says why in one line
`
