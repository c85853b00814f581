import picomatch from 'picomatch'
import type { FileSettings } from './file-settings.ts'
import type { AuditResult } from './verdict/audit-result.ts'
import type { Confidence, Finding } from './verdict/finding.ts'

const RANK: Readonly<Record<Confidence, number>> = { certain: 2, likely: 1, possible: 0 }

/**
 * Leaves out what the settings of its file do not ask for, and gives the others the severity that they ask for. `named`: rules that the command line
 * names are reported whatever the configuration says of them.
 */
export function applyConfig(result: AuditResult, settingsOf: (file: string) => FileSettings, named: readonly string[] = []): AuditResult {
  const set = <F extends Finding>(findings: readonly F[]): F[] => findings.flatMap(finding => {
    const { minConfidence, rules } = settingsOf(finding.file), { level, isChosen, options } = rules[finding.rule]!
    const isOff = level === 'off' && (isChosen || !named.includes(finding.rule))
    if (isOff || RANK[finding.confidence] < RANK[options.minConfidence ?? minConfidence] || isIgnored(finding, options.ignoreHolders)) return []
    return [isChosen && level !== 'off' ? { ...finding, severity: level } : finding]
  })
  return { ...result, findings: set(result.findings), suppressed: set(result.suppressed), baselined: set(result.baselined) }
}

/** Names, in which `*` stands for anything: `this.cache` has no slash, so a dot is nothing special. */
const isIgnored = ({ holder }: Finding, names: readonly string[] = []): boolean => names.length > 0 && picomatch.isMatch(holder.text, [...names], { dot: true })
