#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { rules } from '../rules/index.ts'
import { applyConfig } from './apply-config.ts'
import { type CliOptions, readOptions, type WhyCommandOptions } from './cli-options.ts'
import { loadConfig, noConfig } from './parse/config.ts'
import type { Config } from './parse/config-schema.ts'
import { formats } from './report/index.ts'
import { statsText } from './report/stats.ts'
import { whyText } from './report/why.ts'
import type { AuditError, AuditResult } from './verdict/audit-result.ts'
import { UsageError } from './verdict/audit-result.ts'

for (const stream of [process.stdout, process.stderr]) stream.on('error', quietWhenReaderLeft)

// Not process.exit(): it would cut off output that a pipe has not taken yet.
process.exitCode = await main(process.argv.slice(2)).catch(failure)

async function main(argv: readonly string[]): Promise<number> {
  const { version } = createRequire(import.meta.url)('eslint-plugin-leak-audit/package.json') as { version: string }
  const options = readOptions(argv, { version, rules })
  switch (options?.command) {
    case 'audit': return await printAudit(options)
    case 'why': return await printWhy(options)
    case 'explain': return printPage(options.rule)
    case undefined: return 0
  }
}

async function printAudit(options: CliOptions): Promise<number> {
  const cwd = process.cwd()
  const config = await configOf(options)
  // Loaded late: --help does not wait for it, and a parser binding that this platform lacks is one line like any other failure.
  const { audit } = await import('./audit.ts')
  const result = applyConfig(await audit({
    cwd,
    paths: options.paths,
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

async function printWhy(options: WhyCommandOptions): Promise<number> {
  const { ignores, models } = await configOf(options)
  const { why } = await import('./why.ts')
  const { file, line } = options
  process.stdout.write(whyText({ ...(await why({ cwd: process.cwd(), ignores, models, ...options })), file, line }, { color: options.color ?? isColorful(process.env) }))
  return 0
}

/** The page as it is in `docs/rules`, which the package contains. */
function printPage(rule: string): number {
  process.stdout.write(readFileSync(new URL(`../../docs/rules/${rule}.md`, import.meta.url), 'utf8'))
  return 0
}

async function configOf({ config }: { readonly config?: string | false }): Promise<Config> {
  return config === false ? noConfig : await loadConfig(process.cwd(), config, rules.map(rule => rule.id))
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

/** https://no-color.org, and Node's own FORCE_COLOR. */
function isColorful({ NO_COLOR, FORCE_COLOR, TERM }: NodeJS.ProcessEnv): boolean {
  if (NO_COLOR) return false
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false'
  return Boolean(process.stdout.isTTY) && TERM !== 'dumb' // `undefined` where it is no terminal
}

function failure(error: unknown): number {
  const { message, stack } = error instanceof Error ? error : new Error(String(error))
  if (error instanceof UsageError) complain(message)
  else complain(`internal error: ${message} (please report it, with what LEAK_AUDIT_DEBUG=1 prints)`)
  if (process.env['LEAK_AUDIT_DEBUG'] === '1') process.stderr.write(`${stack}\n`)
  return 2
}

/** One line, whatever the message holds. */
function complain(message: string): void {
  process.stderr.write(`leak-audit: ${message.replace(/\s+/g, ' ').trim()}\n`)
}

function quietWhenReaderLeft(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
}
