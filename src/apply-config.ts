import type { AuditResult } from './verdict/audit-result.ts'
import type { Finding, Severity } from './verdict/finding.ts'

/** What a configuration says of a rule. */
export type RuleSetting = 'off' | Severity

/** Leaves out the findings of rules that are off and gives the others the severity that the configuration asks for. */
export function applyConfig(result: AuditResult, { rules }: { readonly rules: Readonly<Record<string, RuleSetting>> }): AuditResult {
  const set = <F extends Finding>(findings: readonly F[]): F[] => findings.flatMap(finding => {
    const setting = rules[finding.rule]
    if (setting === 'off') return []
    return [setting === undefined ? finding : { ...finding, severity: setting }]
  })
  return { ...result, findings: set(result.findings), suppressed: set(result.suppressed), baselined: set(result.baselined) }
}
