import type { AuditResult } from '../verdict/audit-result.ts'
import type { Finding } from '../verdict/finding.ts'
import { counted } from './counted.ts'
import { eventLabel, LIVES, oneLine, placeOf, releaseText } from './evidence.ts'
import { unreadPlace } from './unread.ts'

/** For a coding agent: everything that is known of each finding in few words, without colours or alignment, and what to run next. */
export function agent(result: AuditResult): string {
  const { findings, errors } = result
  return [
    headline(result),
    ...findings.map(findingLines),
    ...errors.map(error => `not audited: ${oneLine(`${unreadPlace(error)} ${error.message}`)}`),
    ...findings.length === 0 ? [] : [NEXT],
  ].join('\n\n') + '\n'
}

const NEXT = 'Next: release on every way out of the event, then run leak-audit again. `leak-audit explain <rule>` prints why a rule\'s leaks happen and what ends them; `leak-audit why <file>:<line>` prints what is concluded of a line.'

function headline({ findings, suppressed, baselined, errors, stats }: AuditResult): string {
  const parts = [
    `${findings.length === 0 ? 'no' : findings.length}${baselined.length === 0 ? '' : ' new'} ${findings.length === 1 ? 'leak' : 'leaks'} in ${counted(stats.files, 'file')}`,
    ...suppressed.length === 0 ? [] : [`${suppressed.length} suppressed by comments`],
    ...baselined.length === 0 ? [] : [`${baselined.length} known from the baseline`],
    ...errors.length === 0 ? [] : [`${new Set(errors.map(error => error.file)).size} not audited`],
  ]
  return `leak-audit: ${parts.join(', ')}`
}

function findingLines(finding: Finding): string {
  const { holder, path, rule, severity, confidence, message } = finding
  const steps = path.filter(step => step.role !== 'release').map(step => `${step.role === 'entry' ? eventLabel(step) : step.text} ${placeOf(step)}`)
  const place = holder.file === undefined || holder.line === undefined ? '' : ` ${placeOf({ file: holder.file, line: holder.line })}`
  return [
    `${placeOf(finding)}:${finding.column} ${rule} (${severity}, ${confidence})`,
    message,
    ...steps.length === 0 ? [] : [`path: ${steps.join(' -> ')}`],
    `held by: ${holder.text}${place}, ${LIVES[holder.lifetime]}`,
    `release: ${releaseText(finding)}`,
  ].map(oneLine).join('\n')
}
