import { Option } from 'commander'
import type { AuditCache } from '../cache/audit-cache.ts'
import { createMemoryCache } from '../cache/memory-cache.ts'
import { formatNames } from '../report/index.ts'
import type { AuditResult } from '../verdict/audit-result.ts'
import type { Confidence } from '../verdict/finding.ts'
import type { Shard } from '../verdict/shard.ts'
import { knownRule, shardNamed, wholeNumber, withDefaultPath } from './arguments.ts'
import { requestOf } from './audit-request.ts'
import { auditWhatIsNew } from './audit-what-is-new.ts'
import type { AddCommand, CommandContext } from './command.ts'
import { addDestination } from './destinations.ts'
import { endOnSignals } from './end-on-signals.ts'
import { addOnlyNewOptions, type OnlyNewOptions } from './only-new-options.ts'
import { cacheFolderFor, openCache, type CacheOptions } from './open-cache.ts'
import { printResult, sayNotices, type PrintOptions } from './print-result.ts'
import { printedConfig } from './printed-config.ts'
import { openProgress } from './progress.ts'
import { findConfigFile } from './read-config.ts'
import { verboseLog } from './verbose-log.ts'
import { optionsFrom, placeOf } from './workspace.ts'

interface AuditCommandOptions extends OnlyNewOptions, PrintOptions, CacheOptions {
  readonly minConfidence?: Confidence
  /** Rule ids to report; all when absent. */
  readonly rule?: readonly string[]
  /** A file; false for none; looked for in the working directory when absent. */
  readonly config?: string | boolean
  /** Names or folders of packages. */
  readonly workspace?: readonly string[]
  readonly shard?: Shard
  readonly verbose?: boolean
  readonly watch?: boolean
  /** A file, whose settings are printed instead. */
  readonly printConfig?: string
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
    .option('--cache-location <folder>', 'where to keep what the next audit need not find out again (default: node_modules/.cache/leak-audit)')
    .option('--no-cache', 'find out everything anew, and keep nothing')
    .option('--stats', 'print times, memory, unresolved calls and cache hits on standard error')
    .option('--quiet', 'report errors only: no warnings, no notices')
    .option('--verbose', 'say on standard error which files are read, which are not and why')
    .addOption(new Option('--watch', 'audit again when a file changes, until Ctrl-C').conflicts(['updateBaseline', 'pruneBaseline']))
    .option('--print-config <file>', 'print the settings that hold for this file, as JSON, and audit nothing')
    .option('--color', 'colour the text (default: when it goes to a terminal)')
    .option('--no-color', 'do not colour the text')
  addOnlyNewOptions(program)
    .action(async (paths: readonly string[]) => context.exitWith(await printAudit(paths, program.opts<AuditCommandOptions>(), context)))
}

async function printAudit(paths: readonly string[], given: AuditCommandOptions, context: CommandContext): Promise<number> {
  const { workspace, shard } = given, named = placeOf(paths, workspace, process.cwd()), options = optionsFrom(given, process.cwd(), named.cwd)
  const found = await findConfigFile(options, context, named.cwd), isUnnamed = workspace === undefined && paths.length === 0
  const place = { ...named, ...(isUnnamed ? { paths: withDefaultPath(paths, found.config.paths) } : {}), ...(shard === undefined ? {} : { shard }) }
  const request = requestOf(place, found.config, options, context)
  if (options.printConfig !== undefined) {
    process.stdout.write(printedConfig(options.printConfig, request, found))
    return 0
  }
  const folder = cacheFolderFor(options), log = options.verbose === true ? verboseLog(found.file, folder) : undefined
  const audit = async (cache: AuditCache): Promise<AuditResult> => {
    const progress = openProgress({ isWanted: log === undefined })
    try {
      return await auditWhatIsNew(request.options, options, request, { cache, observer: log ?? progress })
    } finally {
      progress.end()
    }
  }
  endOnSignals()
  if (options.watch === true) {
    const memory = folder === undefined && options.cache ? createMemoryCache() : undefined, { watch } = await import('./watch.ts')
    return await watch(place, { audit, openCache: () => memory ?? openCache(folder), print: result => printResult(result, options, context) })
  }
  const cache = openCache(folder), exitCode = printResult(await audit(cache), options, context)
  sayNotices(cache.save(), options)
  return exitCode
}
