import pc from 'picocolors'
import type { AuditError, AuditResult } from '../verdict/audit-result.ts'
import type { Finding } from '../verdict/finding.ts'
import { counted } from './counted.ts'
import type { ReportOptions } from './format.ts'
import { chainText, eventLabel, LIVES, oneLine, placeOf, releaseText } from './evidence.ts'
import { unreadPlace } from './unread.ts'

type Paint = ReturnType<typeof pc.createColors>

/** For a person at a terminal: each finding with its evidence, then one line of totals. */
export function text(result: AuditResult, { color }: Pick<ReportOptions, 'color'>): string {
  const paint = pc.createColors(color)
  return [
    ...result.findings.map(finding => findingBlock(finding, paint)),
    result.errors.map(error => errorLine(error, paint)).join('\n'),
    summaryLine(result, paint),
  ].filter(block => block !== '').join('\n\n') + '\n'
}

/** Beyond this width a label is not aligned: the line would leave the screen. */
const WIDEST_LABEL = 40
/** Sites shorter than this are padded to it, so that lifetimes stand under each other in most reports. */
const SITE_WIDTH = 18

function findingBlock(finding: Finding, paint: Paint): string {
  const severity = finding.severity === 'error' ? paint.red('error') : paint.yellow('warning')
  return [
    `${paint.underline(oneLine(`${placeOf(finding)}:${finding.column}`))}  ${severity}  ${paint.bold(finding.rule)}  ${paint.dim(finding.confidence)}`,
    `  ${oneLine(finding.message)}`,
    ...evidenceRows(finding).map(([label, evidence]) => `    ${paint.dim(label.padEnd(10))}${oneLine(evidence)}`),
  ].join('\n')
}

function evidenceRows(finding: Finding): (readonly [label: string, evidence: string])[] {
  const { holder, path } = finding
  const held = oneLine(holder.text)
  const entry = path.find(step => step.role === 'entry')
  const event = entry === undefined ? 'event unknown' : eventLabel(entry)
  const chain = chainText(path, finding)
  const width = Math.min(WIDEST_LABEL, Math.max(held.length, chain === '' ? 0 : event.length))
  return [
    ['held by', [held.padEnd(width), ...holderPlace(finding), LIVES[holder.lifetime]].join('   ')],
    ...(chain === '' ? [] : [['runs per', `${event.padEnd(width)}   ${chain}`] as const]),
    ['release', releaseText(finding)],
  ]
}

function holderPlace({ holder: { file, line } }: Finding): string[] {
  return file === undefined || line === undefined ? [] : [placeOf({ file, line }).padEnd(SITE_WIDTH)]
}

function errorLine(error: AuditError, paint: Paint): string {
  return `${paint.underline(oneLine(unreadPlace(error)))}  ${paint.red('not audited')}  ${oneLine(error.message)}`
}

function summaryLine({ findings, suppressed, baselined, errors, stats }: AuditResult, paint: Paint): string {
  const serious = findings.filter(finding => finding.severity === 'error').length
  const found = [counted(serious, 'error'), counted(findings.length - serious, 'warning')].filter(part => !part.startsWith('0 '))
  const unread = new Set(errors.map(error => error.file)).size
  const rest = [
    ...(suppressed.length === 0 ? [] : [`; ${suppressed.length} suppressed`]),
    ...(baselined.length === 0 ? [] : [`; ${baselined.length} known from the baseline`]),
    ...(unread === 0 ? [] : [`; ${counted(unread, 'file')} not audited`]),
  ].join('')
  const where = `in ${counted(stats.files, 'file')} (${(stats.milliseconds / 1000).toFixed(1)} s)${rest}`
  if (found.length === 0) return (unread === 0 ? paint.green : paint.yellow)(`No ${baselined.length === 0 ? '' : 'new '}leaks found ${where}.`)
  return (serious > 0 ? paint.red : paint.yellow)(`${found.join(', ')} ${where}`)
}
