#!/usr/bin/env node
import { createRequire } from 'node:module'
import { rules } from '../rules/index.ts'
import { runProgram } from './cli/program.ts'
import { complain } from './cli/terminal.ts'
import { UsageError } from './verdict/audit-result.ts'

for (const stream of [process.stdout, process.stderr]) stream.on('error', quietWhenReaderLeft)

// Not process.exit(): it would cut off output that a pipe has not taken yet.
process.exitCode = await main(process.argv.slice(2)).catch(failure)

async function main(argv: readonly string[]): Promise<number> {
  const { version } = createRequire(import.meta.url)('eslint-plugin-leak-audit/package.json') as { version: string }
  let exitCode = 0
  await runProgram(argv, { version, rules, exitWith: code => { exitCode = code } })
  return exitCode
}

function failure(error: unknown): number {
  const { message, stack } = error instanceof Error ? error : new Error(String(error))
  if (error instanceof UsageError) complain(message)
  else complain(`internal error: ${message} (please report it, with what LEAK_AUDIT_DEBUG=1 prints)`)
  if (process.env['LEAK_AUDIT_DEBUG'] === '1') process.stderr.write(`${stack}\n`)
  return 2
}

function quietWhenReaderLeft(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
}
