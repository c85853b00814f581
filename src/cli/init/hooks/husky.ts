import type { InitProject } from '../project.ts'
import type { Outcome } from '../step.ts'
import { atTop } from './hook-command.ts'
import { inShellHook } from './shell-hook.ts'

export const isHusky = (project: InitProject): boolean => project.dependencies.has('husky') || project.read(hookOf(project)) !== undefined

/** https://typicode.github.io/husky: `.husky/pre-commit` is the hook. */
export function addToHusky(project: InitProject): Outcome {
  return inShellHook({ file: hookOf(project), stopsAtFailure: true }, project)
}

const hookOf = (project: InitProject): string => atTop('.husky/pre-commit', project)
