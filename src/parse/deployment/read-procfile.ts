import { commandsOfLine } from './command.ts'
import { locateIn } from './locate.ts'
import type { DeploymentContent, Launch } from './deployment-facts.ts'
import { hashComments } from './hash-comments.ts'
import { errorAt, type ReadError } from './read-error.ts'

/** `<process type>: <command>`, one a line: https://devcenter.heroku.com/articles/procfile#procfile-format */
export function readProcfile(text: string): DeploymentContent | ReadError {
  const launches: Launch[] = []
  for (const { 0: line, index } of text.matchAll(/^.*$/gm)) {
    if (/^\s*(?:#|$)/.test(line)) continue
    const [, name, command] = /^([\w-]+):\s*(.+?)\s*$/.exec(line) ?? []
    if (name === undefined || command === undefined) return errorAt(text, index, 'a process type, a colon and a command are expected')
    const start = index + line.indexOf(command, name.length), span = { start, end: start + command.length }
    launches.push({ ...span, name, commands: commandsOfLine(command, locateIn(text, span)), options: [], isEnvironmentKnown: true })
  }
  return { launches, restarts: [], comments: hashComments(text) }
}
