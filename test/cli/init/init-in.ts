import { execFileSync } from 'node:child_process'
import { planInit, type Plan } from '../../../src/cli/init/plan.ts'
import { readInitProject } from '../../../src/cli/init/project.ts'
import { temporaryFolder } from '../../temporary-folder.ts'

/** What `leak-audit init` would do in a repository of these files. */
export async function initIn(textByPath: Readonly<Record<string, string>>): Promise<Plan> {
  return await planInit(readInitProject(repositoryOf(textByPath)))
}

/** A git repository with these files and a package.json, none of them committed. */
export function repositoryOf(textByPath: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder({ 'package.json': '{}\n', ...textByPath })
  execFileSync('git', ['init', '--quiet', folder])
  return folder
}

/** The text that a file would have, undefined where it stays as it is. */
export const textAfter = (plan: Plan, file: string): string | undefined => plan.changes.find(change => change.file === file)?.after

export const packageWith = (...dependencies: readonly string[]): string =>
  `${JSON.stringify({ type: 'module', devDependencies: Object.fromEntries(dependencies.map(name => [name, '*'])) }, null, 2)}\n`
