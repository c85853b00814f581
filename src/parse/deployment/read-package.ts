import type { DeploymentContent } from './deployment-facts.ts'
import { commandsOfLine } from './command.ts'
import { locateIn } from './locate.ts'
import { entriesOf, textOf, valueAt } from './located.ts'
import { parseJson } from './parse-json.ts'
import { isReadError, type ReadError } from './read-error.ts'
import { restartsOfCommand } from './pm2-command.ts'

/** The scripts of a package.json: https://docs.npmjs.com/cli/configuring-npm/package-json#scripts */
export function readPackageScripts(text: string): DeploymentContent | ReadError {
  const manifest = parseJson(text)
  if (isReadError(manifest)) return manifest
  const name = textOf(valueAt(manifest, 'name'))
  const scripts = entriesOf(valueAt(manifest, 'scripts')).flatMap(({ key, value }) => {
    const line = textOf(value), locate = locateIn(text, value)
    return line === undefined || key === '//' ? [] : [{ name: key, start: value.start, end: value.end, commands: commandsOfLine(line, locate), locate }]
  })
  return {
    launches: scripts.map(({ name: script, start, end, commands }) => ({ name: script, start, end, commands, options: [], isEnvironmentKnown: true })),
    restarts: scripts.flatMap(({ commands, locate }) => commands.flatMap(command => restartsOfCommand(command, locate))),
    comments: [],
    ...(name === undefined ? {} : { packageName: name }),
  }
}
