import type { AuditError, AuditResult, SuppressedFinding } from '../verdict/audit-result.ts'
import type { Finding } from '../verdict/finding.ts'
import { byFile } from './by-file.ts'
import { counted } from './counted.ts'
import { chainText, LIVES, placeOf, releaseText } from './evidence.ts'
import { UNREAD, unreadPlace } from './unread.ts'
import { xmlDocument, type Element } from './xml.ts'

/**
 * JUnit's XML, as far as Jenkins, GitLab, Azure and CircleCI agree on it: a suite for each file, a test that fails for each finding, and one that is
 * skipped for what a comment silences or a baseline knows.
 */
export function junit({ findings, suppressed, baselined, errors, stats }: AuditResult): string {
  const cases = [
    ...findings.map(finding => ({ file: finding.file, outcome: 'failure' as const, element: testCase(finding, failure(finding)) })),
    ...baselined.map(finding => ({ file: finding.file, outcome: 'skipped' as const, element: testCase(finding, skipped('known from the baseline')) })),
    ...suppressed.map(finding => ({ file: finding.file, outcome: 'skipped' as const, element: testCase(finding, skipped(whySuppressed(finding))) })),
    ...errors.map(error => ({ file: error.file, outcome: 'error' as const, element: unreadCase(error) })),
  ]
  const suites = [...byFile(cases)].map(([file, own]) => suite(file, own))
  return xmlDocument({
    name: 'testsuites', attributes: { name: 'leak-audit', tests: Math.max(cases.length, 1), failures: findings.length, errors: errors.length },
    // A report without a test is an error to most readers.
    children: suites.length > 0 ? suites : [suite('leak-audit', [{ outcome: 'passed', element: { name: 'testcase', attributes: { name: `no leaks in ${counted(stats.files, 'file')}`, classname: 'leak-audit' } } }])],
  })
}

interface Case {
  readonly outcome: 'failure' | 'skipped' | 'error' | 'passed'
  readonly element: Element
}

function suite(name: string, cases: readonly Case[]): Element {
  const count = (outcome: Case['outcome']): number => cases.filter(own => own.outcome === outcome).length
  return {
    name: 'testsuite', attributes: { name, tests: cases.length, failures: count('failure'), errors: count('error'), skipped: count('skipped') },
    children: cases.map(({ element }) => element),
  }
}

function testCase({ rule, file, line, column }: Finding, outcome: Element): Element {
  return { name: 'testcase', attributes: { name: `${rule} ${line}:${column}`, classname: classOf(file) }, children: [outcome] }
}

function failure(finding: Finding): Element {
  const { file, line, column, message, severity, confidence, holder, path } = finding
  const chain = chainText(path, finding)
  const evidence = [
    `${file}:${line}:${column}  ${severity}  ${confidence}`,
    message,
    `held by: ${holder.text}${holder.file === undefined || holder.line === undefined ? '' : ` ${placeOf({ file: holder.file, line: holder.line })}`}, ${LIVES[holder.lifetime]}`,
    ...chain === '' ? [] : [`runs per: ${chain}`],
    `release: ${releaseText(finding)}`,
  ]
  return { name: 'failure', attributes: { type: severity, message }, text: evidence.join('\n') }
}

function skipped(message: string): Element {
  return { name: 'skipped', attributes: { message } }
}

function whySuppressed({ reason }: SuppressedFinding): string {
  return reason === null ? 'suppressed without a reason' : `suppressed: ${reason}`
}

function unreadCase(error: AuditError): Element {
  return {
    name: 'testcase', attributes: { name: UNREAD, classname: classOf(error.file) },
    children: [{ name: 'error', attributes: { type: UNREAD, message: error.message }, text: `${unreadPlace(error)}: ${error.message}` }],
  }
}

/** Without the suffix, which readers take for the name of a class in a package. */
function classOf(file: string): string {
  return file.replace(/\.[^./]+$/, '')
}
