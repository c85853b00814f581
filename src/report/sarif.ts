import type { Invocation, Location, Log, Notification, PhysicalLocation, ReportingDescriptor, Result } from 'sarif'
import type { AuditError, AuditResult, SuppressedFinding } from '../verdict/audit-result.ts'
import type { Finding, Holder, PathStep, Site } from '../verdict/finding.ts'
import { LIVES, stepText } from './evidence.ts'
import type { ReportOptions, RuleDescription } from './format.ts'
import { sectionOf } from './page-section.ts'

/** SARIF 2.1.0, for code scanning: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
export function sarif(result: AuditResult, { version, rules }: Pick<ReportOptions, 'version' | 'rules'>): string {
  const { findings, suppressed, baselined } = result
  const reported = new Set([...findings, ...suppressed, ...baselined].map(finding => finding.rule))
  const described = rules.filter(rule => reported.has(rule.id))
  const ruleIndex = (finding: Finding): number => described.findIndex(rule => rule.id === finding.rule)
  // Where nothing is known from a baseline, none of the results says how it compares to one.
  const isCompared = baselined.length > 0
  const log: Log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [{
      tool: {
        driver: {
          name: 'leak-audit', semanticVersion: version, informationUri: 'https://www.npmjs.com/package/eslint-plugin-leak-audit',
          rules: described.map(ruleDescriptor),
        },
      },
      invocations: [invocation(result)],
      automationDetails: { id: 'leak-audit/' },
      // The folder is left to the reader, who knows where the sources are: the same input gives the same bytes on every machine.
      originalUriBaseIds: { [BASE]: { description: { text: 'The folder that the audit was run in' } } },
      columnKind: 'utf16CodeUnits',
      results: [
        ...findings.map(finding => ({ ...resultOf(finding, ruleIndex(finding)), ...isCompared && { baselineState: 'new' as const } })),
        ...baselined.map(finding => ({ ...resultOf(finding, ruleIndex(finding)), baselineState: 'unchanged' as const })),
        ...suppressed.map(finding => ({ ...resultOf(finding, ruleIndex(finding)), suppressions: [suppression(finding)] })),
      ],
    }],
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

/** Every path of the report is relative to it. */
const BASE = 'SRCROOT'

function ruleDescriptor({ id, summary, severity, url, page }: RuleDescription): ReportingDescriptor {
  return {
    id,
    shortDescription: { text: `${summary}.` },
    fullDescription: { text: sectionOf(page, 'What it reports') ?? `${summary}.` },
    help: { text: [sectionOf(page, 'Why it leaks'), sectionOf(page, 'What ends it')].filter(Boolean).join('\n\n') || `${summary}.`, markdown: page },
    helpUri: url,
    defaultConfiguration: { level: severity },
    properties: { tags: ['memory-leak', 'performance'] },
  }
}

function resultOf(finding: Finding, ruleIndex: number): Result {
  const { rule, severity, confidence, message, release, fingerprint, holder, path } = finding
  return {
    ruleId: rule,
    ...ruleIndex >= 0 && { ruleIndex },
    level: severity,
    message: { text: `${message} ${release.hint}`.trimEnd() },
    locations: [{ physicalLocation: physicalLocation(finding) }],
    ...path.length > 0 && { codeFlows: [{ threadFlows: [{ locations: path.map(step => ({ location: stepLocation(step), kinds: [step.role] })) }] }] },
    ...hasPlace(holder) && { relatedLocations: [{ id: 1, physicalLocation: physicalLocation(holder), message: { text: `${holder.text}, which ${LIVES[holder.lifetime]}` } }] },
    partialFingerprints: { 'leakAudit/v1': fingerprint },
    properties: { confidence },
  }
}

function stepLocation(step: PathStep): Location {
  return { physicalLocation: physicalLocation(step), message: { text: stepText(step) } }
}

function physicalLocation({ file, line, column, endLine, endColumn }: Site & { readonly endLine?: number; readonly endColumn?: number }): PhysicalLocation {
  return {
    artifactLocation: { uri: uriOf(file), uriBaseId: BASE },
    region: { startLine: line, startColumn: column, ...endLine !== undefined && { endLine }, ...endColumn !== undefined && { endColumn } },
  }
}

function hasPlace(holder: Holder): holder is Holder & Site {
  return holder.file !== undefined && holder.line !== undefined && holder.column !== undefined
}

function suppression({ reason }: SuppressedFinding): NonNullable<Result['suppressions']>[number] {
  return { kind: 'inSource', ...reason !== null && { justification: reason } }
}

function invocation({ errors, notices }: AuditResult): Invocation {
  return {
    executionSuccessful: errors.length === 0,
    toolExecutionNotifications: [...errors.map(unreadNotification), ...notices.map(text => ({ level: 'note' as const, message: { text } }))],
  }
}

function unreadNotification({ file, line, column, message }: AuditError): Notification {
  const region = line === undefined ? {} : { region: { startLine: line, ...column !== undefined && { startColumn: column } } }
  return {
    level: 'error',
    message: { text: `${file} was not audited: ${message}` },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(file), uriBaseId: BASE }, ...region } }],
  }
}

/** A relative reference: each segment of the path is escaped, and a colon cannot be taken for a scheme. */
function uriOf(file: string): string {
  return file.split('/').map(encodeURIComponent).join('/')
}
