import type { ModelRow } from './models/row.ts'
import type { Config } from './parse/config-schema.ts'

export type { Config, Override, Preset, RuleLevel, RuleOptions, RuleSettings } from './parse/config-schema.ts'
export type { ModelRow } from './models/row.ts'

/** What `leak-audit.config.{js,ts}` may export: any part of a configuration. */
export type ConfigInput = Partial<Config>

/** The configuration as it is, checked by the compiler: `export default defineConfig({ ignores: ['generated/'] })`. */
export const defineConfig = (config: ConfigInput): ConfigInput => config

/** The rows as they are, checked by the compiler: for a configuration and for `settings['leak-audit'].models`. */
export const defineModels = (rows: readonly ModelRow[]): readonly ModelRow[] => rows
