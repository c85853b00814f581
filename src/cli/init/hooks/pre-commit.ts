import { isSeq } from 'yaml'
import { editYaml } from '../edit-yaml.ts'
import type { InitProject } from '../project.ts'
import type { Outcome } from '../step.ts'
import { atTop, hookCommand } from './hook-command.ts'

export const isPreCommit = (project: InitProject): boolean => project.read(configOf(project)) !== undefined

/** https://pre-commit.com: a local hook, which runs the version that the package installs. */
export function addToPreCommit(project: InitProject): Outcome {
  const file = configOf(project), text = project.read(file)!
  if (text.includes('leak-audit')) return { kind: 'present', where: file }
  const command = hookCommand(project)
  // pre-commit runs an entry without a shell
  const hook = { id: 'leak-audit', name: 'leak-audit', entry: command.startsWith('(') ? `sh -c '${command.slice(1, -1).replaceAll('\'', '\'\\\'\'')}'` : command, language: 'system', types_or: ['javascript', 'jsx', 'ts', 'tsx'], pass_filenames: false }
  const edited = editYaml(text, document => {
    if (isSeq(document.get('repos'))) document.addIn(['repos'], document.createNode({ repo: 'local', hooks: [hook] }))
  })
  const next = 'Then pre-commit install, where its hook is not installed yet.'
  if (edited !== undefined && edited !== text) return { kind: 'write', file, text: edited, next }
  const why = edited === undefined ? 'an edit would change how the rest is written' : 'it has no list of repos'
  const lines = ['- repo: local', '  hooks:', ...Object.entries(hook).map(([key, value], index) => `    ${index === 0 ? '- ' : '  '}${key}: ${Array.isArray(value) ? `[${value.join(', ')}]` : String(value)}`)]
  return { kind: 'by-hand', where: file, why, lines: lines.join('\n') }
}

const configOf = (project: InitProject): string => atTop('.pre-commit-config.yaml', project)
