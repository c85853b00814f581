import { Option } from 'commander'
import { applyConfig } from '../apply-config.ts'
import type { FormatName } from '../report/index.ts'
import { formats } from '../report/index.ts'
import { statsText } from '../report/stats.ts'
import type { AuditError, AuditResult } from '../verdict/audit-result.ts'
import type { Confidence } from '../verdict/finding.ts'
import { knownRule, wholeNumber, withDefaultPath } from './arguments.ts'
import type { AddCommand, CommandContext } from './command.ts'
import { readConfig } from './read-config.ts'
import { complain, isColorful } from './terminal.ts'

interface AuditCommandOptions {
  readonly format: FormatName
  readonly minConfidence?: Confidence
  readonly maxWarnings?: number
  /** Rule ids to report; all when absent. */
  readonly rule?: readonly string[]
  /** A file; false for none; looked for in the working directory when absent. */
  readonly config?: string | boolean
  readonly stats?: boolean
  /** Absent: the terminal decides. */
  readonly color?: boolean
}

/** `leak-audit [paths...]`: what the program does where no other command is named. */
export const addAuditCommand: AddCommand = (program, context) => {
  program
    .argument('[paths...]', 'files, folders and globs that make up the program (default: the current folder)')
    .addOption(new Option('--format <name>', 'how to print').choices(Object.keys(formats)).default('text'))
    .addOption(new Option('--min-confidence <level>', 'leave out findings below this level (default: "likely")').choices(['certain', 'likely', 'possible']))
    .option('--max-warnings <n>', 'exit with 0 when there are no errors and at most n warnings', wholeNumber)
    .option('--rule <id>', 'report this rule only; may be repeated', (id: string, before: readonly string[] = []) => [...before, knownRule(id, context)])
    .option('--config <file>', 'read this file (default: leak-audit.config.{json,js,ts}, or the key "leak-audit" of package.json)')
    .option('--no-config', 'read no configuration')
    .option('--stats', 'print times and unresolved calls on standard error')
    .option('--color', 'colour the text (default: when it goes to a terminal)')
    .option('--no-color', 'do not colour the text')
    .action(async (paths: readonly string[]) => context.exitWith(await printAudit(paths, program.opts<AuditCommandOptions>(), context)))
}

async function printAudit(paths: readonly string[], options: AuditCommandOptions, context: CommandContext): Promise<number> {
  const config = await readConfig(options, context)
  // Loaded late: --help does not wait for it, and a parser binding that this platform lacks is one line like any other failure.
  const { audit } = await import('../audit.ts')
  const result = applyConfig(await audit({
    cwd: process.cwd(),
    paths: withDefaultPath(paths),
    ignores: config.ignores,
    models: config.models,
    minConfidence: options.minConfidence ?? config.minConfidence ?? 'likely',
    ...(options.rule === undefined ? {} : { rules: options.rule }),
    also: Object.entries(config.rules).flatMap(([id, setting]) => setting === 'off' ? [] : [id]),
  }), config)

  process.stdout.write(formats[options.format](result, { color: options.color ?? isColorful(process.env) }))
  if (options.format !== 'github') for (const notice of result.notices) complain(`notice: ${notice}`)
  if (options.stats === true) process.stderr.write(statsText(result.stats))
  return exitCodeOf(result, options.maxWarnings ?? 0)
}

function exitCodeOf({ findings, errors: [unread, ...others] }: AuditResult, maxWarnings: number): number {
  const warnings = findings.filter(finding => finding.severity === 'warning').length
  if (warnings < findings.length || warnings > maxWarnings) return 1
  if (unread === undefined) return 0
  complain(`not audited: ${describe(unread)}${others.length === 0 ? '' : ` (and ${others.length} more)`}`)
  return 2
}

function describe({ file, line, column, message }: AuditError): string {
  return `${[file, line, column].filter(part => part !== undefined).join(':')}: ${message}`
}
