import { commandsOfLine } from './command.ts'
import type { Command, DeploymentContent, Launch, NodeOption, Span } from './deployment-facts.ts'
import { hashComments } from './hash-comments.ts'
import { entriesOf, itemsOf, textOf, valueAt, type Located } from './located.ts'
import { locateIn } from './locate.ts'
import { optionsOfText } from './node-options.ts'
import { parseJavaScript } from './parse-javascript.ts'
import { parseJson } from './parse-json.ts'
import { parseYaml } from './parse-yaml.ts'
import { isFile } from './pm2-command.ts'
import { isReadError, type ReadError } from './read-error.ts'
import { restartsOfApp } from './restarts.ts'

/** The apps of an ecosystem file: https://pm2.keymetrics.io/docs/usage/application-declaration/ */
export async function readPm2(text: string, file: string): Promise<DeploymentContent | ReadError> {
  const read = await rootOf(text, file)
  if (isReadError(read)) return read
  const { root, comments } = read
  const apps = root.kind === 'map' && valueAt(root, 'apps') === undefined && valueAt(root, 'script') !== undefined ? [root] : itemsOf(valueAt(root, 'apps') ?? root)
  const declared = apps.filter(app => valueAt(app, 'script') !== undefined || valueAt(app, 'name') !== undefined)
  return { launches: declared.flatMap(app => launchesOf(text, app)), restarts: declared.filter(app => !isOfOtherLanguage(app)).flatMap(restartsOfApp), comments }
}

async function rootOf(text: string, file: string): Promise<{ readonly root: Located; readonly comments: DeploymentContent['comments'] } | ReadError> {
  if (/\.json$/.test(file)) {
    const root = parseJson(text)
    return isReadError(root) ? root : { root, comments: [] }
  }
  if (/\.ya?ml$/.test(file)) {
    const documents = parseYaml(text)
    return isReadError(documents) ? documents : { root: documents[0] ?? NOTHING, comments: hashComments(text) }
  }
  const module = await parseJavaScript(file, text)
  return isReadError(module) ? module : { root: module.exported, comments: module.comments }
}

/** PM2 keeps programs of any language alive. */
function isOfOtherLanguage(app: Located): boolean {
  return OTHER_LANGUAGE.test(`${textOf(valueAt(app, 'interpreter') ?? valueAt(app, 'exec_interpreter')) ?? ''} ${textOf(valueAt(app, 'script')) ?? ''}`)
}

const OTHER_LANGUAGE = /\b(?:python|php|ruby|perl|java|dotnet)[\d.]*(?:\s|$)|\.(?:py|php|rb|pl|jar|dll)$/

const NOTHING: Located = { start: 0, end: 0, kind: 'unknown' }

function launchesOf(text: string, app: Located): readonly Launch[] {
  const script = valueAt(app, 'script'), path = textOf(script)
  if (script === undefined || path === undefined) return []
  const commands = commandsOf(text, app, script, path)
  const environments = entriesOf(app).filter(({ key }) => /^env(?:_|$)/.test(key)).map(({ value }) => value)
  const given = environments.map(environment => valueAt(environment, 'NODE_OPTIONS')).filter(value => value !== undefined)
  const read = given.map(value => optionsAt(text, value))
  return [{
    start: script.start, end: script.end, name: textOf(valueAt(app, 'name')) ?? path, commands,
    options: read.flatMap(({ options }) => options),
    isEnvironmentKnown: read.every(({ areOptionsKnown }) => areOptionsKnown) && environments.every(({ kind }) => kind === 'map'),
  }]
}

function commandsOf(text: string, app: Located, script: Span, path: string): readonly Command[] {
  const interpreter = textOf(valueAt(app, 'interpreter') ?? valueAt(app, 'exec_interpreter')) ?? 'node'
  const given = valueAt(app, 'args'), args = itemsOf(given).flatMap(item => textOf(item)?.split(/\s+/) ?? [])
  if (!isFile(path)) return commandsOfLine([path, ...args].join(' '), locateIn(text, script))
  if (!/(?:^|\/)node(?:js)?$|^node@/.test(interpreter)) return [{ start: script.start, end: script.end, program: interpreter, args: [path], options: [], areOptionsKnown: true, restarts: [] }]
  const fields = ['node_args', 'nodeArgs', 'interpreter_args', 'interpreterArgs'].map(key => valueAt(app, key)).filter(value => value !== undefined)
  const read = fields.flatMap(field => itemsOf(field)).map(value => optionsAt(text, value))
  return [{
    start: script.start, end: script.end, program: 'node', args: [path, ...args], script: path,
    options: read.flatMap(({ options }) => options), areOptionsKnown: read.every(({ areOptionsKnown }) => areOptionsKnown), restarts: [],
  }]
}

/** The options in a text; one that is no literal may hold any. */
function optionsAt(text: string, value: Located): { readonly options: readonly NodeOption[]; readonly areOptionsKnown: boolean } {
  const written = textOf(value)
  return written === undefined ? { options: [], areOptionsKnown: false } : optionsOfText(written, locateIn(text, value))
}
