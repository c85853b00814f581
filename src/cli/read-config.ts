import { findConfig, noConfig } from '../parse/config.ts'
import type { Config } from '../parse/config-schema.ts'
import type { CommandContext } from './command.ts'

/** The configuration that `--config` names or that lies in the working directory; none with `--no-config`. @throws UsageError */
export async function readConfig(options: { readonly config?: string | boolean }, context: Pick<CommandContext, 'rules'>, cwd = process.cwd()): Promise<Config> {
  return (await findConfigFile(options, context, cwd)).config
}

/** The same, with the name of its file. */
export async function findConfigFile({ config }: { readonly config?: string | boolean }, { rules }: Pick<CommandContext, 'rules'>, cwd: string): Promise<{ readonly config: Config; readonly file?: string }> {
  return config === false ? { config: noConfig } : await findConfig(cwd, typeof config === 'string' ? config : undefined, rules.map(rule => rule.id))
}
