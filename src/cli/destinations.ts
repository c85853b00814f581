import { formatNames, type FormatName } from '../report/index.ts'
import { unknownName } from '../unknown-name.ts'
import { UsageError } from '../verdict/audit-result.ts'

/** One report, and where it goes. */
export interface Destination {
  readonly format: FormatName
  /** Relative to the working directory; absent: standard output. */
  readonly file?: string
}

/** Adds what one `--format name[=file]` says to what those before it said. @throws UsageError */
export function addDestination(argument: string, before: readonly Destination[] = []): readonly Destination[] {
  const [name = '', ...rest] = argument.split('=')
  if (!isFormatName(name)) throw new UsageError(unknownName('format', name, formatNames))
  if (rest.length === 0) return withOneOnStandardOutput([...before, { format: name }])
  const file = rest.join('=')
  if (file === '') throw new UsageError(`--format ${argument} names no file`)
  if (before.some(other => other.file === file)) throw new UsageError(`two formats cannot go to the same file ${file}`)
  return [...before, { format: name, file }]
}

function withOneOnStandardOutput(destinations: readonly Destination[]): readonly Destination[] {
  const [first, second] = destinations.filter(({ file }) => file === undefined)
  if (first === undefined || second === undefined) return destinations
  throw new UsageError(`only one format can go to standard output; give '${second.format}' a file: --format ${second.format}=<file>`)
}

function isFormatName(name: string): name is FormatName {
  return (formatNames as readonly string[]).includes(name)
}
