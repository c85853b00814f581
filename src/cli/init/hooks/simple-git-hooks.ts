import { readJson, setInJson } from '../edit-json.ts'
import type { InitProject } from '../project.ts'
import type { Outcome } from '../step.ts'
import { atTop, hookCommand } from './hook-command.ts'

export const isSimpleGitHooks = (project: InitProject): boolean => project.dependencies.has('simple-git-hooks')

/** https://github.com/toplenboren/simple-git-hooks: a command by the name of the hook. */
export function addToSimpleGitHooks(project: InitProject): Outcome {
  const own = OWN_FILES.map(name => atTop(name, project)).find(name => project.read(name) !== undefined)
  const command = hookCommand(project)
  if (own !== undefined && !own.endsWith('.json')) return { kind: 'by-hand', where: own, why: 'it is code', lines: `'pre-commit': '${command}'` }
  const file = own ?? atTop('package.json', project), text = project.read(file) ?? '{}'
  const hooks = own === undefined ? readJson(text)?.[KEY] as Readonly<Record<string, unknown>> | undefined : readJson(text)
  const before = hooks?.['pre-commit']
  if (typeof before === 'string' && before.includes('leak-audit')) return { kind: 'present', where: file }
  const after = typeof before === 'string' && before.trim() !== '' ? `${before} && ${command}` : command
  return {
    kind: 'write', file, text: setInJson(text, [...(own === undefined ? [KEY] : []), 'pre-commit'], after),
    next: `Then ${project.runner} simple-git-hooks, which installs it.`,
  }
}

const KEY = 'simple-git-hooks'
const OWN_FILES = ['.simple-git-hooks.json', 'simple-git-hooks.json', '.simple-git-hooks.cjs', '.simple-git-hooks.js', 'simple-git-hooks.cjs', 'simple-git-hooks.js'] as const
