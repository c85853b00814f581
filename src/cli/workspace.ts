import { resolve } from 'node:path'
import { relativePath } from '../parse/relative-path.ts'
import { chooseWorkspaces, findWorkspaces } from '../parse/workspaces.ts'
import { UsageError, type AuditOptions } from '../verdict/audit-result.ts'
import { withDefaultPath } from './arguments.ts'
import type { OnlyNewOptions } from './only-new-options.ts'

/** Where the audit happens, what it reads, and what of it is reported. */
export type AuditPlace = Pick<AuditOptions, 'cwd' | 'paths' | 'reportOn'>

/**
 * The working directory and the paths; of workspaces, wherever in the repository they are named: the root, so that files are called the same
 * in every report, and the packages with those they depend on. @throws UsageError
 */
export function placeOf(paths: readonly string[], workspaces: readonly string[] | undefined, cwd: string): AuditPlace {
  if (workspaces === undefined) return { cwd, paths: withDefaultPath(paths) }
  if (paths.length > 0) throw new UsageError(`--workspace says what to read; leave out ${paths[0]!}`)
  const found = findWorkspaces(cwd), { named, read } = chooseWorkspaces(found, workspaces, cwd)
  return { cwd: found.root, paths: read, reportOn: named }
}

/** Files of options are named from where the command is run. */
export function optionsFrom<Options extends OnlyNewOptions & { readonly config?: string | boolean }>(options: Options, from: string, cwd: string): Options {
  if (from === cwd) return options
  const seen = (file: string): string => relativePath(cwd, resolve(from, file))
  const { config, baseline } = options
  return { ...options, ...(typeof config === 'string' ? { config: seen(config) } : {}), ...(typeof baseline === 'string' ? { baseline: seen(baseline) } : {}) }
}
