import type { DeploymentContent } from './deployment-facts.ts'
import { commandsOfLine } from './command.ts'
import { locateIn } from './locate.ts'
import { entriesOf, textOf, valueAt } from './located.ts'
import { parseJson } from './parse-json.ts'
import { isReadError, type ReadError } from './read-error.ts'

/** The scripts of a package.json: https://docs.npmjs.com/cli/configuring-npm/package-json#scripts */
export function readPackageScripts(text: string): DeploymentContent | ReadError {
  const manifest = parseJson(text)
  if (isReadError(manifest)) return manifest
  const name = textOf(valueAt(manifest, 'name'))
  const launches = entriesOf(valueAt(manifest, 'scripts')).flatMap(({ key, value }) => {
    const line = textOf(value), { start, end } = value
    if (line === undefined || key === '//') return []
    return [{ name: key, start, end, commands: commandsOfLine(line, locateIn(text, value)), options: [], isEnvironmentKnown: true }]
  })
  return { launches, restarts: [], comments: [], ...(name === undefined ? {} : { packageName: name }) }
}
