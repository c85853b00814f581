import type { InitProject } from '../project.ts'
import type { Outcome } from '../step.ts'
import { inShellHook } from './shell-hook.ts'

/** A hook of this clone alone, where nothing shares hooks. */
export function addToGit(project: InitProject): Outcome {
  const outcome = inShellHook({ file: `${project.git!.hooks}/pre-commit`, head: '#!/bin/sh\n', stopsAtFailure: false }, project)
  return outcome.kind === 'write' ? { ...outcome, next: 'This hook is of this clone alone; to share one, set up husky, lefthook, pre-commit or simple-git-hooks and run init again.' } : outcome
}
