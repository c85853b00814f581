import { readFileSync } from 'node:fs'
import { merge } from '../merge/merge.ts'
import { readReport } from '../merge/read-report.ts'
import { UsageError } from '../verdict/audit-result.ts'
import type { AddCommand } from './command.ts'
import { printResult, type PrintOptions } from './print-result.ts'

/** `leak-audit merge <reports...>`. */
export const addMergeCommand: AddCommand = (program, context) => {
  program.command('merge').description('put reports of --format json together, as of --shard or --workspace, and print them as one')
    .argument('<reports...>', 'files that --format json has written')
    .helpOption('--help', 'print this text')
    .action((reports: readonly string[]) => {
      context.exitWith(printResult(merge(reports.map(report => readReport(report, textOf(report)))), program.opts<PrintOptions>(), context))
    })
}

function textOf(report: string): string {
  try {
    return readFileSync(report, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new UsageError(`report ${report}: ${code === 'ENOENT' ? 'no such file' : `cannot be read (${code})`}`, { cause: error })
  }
}
