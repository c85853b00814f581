import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { adviceOf, measurementTable, verdictLine } from '../proof/describe-measurement.ts'
import type { LeakMeasurement } from '../proof/measure-leak.ts'
import type { MeasureOptions } from '../proof/options.ts'
import { UsageError } from '../verdict/audit-result.ts'
import { aboveZero, wholeNumber } from './arguments.ts'
import type { AddCommand } from './command.ts'
import { endOnSignals } from './end-on-signals.ts'
import { measureInChild } from './measure-in-child.ts'
import { complain } from './terminal.ts'

interface ProveOptions extends Pick<MeasureOptions, 'events' | 'warmup' | 'batches'> {
  readonly bytes?: number
  /** In seconds. */
  readonly timeout: number
  readonly json?: boolean
}

/** `leak-audit prove <file>#<export>`: runs that function many times, in a process of its own, and measures what each run leaves behind. */
export const addProveCommand: AddCommand = (program, { exitWith }) => {
  program.command('prove').description('run an exported function many times and measure what it leaves behind')
    .argument('<file#export>', 'a module, and a function that it exports: one event, such as one request')
    .option('--events <n>', 'events of a batch (default: 250)', aboveZero)
    .option('--warmup <n>', 'events before the first sample (default: 500)', wholeNumber)
    .option('--batches <n>', 'batches, 4 at least; more are run while it is not clear (default: 8)', wholeNumber)
    .option('--bytes <n>', 'bytes per event that are allowed (default: 16)', wholeNumber)
    .option('--timeout <seconds>', 'give up after so long', aboveZero, 300)
    .option('--json', 'print JSON for another program')
    .helpOption('--help', 'print this text')
    .addHelpText('after', EXIT_CODES)
    .action(async (site: string, options: ProveOptions) => exitWith(await prove(site, options)))
}

async function prove(site: string, { bytes, timeout, json, ...plan }: ProveOptions): Promise<number> {
  const { file, name } = exportOf(site)
  if (!existsSync(file)) throw new UsageError(`no such file: ${file}`)
  const options: MeasureOptions = { ...plan, ...(bytes === undefined ? {} : { bytesPerEvent: bytes }) }
  endOnSignals()
  const measured = await measureInChild({ file, path: resolve(file), name, options }, timeout)
  process.stdout.write(json === true ? `${JSON.stringify({ file, export: name, ...measured }, null, 2)}\n` : textOf(site, measured))
  if (measured.verdict === 'unclear') complain(`${site} is unclear: ${adviceOf(measured)}`)
  return EXIT_CODE_OF[measured.verdict]
}

const EXIT_CODE_OF = { flat: 0, leaks: 1, unclear: 2 } as const

const EXIT_CODES = `
It calls the function with { index, track }, awaits what it returns, and does so again. What is returned, and what is given to
track(), is watched for being collected.

Exit codes:
  0  flat: nothing grows
  1  it leaks
  2  it could not be measured, or the noise does not allow to tell
`

function exportOf(site: string): { readonly file: string; readonly name: string } {
  const match = /^(.+)#([^#]+)$/.exec(site)
  if (match === null) throw new UsageError(`'${site}' is not <file>#<export>, such as src/orders.ts#placeOrder`)
  return { file: match[1]!, name: match[2]! }
}

function textOf(site: string, measured: LeakMeasurement): string {
  return `${[`${site} ${measured.verdict === 'leaks' ? '' : 'is '}${verdictLine(measured)}`, '', ...measurementTable(measured)].join('\n')}\n`
}
