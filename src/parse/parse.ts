import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { AuditError, AuditOptions } from '../verdict/audit-result.ts'
import { findFiles } from './find-files.ts'
import { isHandWritten } from './hand-written.ts'
import { isParsed, parseText } from './parse-text.ts'
import type { KnownSource, ParsedFile, ParseResult } from './parsed-file.ts'
import { readProject } from './project.ts'
import { relativePath } from './relative-path.ts'

/**
 * Finds the source files under `paths` and reads what governs them. `files` parses as it is consumed, once, in the order of the
 * file names; what cannot be read or parsed goes to `errors`, and minified files and bundles are left out unless a path names them.
 * A file of which `isKnown` says that its facts are there is handed on unparsed.
 * @throws UsageError when a path does not exist, a glob matches nothing, or there is no source file.
 */
export async function parse(options: Pick<AuditOptions, 'cwd' | 'paths' | 'ignores'>, isKnown: IsKnown = () => false): Promise<ParseResult> {
  const files = findFiles(options)
  const errors: AuditError[] = [], leftOut: string[] = []
  return { count: files.length, files: parsedFiles(options, files, { errors, leftOut }, isKnown), errors, leftOut, project: readProject(options.cwd, files) }
}

/** Asked of each file once, in order. `isNamed`: a path names it, so that it is audited whoever wrote it. */
export type IsKnown = (source: { readonly file: string; readonly text: string; readonly isNamed: boolean }) => boolean

async function* parsedFiles({ cwd, paths }: Pick<AuditOptions, 'cwd' | 'paths'>, files: readonly string[], { errors, leftOut }: { readonly errors: AuditError[]; readonly leftOut: string[] }, isKnown: IsKnown): AsyncGenerator<ParsedFile | KnownSource> {
  const named = new Set(paths.map(path => relativePath(cwd, resolve(cwd, path))))
  const waiting: (Promise<ParsedFile | AuditError> | KnownSource)[] = []
  for (const file of files) {
    const text = readText(cwd, file), isNamed = named.has(file)
    if (typeof text !== 'string') waiting.push(Promise.resolve(text))
    else if (isKnown({ file, text, isNamed })) waiting.push({ file, isKnown: true })
    else if (isNamed || isHandWritten(text)) waiting.push(parseText(file, text))
    else leftOut.push(file)
    if (waiting.length > AHEAD) yield* parsedOrNoted(await waiting.shift()!)
  }
  for (const last of waiting) yield* parsedOrNoted(await last)

  function* parsedOrNoted(result: ParsedFile | KnownSource | AuditError): Generator<ParsedFile | KnownSource> {
    if (isParsed(result) || 'isKnown' in result) yield result
    else errors.push(result)
  }
}

/** How many files are parsed while the one before them is consumed: enough to keep the parser busy, few enough to keep in memory. */
const AHEAD = 8

function readText(cwd: string, file: string): string | AuditError {
  try {
    return readFileSync(resolve(cwd, file), 'utf8')
  } catch (error) {
    return { file, message: `Cannot be read: ${(error as NodeJS.ErrnoException).code ?? String(error)}` }
  }
}
