import { resolve } from 'node:path'
import { codeRules } from '../rules/index.ts'
import { relativePath } from './parse/relative-path.ts'
import { readProgram } from './read-program.ts'
import type { AuditOptions } from './verdict/audit-result.ts'
import { UsageError } from './verdict/audit-result.ts'
import { concludeLine } from './verdict/conclude-line.ts'
import type { LineConclusions } from './verdict/conclusion.ts'

export interface WhyOptions extends Pick<AuditOptions, 'cwd' | 'paths' | 'ignores' | 'models'> {
  /** Relative to `cwd`. */
  readonly file: string
  /** From 1. */
  readonly line: number
}

/** What an audit of `paths` concludes of the holds of one line. @throws UsageError when the file is not among those audited, or has no such line. */
export async function why({ file, line, ...options }: WhyOptions): Promise<LineConclusions> {
  const { link, resolver, errors } = await readProgram(options), program = link(resolver)
  const name = relativePath(options.cwd, resolve(options.cwd, file))
  const unread = errors.find(error => error.file === name)
  if (unread !== undefined) throw new UsageError(`${name}: ${unread.message}`)
  const facts = program.files.find(candidate => candidate.file === name)
  if (facts === undefined) throw new UsageError(`${name} is not among the ${program.files.length} files of ${options.paths.join(' ')}`)
  if (facts.isTest) throw new UsageError(`${name} is a test: what it holds goes when it ends, so it is not judged`)
  if (line > facts.lineStarts.length) throw new UsageError(`${name} has ${facts.lineStarts.length} lines`)
  return concludeLine(program, codeRules, facts, line)
}
