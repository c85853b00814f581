import { loadConfig, noConfig } from '../parse/config.ts'
import type { Config } from '../parse/config-schema.ts'
import type { CommandContext } from './command.ts'

/** The configuration that `--config` names or that lies in the working directory; none with `--no-config`. @throws UsageError */
export async function readConfig({ config }: { readonly config?: string | boolean }, { rules }: Pick<CommandContext, 'rules'>): Promise<Config> {
  return config === false ? noConfig : await loadConfig(process.cwd(), typeof config === 'string' ? config : undefined, rules.map(rule => rule.id))
}
