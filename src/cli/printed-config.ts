import { resolve } from 'node:path'
import type { Config } from '../parse/config-schema.ts'
import { relativePath } from '../parse/relative-path.ts'
import { ignoredBy } from '../parse/visible-files.ts'
import type { AuditRequest } from './audit-request.ts'

/** What holds for a file, after presets and overrides, as JSON. The file need not exist. */
export function printedConfig(named: string, { options, settingsOf }: AuditRequest, { config, file: configFile }: { readonly config: Config; readonly file?: string }): string {
  const file = relativePath(options.cwd, resolve(options.cwd, named)), { minConfidence, rules } = settingsOf(file)
  const settings = Object.entries(rules).map(([id, { level, options: told }]) => [id, Object.keys(told).length === 0 ? level : [level, told]])
  return `${JSON.stringify({
    file, configFile: configFile ?? null, isIgnored: ignoredBy(options.cwd, config.ignores)(resolve(options.cwd, named), false),
    paths: options.paths, ignores: config.ignores, presets: config.presets, minConfidence, rules: Object.fromEntries(settings), models: config.models,
  }, null, 2)}\n`
}
