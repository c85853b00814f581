import type { InitProject } from '../project.ts'
import type { Outcome } from '../step.ts'
import { hookCommand } from './hook-command.ts'

interface ShellHook {
  readonly file: string
  /** Starts a new one. */
  readonly head?: string
  /** Whether the first command that fails ends it whatever it says itself: husky runs hooks so. */
  readonly stopsAtFailure: boolean
}

/** A hook that is a script of the shell, with the audit as its last command. */
export function inShellHook({ file, head = '', stopsAtFailure }: ShellHook, project: InitProject): Outcome {
  const text = project.read(file), command = hookCommand(project)
  if (text === undefined) return { kind: 'write', file, text: `${head}${command}\n`, isExecutable: true }
  if (text.includes('leak-audit')) return { kind: 'present', where: file }
  const byHand = (why: string): Outcome => ({ kind: 'by-hand', where: file, why, lines: command })
  if (/^#!(?!.*\b(?:ba|da|z|k)?sh\b)/.test(text)) return byHand('it is no script of the shell')
  // what stands behind them is never reached
  if (/^\s*(?:exec|exit|return)\b[^\n]*$/m.test(lastLine(text))) return byHand('its last line ends it')
  if (/\\$/.test(lastLine(text))) return byHand('its last line goes on')
  if (!stopsAtFailure && !/^\s*set -\w*e/m.test(text)) return byHand('how its last command ends decides, so one more would hide a failure')
  return { kind: 'write', file, text: `${text}${text === '' || text.endsWith('\n') ? '' : '\n'}${command}\n` }
}

const lastLine = (text: string): string => text.trimEnd().split('\n').at(-1)!
