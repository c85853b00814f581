import { applyConfig } from '../apply-config.ts'
import { createFileSettings, leastConfidence, rulesWithLevel, type FileSettings } from '../file-settings.ts'
import type { Config } from '../parse/config-schema.ts'
import type { AuditOptions, AuditResult } from '../verdict/audit-result.ts'
import type { Confidence } from '../verdict/finding.ts'
import type { CommandContext } from './command.ts'

/** What the command line and the configuration ask for together. */
export interface AuditRequest extends Settled {
  readonly options: AuditOptions
  readonly settingsOf: (file: string) => FileSettings
}

/** What is done with a result. */
export interface Settled {
  /** The baseline file that the configuration names. */
  readonly baseline?: string | undefined
  /** Leaves out what is not asked for, and sets severities. */
  apply(result: AuditResult): AuditResult
}

interface Asked {
  readonly minConfidence?: Confidence
  readonly rule?: readonly string[]
  readonly quiet?: boolean
}

/** The command line has the last word on confidence. `place`: what is read, and what of it is reported. */
export function requestOf(place: AuditOptions, config: Config, { minConfidence, rule, quiet }: Asked, { rules }: Pick<CommandContext, 'rules'>): AuditRequest {
  const settingsOf = createFileSettings(config, rules, minConfidence)
  return {
    options: {
      ...place,
      ignores: config.ignores,
      models: config.models,
      minConfidence: minConfidence ?? leastConfidence(config),
      ...(rule === undefined ? {} : { rules: rule }),
      also: rulesWithLevel(config),
    },
    settingsOf,
    baseline: config.baseline,
    apply: result => quieted(applyConfig(result, settingsOf, rule), quiet),
  }
}

/** Errors alone. */
function quieted(result: AuditResult, isQuiet = false): AuditResult {
  return isQuiet ? { ...result, findings: result.findings.filter(({ severity }) => severity === 'error') } : result
}
