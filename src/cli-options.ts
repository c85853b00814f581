import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import type { FormatName } from './report/index.ts'
import { formats } from './report/index.ts'
import { unknownName } from './unknown-name.ts'
import type { Confidence } from './verdict/finding.ts'
import { UsageError } from './verdict/audit-result.ts'

export interface CliOptions {
  readonly command: 'audit'
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

/** `leak-audit explain <rule>`. */
export interface ExplainOptions {
  readonly command: 'explain'
  readonly rule: string
}

/** `leak-audit why <file>:<line> [paths...]`. */
export interface WhyCommandOptions {
  readonly command: 'why'
  readonly file: string
  /** From 1. */
  readonly line: number
  readonly paths: readonly string[]
  readonly config?: string | false
  readonly color?: boolean
}

export type Options = CliOptions | ExplainOptions | WhyCommandOptions

export interface Product {
  readonly version: string
  readonly rules: readonly { readonly id: string; readonly summary: string }[]
}

/**
 * Reads the arguments after `node cli.js`. Gives null when they asked for help or for the version, which is then printed already.
 * @throws UsageError for what it does not understand.
 */
export function readOptions(argv: readonly string[], { version, rules }: Product): Options | null {
  let options: Options | null = null
  const ids = rules.map(rule => rule.id)
  const program = new Command('leak-audit')
    .description(DESCRIPTION)
    .argument('[paths...]', 'files, folders and globs that make up the program (default: the current folder)')
    .addOption(new Option('--format <name>', 'how to print').choices(Object.keys(formats)).default('text'))
    .addOption(new Option('--min-confidence <level>', 'leave out findings below this level (default: "likely")').choices(['certain', 'likely', 'possible']))
    .option('--max-warnings <n>', 'exit with 0 when there are no errors and at most n warnings', wholeNumber)
    .option('--rule <id>', 'report this rule only; may be repeated', (id: string, before: readonly string[] = []) => [...before, knownRule(id, ids)])
    .option('--config <file>', 'read this file (default: leak-audit.config.{json,js,ts}, or the key "leak-audit" of package.json)')
    .option('--no-config', 'read no configuration')
    .option('--stats', 'print times and unresolved calls on standard error')
    .option('--color', 'colour the text (default: when it goes to a terminal)')
    .option('--no-color', 'do not colour the text')
    .version(version, '--version', 'print the version')
    .helpOption('--help', 'print this text')
    .addHelpText('after', `${EXAMPLES}\nRules:\n${rules.map(rule => `  ${rule.id.padEnd(26)}${rule.summary}\n`).join('')}`)
    .action((paths: string[]) => { options = { ...program.opts<Omit<CliOptions, 'paths' | 'command'>>(), command: 'audit', paths: withDefault(paths) } })
    .exitOverride()
    .configureOutput({ outputError: () => {} })
  program.command('explain').description('print the page of a rule: what it reports, why it leaks, examples, limits')
    .argument('<rule>', 'its id')
    .helpOption('--help', 'print this text')
    .action((rule: string) => { options = { command: 'explain', rule: knownRule(rule, ids) } })
  program.command('why').description('print what is concluded of a line, also where nothing is reported')
    .argument('<file:line>', 'a file of the program, and a line of it')
    .argument('[paths...]', 'what makes up the program (default: the current folder)')
    .helpOption('--help', 'print this text')
    .action((site: string, paths: string[]) => { options = { command: 'why', ...siteOf(site), paths: withDefault(paths), ...program.opts<Pick<CliOptions, 'config' | 'color'>>() } })
  try {
    program.parse(argv, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode === 0) return null
    throw new UsageError(error.message.replace(/^error: /, ''))
  }
  return options
}

const withDefault = (paths: readonly string[]): readonly string[] => paths.length === 0 ? ['.'] : paths

function siteOf(site: string): { readonly file: string; readonly line: number } {
  // a column behind the line, as reports print it, says nothing more
  const match = /^(.+?):(\d+)(?::\d+)?$/.exec(site)
  if (match === null || Number(match[2]) === 0) throw new UsageError(`'${site}' is not <file>:<line>, such as src/server.ts:14`)
  return { file: match[1]!, line: Number(match[2]) }
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
