import { isMap, isSeq, type Document } from 'yaml'
import { editYaml } from '../edit-yaml.ts'
import type { InitProject } from '../project.ts'
import type { Outcome } from '../step.ts'
import { atTop, hookCommand } from './hook-command.ts'

export const isLefthook = (project: InitProject): boolean => project.dependencies.has('lefthook') || configOf(project) !== undefined

/** https://lefthook.dev/configuration: a job of `pre-commit`, or a command where those are used. */
export function addToLefthook(project: InitProject): Outcome {
  const next = `Then ${project.runner} lefthook install, where the hooks of lefthook are not installed yet.`
  const file = configOf(project), command = hookCommand(project)
  if (file === undefined) return { kind: 'write', file: atTop('lefthook.yml', project), text: newHook(command), next }
  const text = project.read(file)!
  if (text.includes('leak-audit')) return { kind: 'present', where: file }
  const lines = newHook(command)
  if (!/\.ya?ml$/.test(file)) return { kind: 'by-hand', where: file, why: 'it is not YAML', lines }
  const edited = /^[^#\s]/m.test(text) ? editYaml(text, document => addJob(document, command)) : `${text}${text.endsWith('\n') || text === '' ? '' : '\n'}${lines}`
  return edited === undefined ? { kind: 'by-hand', where: file, why: 'an edit would change how the rest is written', lines } : { kind: 'write', file, text: edited, next }
}

const FILES = ['lefthook', '.lefthook'].flatMap(name => ['yml', 'yaml', 'json', 'toml'].map(extension => `${name}.${extension}`))

const configOf = (project: InitProject): string | undefined => FILES.map(file => atTop(file, project)).find(file => project.read(file) !== undefined)

const newHook = (command: string): string => `pre-commit:\n  jobs:\n    - name: leak-audit\n      run: ${command}\n`

function addJob(document: Document, run: string): void {
  const isIn = (key: string, is: (node: unknown) => boolean) => is(document.getIn(['pre-commit', key], true))
  if (isIn('commands', isMap) && !isIn('jobs', isSeq)) return document.setIn(['pre-commit', 'commands', 'leak-audit'], document.createNode({ run }))
  const job = document.createNode({ name: 'leak-audit', run })
  if (isIn('jobs', isSeq)) return document.addIn(['pre-commit', 'jobs'], job)
  document.setIn(['pre-commit', 'jobs'], document.createNode([job]))
}
