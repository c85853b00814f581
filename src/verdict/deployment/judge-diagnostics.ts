import type { Program } from '../../link/program.ts'
import type { DeploymentFacts, DeploymentFile, DeploymentFormat, Launch } from '../../parse/deployment/deployment-facts.ts'
import type { Mask } from '../mask.ts'
import { givenByProgram, REPORT, SNAPSHOT, SOURCE_MAPS } from './given-by-program.ts'
import { folderOf, packageOf, packagesOf, type Packages } from './packages.ts'
import { serves } from './serves.ts'
import { isForDevelopers, startedBy, type GivenOption, type Started } from './started.ts'

/** Servers that are started without what would say, when memory grows, what filled it: for each package, what its outermost launches start. */
export function judgeDiagnostics(program: Program, deployment: DeploymentFacts): readonly Mask[] {
  const packages = packagesOf(deployment)
  const started = outermost(packages, deployment)
  const given = givenByProgram(program)
  // a deployment is of a server; a script `start` may be of anything
  const isOfServer = ({ file }: Started): boolean => file.format !== 'package.json' || serves(program, folderOf(file))
  const judged = started.filter(each => each.command.script !== undefined && each.areOptionsKnown && isOfServer(each))
  const masks = judged.flatMap((each): readonly Mask[] => {
    const missing = missingOf(program, packages, each, [...each.options, ...environmentOf(packages, deployment, each)]).filter(option => !given.has(option))
    const { by: { start, end, name }, commandFile: file } = each
    return missing.length === 0 ? [] : [{ start, end, file, name, subject: each.command.script!, kind: 'diagnostics-missing', confidence: 'possible', missing }]
  })
  return onePerScript(masks, packages)
}

/** Which file says how a server is started, where several do: the outer one runs the inner one, or goes before it. */
const OUTERMOST: readonly DeploymentFormat[] = ['kubernetes', 'dockerfile', 'procfile', 'pm2', 'package.json']

function outermost(packages: Packages, { files }: DeploymentFacts): readonly Started[] {
  const covered = new Set<DeploymentFile | undefined>(), all: Started[] = []
  for (const format of OUTERMOST) {
    const now = files.filter(file => file.format === format && !covered.has(packageOf(packages, file))).flatMap(file => servingOf(file).map(launch => ({ file, launch, started: startedBy(packages, file, launch) })))
    all.push(...now.flatMap(({ started }) => started))
    // a launch that cannot be followed says as well that the inner ones are not what runs
    for (const { file, started } of now) for (const each of [packageOf(packages, file), ...started.map(one => packageOfScript(packages, one))]) covered.add(each)
  }
  return all
}

const STARTS = ['start:prod', 'start:production', 'start'] as const

function servingOf({ format, launches }: DeploymentFile): readonly Launch[] {
  switch (format) {
    case 'kubernetes': return launches.filter(({ name, commands, container }) => container?.isJob !== true && !isForDevelopers(name) && commands.some(({ program }) => RUNNING_NODE.has(program)))
    case 'procfile': return launches.filter(({ name }) => name === 'web')
    case 'package.json': return STARTS.map(script => launches.find(({ name }) => name === script)).filter(launch => launch !== undefined).slice(0, 1)
    case 'dockerfile':
    case 'pm2': return launches.filter(({ name }) => !isForDevelopers(name))
    // what it starts is started by a Dockerfile as well, and most such files are for one's own machine
    case 'compose': return []
  }
}

const RUNNING_NODE: ReadonlySet<string> = new Set(['node', 'npm', 'yarn', 'pnpm', 'pm2', 'pm2-runtime'])

/** A Dockerfile at the root starts a package further down. */
function packageOfScript(packages: Packages, { command: { script }, commandFile }: Started): DeploymentFile | undefined {
  const folder = folderOf(commandFile)
  return packageOf(packages, { file: script === undefined ? commandFile.file : [folder, ...script.split('/').filter(part => part !== '.')].filter(part => part !== '').join('/') })
}

/** What NODE_OPTIONS holds in another file of the package: the process may have it from there. */
function environmentOf(packages: Packages, { files }: DeploymentFacts, { file }: Started): readonly Pick<GivenOption, 'name' | 'value'>[] {
  const owner = packageOf(packages, file)
  return files.filter(other => packageOf(packages, other) === owner).flatMap(({ launches }) => launches.flatMap(({ options }) => options))
}

function missingOf(program: Program, packages: Packages, started: Started, options: readonly Pick<GivenOption, 'name' | 'value'>[]): readonly string[] {
  const has = (...names: readonly string[]): boolean => options.some(({ name }) => names.includes(name))
  const mapsStacks = has(SOURCE_MAPS) || options.some(({ value }) => value?.includes('source-map-support') === true)
  return [
    ...(has(REPORT) ? [] : [REPORT]),
    ...(has(SNAPSHOT, '--heapsnapshot-near-heap-limit') ? [] : [SNAPSHOT]),
    ...(mapsStacks || !isCompiled(program, packages, started) ? [] : [SOURCE_MAPS]),
  ]
}

/** Where compilers write to. */
const COMPILED = /(?:^|\/)(?:dist|build|lib|out|output|compiled)\//

/** The script is in a folder of compiled files, not among the sources, and the sources of its package are TypeScript. */
function isCompiled({ files }: Program, packages: Packages, started: Started): boolean {
  const script = started.command.script!.replace(/^\.\//, ''), owner = packageOfScript(packages, started), folder = owner === undefined ? '' : folderOf(owner)
  if (/\.[cm]?ts$/.test(script) || started.options.some(({ value }) => /^(?:tsx|ts-node|esbuild-register|@swc)/.test(value ?? ''))) return false
  const sources = files.filter(source => !source.isTest && packageOf(packages, source) === owner).map(({ file }) => folder === '' ? file : file.slice(folder.length + 1))
  const isSource = sources.some(file => [script, `${script}.js`, `${script}/index.js`].some(path => path === file || path.startsWith('/') && path.endsWith(`/${file}`)))
  return !isSource && COMPILED.test(script) && sources.some(file => /\.[cm]?tsx?$/.test(file))
}

/** A server that several files start in the same way is named once. */
function onePerScript(masks: readonly Mask[], packages: Packages): readonly Mask[] {
  const seen = new Set<string>()
  return masks.filter(({ file, subject }) => {
    const key = `${packageOf(packages, file)?.file ?? ''} ${subject}`
    return !seen.has(key) && seen.add(key)
  })
}
