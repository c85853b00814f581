import { applyConfig } from '../apply-config.ts'
import type { AuditAid } from '../audit.ts'
import { createFileSettings, leastConfidence, rulesWithLevel, type FileSettings } from '../file-settings.ts'
import type { Config } from '../parse/config-schema.ts'
import type { AuditOptions, AuditResult } from '../verdict/audit-result.ts'
import type { Confidence } from '../verdict/finding.ts'
import { withDefaultPath } from './arguments.ts'
import type { CommandContext } from './command.ts'

/** What the command line and the configuration ask for together. */
export interface AuditRequest {
  readonly options: AuditOptions
  readonly settingsOf: (file: string) => FileSettings
}

/** The command line has the last word on paths and confidence. */
export function requestOf(paths: readonly string[], config: Config, { minConfidence, rule }: { readonly minConfidence?: Confidence; readonly rule?: readonly string[] }, { rules }: Pick<CommandContext, 'rules'>): AuditRequest {
  return {
    options: {
      cwd: process.cwd(),
      paths: withDefaultPath(paths, config.paths),
      ignores: config.ignores,
      models: config.models,
      minConfidence: minConfidence ?? leastConfidence(config),
      ...(rule === undefined ? {} : { rules: rule }),
      also: rulesWithLevel(config),
    },
    settingsOf: createFileSettings(config, rules, minConfidence),
  }
}

export async function runAudit({ options, settingsOf }: AuditRequest, aid: AuditAid): Promise<AuditResult> {
  // Loaded late: --help does not wait for it, and a parser binding that this platform lacks is one line like any other failure.
  const { audit } = await import('../audit.ts')
  return applyConfig(await audit(options, aid), settingsOf, options.rules)
}
