import type { AuditResult } from '../verdict/audit-result.ts'
import type { Finding } from '../verdict/finding.ts'
import { counted } from './counted.ts'
import { eventLabel, LIVES, oneLine, placeOf, releaseText, stepText } from './evidence.ts'
import type { ReportOptions } from './format.ts'
import { unreadPlace } from './unread.ts'

type Options = Pick<ReportOptions, 'rules'>

/** What GitHub takes as a comment; GitLab takes more. */
const LONGEST_COMMENT = 65_536

/** A comment on a pull request: a table, and the evidence of each finding below it. */
export function markdown(result: AuditResult, options: Options): string {
  return markdownOf(result, options, LONGEST_COMMENT)
}

/** As many findings as fit, and how many did not. The first line is a mark by which a script finds its own comment again. */
export function markdownOf(result: AuditResult, { rules }: Options, longest: number): string {
  const urls = new Map(rules.map(rule => [rule.id, rule.url]))
  const entries = result.findings.map(finding => ({ row: tableRow(finding, urls.get(finding.rule)), details: details(finding) }))
  const shown = entries.slice(0, howManyFit(entries, longest - fixedLength(result)))
  return [`<!-- leak-audit -->\n### ${headline(result)}\n`, ...tableAnd(shown), ...omission(entries.length - shown.length), ...unread(result), ...remarks(result)].join('\n')
}

interface Entry {
  readonly row: string
  readonly details: string
}

/** Headings, blank lines and the words that say what is left out. */
const RESERVE = 600

function fixedLength(result: AuditResult): number {
  return RESERVE + [...unread(result), ...remarks(result)].join('\n').length
}

function howManyFit(entries: readonly Entry[], room: number): number {
  let left = room
  const first = entries.findIndex(({ row, details }) => (left -= row.length + details.length + 2) < 0)
  return first === -1 ? entries.length : first
}

function headline({ findings, baselined, stats }: AuditResult): string {
  const where = `in ${counted(stats.files, 'file')}`
  if (findings.length === 0) return `leak-audit: no ${baselined.length === 0 ? '' : 'new '}leaks found ${where}`
  const serious = findings.filter(finding => finding.severity === 'error').length
  return `leak-audit: ${[counted(serious, 'error'), counted(findings.length - serious, 'warning')].filter(part => !part.startsWith('0 ')).join(' and ')} ${where}`
}

function tableAnd(shown: readonly Entry[]): readonly string[] {
  if (shown.length === 0) return []
  return [`| | where | rule | runs per |\n| --- | --- | --- | --- |\n${shown.map(({ row }) => row).join('')}`, ...shown.map(entry => entry.details)]
}

const SIGNS = { error: '🔴 error', warning: '🟡 warning' } as const

function tableRow(finding: Finding, url: string | undefined): string {
  const entry = finding.path.find(step => step.role === 'entry')
  const rule = `\`${finding.rule}\``
  return `| ${[SIGNS[finding.severity], code(placeOf(finding)), url === undefined ? rule : `[${rule}](${url})`, entry === undefined ? 'unknown' : plain(eventLabel(entry))].map(cell).join(' | ')} |\n`
}

function details(finding: Finding): string {
  const { message, confidence, holder, path } = finding
  return [
    `<details><summary><code>${html(placeOf(finding))}</code> ${html(finding.rule)} (${confidence})</summary>\n`,
    `${withCode(message)}\n`,
    ...path.map((step, index) => `${index + 1}. ${code(placeOf(step))} ${plain(stepText(step))}`),
    `${path.length === 0 ? '' : '\n'}- **held by** ${code(holder.text)}${holder.file === undefined || holder.line === undefined ? '' : ` at ${code(placeOf({ file: holder.file, line: holder.line }))}`}, ${LIVES[holder.lifetime]}`,
    `- **release** ${withCode(releaseText(finding))}\n`,
    '</details>\n',
  ].join('\n')
}

function omission(count: number): readonly string[] {
  return count === 0 ? [] : [`**and ${count} more**, which did not fit here. \`leak-audit\` prints all of them.\n`]
}

const MOST_UNREAD = 20

function unread({ errors }: AuditResult): readonly string[] {
  if (errors.length === 0) return []
  const lines = errors.slice(0, MOST_UNREAD).map(error => `- ${code(unreadPlace(error))} ${plain(error.message).slice(0, 300)}`)
  return [`**Not audited:**\n\n${lines.join('\n')}\n${errors.length > MOST_UNREAD ? `- and ${errors.length - MOST_UNREAD} more\n` : ''}`]
}

function remarks({ suppressed, baselined }: AuditResult): readonly string[] {
  const counts = [...baselined.length === 0 ? [] : [`${baselined.length} known from the baseline`], ...suppressed.length === 0 ? [] : [`${suppressed.length} suppressed by comments`]]
  return counts.length === 0 ? [] : [`${counts.join(', ')}.\n`]
}

/** What reads as Markdown or HTML is escaped, and nobody is notified by an @ in a message. */
function plain(text: string): string {
  return escaped(oneLine(text))
}

function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~&]/g, '\\$&').replace(/@(?=\w)/g, '@<!-- -->')
}

/** Text that is plain but for what stands in backticks. */
function withCode(text: string): string {
  return oneLine(text).split(/(`[^`]+`)/).map((part, index) => index % 2 === 0 ? escaped(part) : code(part.slice(1, -1))).join('')
}

/** The fence is longer than any run of backticks inside. */
function code(text: string): string {
  const line = oneLine(text)
  const fence = '`'.repeat(1 + Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length)))
  return line.includes('`') ? `${fence} ${line} ${fence}` : `${fence}${line}${fence}`
}

/** A bar ends a cell, even in code: https://github.github.com/gfm/#example-200 */
function cell(text: string): string {
  return text.replace(/(?<!\\)\|/g, '\\|')
}

function html(text: string): string {
  return oneLine(text).replace(/[&<>]/g, letter => `&#${letter.charCodeAt(0)};`)
}
