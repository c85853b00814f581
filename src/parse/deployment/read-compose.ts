import { commandsOfFields, optionsOfField } from './container.ts'
import type { Command, DeploymentContent, Launch, MemoryLimit } from './deployment-facts.ts'
import { hashComments } from './hash-comments.ts'
import { entriesOf, entryOf, textOf, valueAt, type Entry, type Located } from './located.ts'
import { locateIn } from './locate.ts'
import { composeLimit } from './memory.ts'
import { optionsOfText } from './node-options.ts'
import { parseYaml } from './parse-yaml.ts'
import { isReadError, type ReadError } from './read-error.ts'

/** The services of a compose file: https://docs.docker.com/reference/compose-file/services/ */
export function readCompose(text: string): DeploymentContent | ReadError {
  const documents = parseYaml(text)
  if (isReadError(documents)) return documents
  const services = documents.flatMap(document => entriesOf(valueAt(document, 'services')))
  return { launches: services.map(service => launchOf(text, service)), restarts: [], comments: hashComments(text) }
}

function launchOf(text: string, { key: name, value: service, start }: Entry): Launch {
  const image = textOf(valueAt(service, 'image'))
  const { options, areOptionsKnown } = optionsOf(text, service)
  return {
    start, end: start + name.length, name, options,
    commands: commandsOfFields(text, ...commandFields(service)),
    // a service that it extends may set anything
    isEnvironmentKnown: areOptionsKnown && entryOf(service, 'env_file', 'extends') === undefined,
    container: { key: `service/${name}`, ...(image === undefined ? {} : { image }), isBuilt: entryOf(service, 'build') !== undefined, isJob: false, limit: limitOf(service) },
  }
}

/** Where the command is a text it is a line of its own, and an entrypoint before it is a wrapper. */
function commandFields(service: Located): readonly (Located | undefined)[] {
  const entrypoint = valueAt(service, 'entrypoint'), command = valueAt(service, 'command')
  return command === undefined || command.kind === 'scalar' && textOf(command) !== undefined ? [command ?? entrypoint] : [entrypoint, command]
}

/** `environment` is a map, or a list of `NAME=value`. */
function optionsOf(text: string, service: Located): Pick<Command, 'options' | 'areOptionsKnown'> {
  const environment = valueAt(service, 'environment')
  if (environment?.kind !== 'list') return optionsOfField(text, valueAt(environment, 'NODE_OPTIONS'))
  const item = environment.items.find(entry => /^NODE_OPTIONS(?:=|$)/.test(textOf(entry) ?? ''))
  const written = textOf(item)
  if (item === undefined || written === undefined) return { options: [], areOptionsKnown: true }
  return written.includes('=') ? optionsOfText(written.slice(written.indexOf('=') + 1), locateIn(text, item)) : { options: [], areOptionsKnown: false }
}

function limitOf(service: Located): MemoryLimit {
  const limit = valueAt(service, 'mem_limit') ?? valueAt(service, 'deploy', 'resources', 'limits', 'memory')
  if (limit !== undefined) return composeLimit(textOf(limit) ?? '')
  return entryOf(service, 'extends') === undefined ? { kind: 'none' } : { kind: 'unknown' }
}
