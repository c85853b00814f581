import { Option } from 'commander'
import { formatNames } from '../report/index.ts'
import type { Confidence } from '../verdict/finding.ts'
import type { Shard } from '../verdict/shard.ts'
import { knownRule, shardNamed, wholeNumber } from './arguments.ts'
import { auditWhatIsNew } from './audit-what-is-new.ts'
import type { AddCommand, CommandContext } from './command.ts'
import { addDestination } from './destinations.ts'
import { addOnlyNewOptions, type OnlyNewOptions } from './only-new-options.ts'
import { printResult, type PrintOptions } from './print-result.ts'
import { readConfig } from './read-config.ts'
import { optionsFrom, placeOf } from './workspace.ts'

interface AuditCommandOptions extends OnlyNewOptions, PrintOptions {
  readonly minConfidence?: Confidence
  /** Rule ids to report; all when absent. */
  readonly rule?: readonly string[]
  /** A file; false for none; looked for in the working directory when absent. */
  readonly config?: string | boolean
  /** Names or folders of packages. */
  readonly workspace?: readonly string[]
  readonly shard?: Shard
}

/** `leak-audit [paths...]`: what the program does where no other command is named. */
export const addAuditCommand: AddCommand = (program, context) => {
  program
    .argument('[paths...]', 'files, folders and globs that make up the program (default: the current folder)')
    .addOption(new Option('--format <name[=file]>', `how to print (default: text, or agent where a coding agent runs it); with a file, what to write there; may be repeated. ${formatNames.join(', ')}`).argParser(addDestination))
    .addOption(new Option('--min-confidence <level>', 'leave out findings below this level (default: "likely")').choices(['certain', 'likely', 'possible']))
    .option('--max-warnings <n>', 'exit with 0 when there are no errors and at most n warnings', wholeNumber)
    .option('--rule <id>', 'report this rule only; may be repeated', (id: string, before: readonly string[] = []) => [...before, knownRule(id, context)])
    .option('--config <file>', 'read this file (default: leak-audit.config.{json,js,ts}, or the key "leak-audit" of package.json)')
    .option('--no-config', 'read no configuration')
    .option('--workspace <name>', 'audit this package of the repository with those it depends on, and report on it; may be repeated', (name: string, before: readonly string[] = []) => [...before, name])
    .addOption(new Option('--shard <i/n>', 'judge one of n parts of the program; "leak-audit merge" puts the reports together').argParser(shardNamed).conflicts(['updateBaseline', 'pruneBaseline']))
    .option('--stats', 'print times and unresolved calls on standard error')
    .option('--color', 'colour the text (default: when it goes to a terminal)')
    .option('--no-color', 'do not colour the text')
  addOnlyNewOptions(program)
    .action(async (paths: readonly string[]) => context.exitWith(await printAudit(paths, program.opts<AuditCommandOptions>(), context)))
}

async function printAudit(paths: readonly string[], given: AuditCommandOptions, context: CommandContext): Promise<number> {
  const place = placeOf(paths, given.workspace, process.cwd()), options = optionsFrom(given, process.cwd(), place.cwd)
  const config = await readConfig(options, context, place.cwd)
  const result = await auditWhatIsNew({
    ...place,
    ignores: config.ignores,
    models: config.models,
    minConfidence: options.minConfidence ?? config.minConfidence ?? 'likely',
    ...(options.rule === undefined ? {} : { rules: options.rule }),
    ...(options.shard === undefined ? {} : { shard: options.shard }),
    also: Object.entries(config.rules).flatMap(([id, setting]) => setting === 'off' ? [] : [id]),
  }, options, config)

  return printResult(result, options, context)
}
