import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import type { FormatName } from './report/index.ts'
import { formats } from './report/index.ts'
import { unknownName } from './unknown-name.ts'
import type { Confidence } from './verdict/finding.ts'
import { UsageError } from './verdict/audit-result.ts'

export interface CliOptions {
  readonly paths: readonly string[]
  readonly format: FormatName
  readonly minConfidence?: Confidence
  readonly maxWarnings?: number
  /** Rule ids to report; all when absent. */
  readonly rule?: readonly string[]
  /** A file; false for none; looked for in the working directory when absent. */
  readonly config?: string | false
  readonly stats?: boolean
  /** Absent: the terminal decides. */
  readonly color?: boolean
}

export interface Product {
  readonly version: string
  readonly rules: readonly { readonly id: string; readonly summary: string }[]
}

/**
 * Reads the arguments after `node cli.js`. Gives null when they asked for help or for the version, which is then printed already.
 * @throws UsageError for what it does not understand.
 */
export function readOptions(argv: readonly string[], { version, rules }: Product): CliOptions | null {
  const ids = rules.map(rule => rule.id)
  const program = new Command('leak-audit')
    .description(DESCRIPTION)
    .argument('[paths...]', 'files, folders and globs that make up the program (default: the current folder)')
    .addOption(new Option('--format <name>', 'how to print').choices(Object.keys(formats)).default('text'))
    .addOption(new Option('--min-confidence <level>', 'leave out findings below this level (default: "likely")').choices(['certain', 'likely', 'possible']))
    .option('--max-warnings <n>', 'exit with 0 when there are no errors and at most n warnings', wholeNumber)
    .option('--rule <id>', 'report this rule only; may be repeated', (id: string, before: readonly string[] = []) => [...before, knownRule(id, ids)])
    .option('--config <file>', 'read this file (default: leak-audit.config.json, or the key "leak-audit" of package.json)')
    .option('--no-config', 'read no configuration')
    .option('--stats', 'print times and unresolved calls on standard error')
    .option('--color', 'colour the text (default: when it goes to a terminal)')
    .option('--no-color', 'do not colour the text')
    .version(version, '--version', 'print the version')
    .helpOption('--help', 'print this text')
    .addHelpText('after', `${EXAMPLES}\nRules:\n${rules.map(rule => `  ${rule.id.padEnd(26)}${rule.summary}\n`).join('')}`)
    .exitOverride()
    .configureOutput({ outputError: () => {} })
  try {
    program.parse(argv, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode === 0) return null
    throw new UsageError(error.message.replace(/^error: /, ''))
  }
  return { ...program.opts<Omit<CliOptions, 'paths'>>(), paths: program.args.length === 0 ? ['.'] : program.args }
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

Exit codes:
  0  nothing to report
  1  there are findings
  2  the tool could not do its work, or could not read a file;
     standard error says why in one line
`

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('A whole number is expected.')
  return Number(text)
}

function knownRule(id: string, ids: readonly string[]): string {
  if (!ids.includes(id)) throw new UsageError(unknownName('rule', id, ids))
  return id
}
