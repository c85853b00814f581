import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { formats, jobSummary, type RuleDescription } from '../report/index.ts'
import type { AuditResult } from '../verdict/audit-result.ts'
import type { CommandContext } from './command.ts'
import type { Destination } from './destinations.ts'
import { rulePage } from './rule-page.ts'
import { complain } from './terminal.ts'

/**
 * Prints and writes each report. One that cannot be written is one line on standard error, and the others are written all the same.
 * @returns whether all are where they should be
 */
export function writeReports(result: AuditResult, destinations: readonly Destination[], { color, ...context }: Pick<CommandContext, 'rules' | 'version'> & { readonly color: boolean }): boolean {
  const options = { version: context.version, rules: context.rules.map(rule => describe(rule, context)) }
  const isWritten = destinations.map(({ format, file }) => {
    if (file !== undefined) return isDone(file, () => writeWithFolders(file, formats[format](result, { ...options, color: false })))
    process.stdout.write(formats[format](result, { ...options, color }))
    return true
  })
  return [...isWritten, !destinations.some(({ format }) => format === 'github') || isSummaryWritten(jobSummary(result, options))].every(Boolean)
}

/** GitHub Actions names a file whose Markdown it shows on the page of the run; each step adds to it. */
function isSummaryWritten(summary: string): boolean {
  const file = process.env['GITHUB_STEP_SUMMARY']
  return !file || isDone(file, () => appendFileSync(file, summary))
}

function describe({ id, summary, severity }: CommandContext['rules'][number], { version }: Pick<CommandContext, 'version'>): RuleDescription {
  const folder = `https://unpkg.com/eslint-plugin-leak-audit@${version}/docs` // the pages as they were published with this version
  return { id, summary, severity, url: `${folder}/rules/${id}.md`, page: withWholeLinks(rulePage(id), `${folder}/rules/`) }
}

/** Links between pages lead nowhere where the page is shown by itself. */
function withWholeLinks(page: string, base: string): string {
  return page.replace(/\]\((?!https?:|#)([^)\s]+)\)/g, (_, path: string) => `](${new URL(path, base).href})`)
}

function writeWithFolders(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}

const WHY: Readonly<Record<string, string>> = {
  EISDIR: 'it is a folder', EACCES: 'permission denied', EPERM: 'permission denied', EROFS: 'the file system is read-only', ENOSPC: 'no space is left',
  ENOTDIR: 'a part of its path is no folder', EEXIST: 'a part of its path is no folder',
}

function isDone(file: string, write: () => void): boolean {
  try {
    write()
    return true
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    complain(`cannot write ${file}: ${WHY[code ?? ''] ?? message}`)
    return false
  }
}
