import { Option } from 'commander'
import type { AuditCache } from '../cache/audit-cache.ts'
import { createMemoryCache } from '../cache/memory-cache.ts'
import type { FormatName } from '../report/index.ts'
import { formats } from '../report/index.ts'
import { statsText } from '../report/stats.ts'
import type { AuditError, AuditResult } from '../verdict/audit-result.ts'
import type { Confidence } from '../verdict/finding.ts'
import { knownRule, wholeNumber } from './arguments.ts'
import { requestOf, runAudit } from './audit-request.ts'
import type { AddCommand, CommandContext } from './command.ts'
import { endOnSignals } from './end-on-signals.ts'
import { cacheFolderFor, openCache, type CacheOptions } from './open-cache.ts'
import { printedConfig } from './printed-config.ts'
import { openProgress } from './progress.ts'
import { findConfigFile } from './read-config.ts'
import { complain, isColorful } from './terminal.ts'
import { verboseLog } from './verbose-log.ts'

interface AuditCommandOptions extends CacheOptions {
  readonly format: FormatName
  readonly minConfidence?: Confidence
  readonly maxWarnings?: number
  /** Rule ids to report; all when absent. */
  readonly rule?: readonly string[]
  /** A file; false for none; looked for in the working directory when absent. */
  readonly config?: string | boolean
  readonly stats?: boolean
  readonly quiet?: boolean
  readonly verbose?: boolean
  readonly watch?: boolean
  /** A file, whose settings are printed instead. */
  readonly printConfig?: string
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
    .option('--cache-location <folder>', 'where to keep what the next audit need not find out again (default: node_modules/.cache/leak-audit)')
    .option('--no-cache', 'find out everything anew, and keep nothing')
    .option('--stats', 'print times, memory, unresolved calls and cache hits on standard error')
    .option('--quiet', 'report errors only: no warnings, no notices')
    .option('--verbose', 'say on standard error which files are read, which are not and why')
    .option('--watch', 'audit again when a file changes, until Ctrl-C')
    .option('--print-config <file>', 'print the settings that hold for this file, as JSON, and audit nothing')
    .option('--color', 'colour the text (default: when it goes to a terminal)')
    .option('--no-color', 'do not colour the text')
    .action(async (paths: readonly string[]) => context.exitWith(await printAudit(paths, program.opts<AuditCommandOptions>(), context)))
}

async function printAudit(paths: readonly string[], options: AuditCommandOptions, context: CommandContext): Promise<number> {
  const found = await findConfigFile(options, context), request = requestOf(paths, found.config, options, context)
  if (options.printConfig !== undefined) {
    process.stdout.write(printedConfig(options.printConfig, request, found))
    return 0
  }
  const folder = cacheFolderFor(options), log = options.verbose === true ? verboseLog(found.file, folder) : undefined
  const audit = async (cache: AuditCache): Promise<AuditResult> => {
    const progress = openProgress({ isWanted: log === undefined })
    try {
      return quieted(await runAudit(request, { cache, observer: log ?? progress }), options)
    } finally {
      progress.end()
    }
  }
  endOnSignals()
  if (options.watch === true) {
    const memory = folder === undefined && options.cache ? createMemoryCache() : undefined
    const { watch } = await import('./watch.ts')
    return await watch(request.options, { audit, openCache: () => memory ?? openCache(folder), print: (result, said) => printResult(result, options, said) })
  }
  const cache = openCache(folder), result = await audit(cache)
  printResult(result, options)
  sayNotices(cache.save(), options)
  return exitCodeOf(result, options)
}

function printResult(result: AuditResult, options: AuditCommandOptions, said: readonly string[] = []): void {
  process.stdout.write(formats[options.format](result, { color: options.color ?? isColorful(process.env) }))
  sayNotices([...options.format === 'github' ? [] : result.notices, ...said], options)
  if (options.stats === true) process.stderr.write(statsText(result.stats))
}

function sayNotices(notices: readonly string[], { quiet }: AuditCommandOptions): void {
  if (quiet !== true) for (const notice of notices) complain(`notice: ${notice}`)
}

/** Errors alone. */
function quieted(result: AuditResult, { quiet }: AuditCommandOptions): AuditResult {
  return quiet === true ? { ...result, findings: result.findings.filter(({ severity }) => severity === 'error') } : result
}

function exitCodeOf({ findings, errors: [unread, ...others] }: AuditResult, { maxWarnings = 0 }: AuditCommandOptions): number {
  const warnings = findings.filter(finding => finding.severity === 'warning').length
  if (warnings < findings.length || warnings > maxWarnings) return 1
  if (unread === undefined) return 0
  complain(`not audited: ${describe(unread)}${others.length === 0 ? '' : ` (and ${others.length} more)`}`)
  return 2
}

function describe({ file, line, column, message }: AuditError): string {
  return `${[file, line, column].filter(part => part !== undefined).join(':')}: ${message}`
}
