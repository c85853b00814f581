import type { InitProject } from '../project.ts'
import type { Outcome, Step } from '../step.ts'
import { isHusky, addToHusky } from './husky.ts'
import { isLefthook, addToLefthook } from './lefthook.ts'
import { addToGit } from './plain.ts'
import { isPreCommit, addToPreCommit } from './pre-commit.ts'
import { isSimpleGitHooks, addToSimpleGitHooks } from './simple-git-hooks.ts'

/** The audit before each commit, in the way that the repository runs its hooks. */
export const addHook: Step = async project => {
  if (project.git === undefined) return { kind: 'left-out', what: 'hook', why: 'no git repository' }
  const manager = MANAGERS.find(({ isUsed }) => isUsed(project))
  return await (manager?.add ?? addToGit)(project)
}

interface HookManager {
  readonly isUsed: (project: InitProject) => boolean
  readonly add: (project: InitProject) => Outcome
}

/** lint-staged is none: it is run by one of these, and gives a command files rather than the program. */
const MANAGERS: readonly HookManager[] = [
  { isUsed: isHusky, add: addToHusky },
  { isUsed: isLefthook, add: addToLefthook },
  { isUsed: isPreCommit, add: addToPreCommit },
  { isUsed: isSimpleGitHooks, add: addToSimpleGitHooks },
]
