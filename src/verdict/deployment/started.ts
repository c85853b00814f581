import type { Command, DeploymentFile, Launch, NodeOption } from '../../parse/deployment/deployment-facts.ts'
import { packageNamed, packageOf, type Packages } from './packages.ts'

/** A process of node that a launch starts, through scripts of package.json where it goes through them. */
export interface Started {
  readonly launch: Launch
  readonly file: DeploymentFile
  /** The command that starts node, and the file that it is written in. */
  readonly command: Command
  readonly commandFile: DeploymentFile
  /** The launch that names the command: a script of package.json, where the other runs one. */
  readonly by: Launch
  /** Every option that it is given on the way. */
  readonly options: readonly GivenOption[]
  readonly areOptionsKnown: boolean
}

/** An option, and the file that gives it. */
export interface GivenOption extends NodeOption {
  readonly file: DeploymentFile
}

export const givenBy = (file: DeploymentFile, options: readonly NodeOption[]): readonly GivenOption[] => options.map(option => ({ ...option, file }))

/** What the commands of a launch start, without tools that run and end. */
export function startedBy(packages: Packages, file: DeploymentFile, launch: Launch): readonly Started[] {
  return follow({ launch, file, commandFile: file, by: launch, options: givenBy(file, launch.options), areOptionsKnown: launch.isEnvironmentKnown }, launch.commands, DEPTH)

  function follow(way: Omit<Started, 'command'>, commands: readonly Command[], depth: number): readonly Started[] {
    return commands.flatMap(command => {
      const options = [...way.options, ...givenBy(way.commandFile, command.options)], areOptionsKnown = way.areOptionsKnown && command.areOptionsKnown
      if (isServerCommand(command)) return [{ ...way, command, options, areOptionsKnown }]
      const run = runScriptOf(command)
      const owner = run === undefined || depth === 0 ? undefined : run.of === undefined ? packageOf(packages, way.commandFile) : packageNamed(packages, run.of)
      const script = owner?.launches.find(({ name }) => name === run?.script)
      if (owner === undefined || script === undefined || isForDevelopers(script.name)) return []
      return follow({ ...way, commandFile: owner, by: script, options, areOptionsKnown }, script.commands, depth - 1)
    })
  }
}

/** Scripts that run scripts; some run each other in a circle. */
const DEPTH = 5

/** Names of scripts, services and apps that no user is served by. */
export function isForDevelopers(name: string): boolean {
  return FOR_DEVELOPERS.test(name)
}

const FOR_DEVELOPERS = /(?:^|[:._-])(?:dev|develop|development|debug|tests?|e2e|ci|watch|local|lint|build|bench|storybook|docs|inspect|migrate|migrations?|seed|release)(?:[:._-]|$)/i

/** Commands of frameworks that serve until they are stopped, by the word behind the program. */
const SERVING: Readonly<Record<string, readonly string[]>> = {
  'ts-node': [], tsx: [], next: ['start'], nest: ['start'], nuxt: ['start'], strapi: ['start'], 'nuxi': ['start', 'preview'], 'remix-serve': [], 'react-router-serve': [], 'sails': ['lift'], 'feathers': [], moleculer: ['runner'], 'moleculer-runner': [], 'fastify': ['start'],
}

/** Node with a script that is no tool, or a framework that serves. */
export function isServerCommand({ program, script, args, options }: Command): boolean {
  if (script !== undefined) return !isTool(script) && !options.some(({ name }) => ENDING.has(name))
  const words = Object.hasOwn(SERVING, program) ? SERVING[program]! : undefined
  if (words === undefined) return false
  return words.length === 0 ? args.some(arg => /\.[cm]?[jt]s$/.test(arg) && !isTool(arg)) : words.includes(args[0] ?? '') && !args.includes('--watch')
}

/** Options of node with which it runs and ends, or serves a person who debugs. */
const ENDING: ReadonlySet<string> = new Set(['--check', '--eval', '--e', '--print', '--p', '--test', '--watch', '--inspect', '--inspect-brk', '--run'])

/** Programs by path that build or test, and folders of scripts: `node_modules/.bin/jest`, `node scripts/build.js`. */
function isTool(script: string): boolean {
  return TOOL.test(script)
}

const TOOL = /(?:^|\/)(?:node_modules|scripts?|tools?|tests?|__tests__|bench(?:marks?)?|examples?|build-scripts|migrations?|seeds?)\/|(?:^|\/)(?:build|bundle|compile|webpack|rollup|esbuild|gulp|gulpfile|jest|mocha|vitest|test|migrate|seed|generate|codegen|clean|lint|release|ace)(?:[.-][\w.-]+)?$/i

/** `npm start`, `yarn workspace api start:prod`: the script, and the package where another is named. */
export function runScriptOf({ program, args }: Command): { readonly script: string; readonly of?: string } | undefined {
  if (!RUNNERS.has(program)) return undefined
  const of = /^(?:--(?:filter|workspace)=|--prefix=)(.+)$/.exec(args.find(arg => /^--(?:filter|workspace|prefix)=/.test(arg)) ?? '')?.[1]
    ?? (args[0] === 'workspace' ? args[1] : args[args.findIndex(arg => ['--filter', '-F', '-w', '--workspace', '--prefix'].includes(arg)) + 1 || Infinity])
  const words = args.filter((arg, index) => !arg.startsWith('-') && arg !== 'workspace' && arg !== of && !TAKES_VALUE.has(args[index - 1] ?? ''))
  const script = words[0] === 'run' || words[0] === 'run-script' ? words[1] : words[0]
  return script === undefined ? undefined : { script, ...(of === undefined ? {} : { of }) }
}

const RUNNERS: ReadonlySet<string> = new Set(['npm', 'yarn', 'pnpm', 'turbo'])
const TAKES_VALUE: ReadonlySet<string> = new Set(['--filter', '-F', '-w', '--workspace', '--prefix', '--cwd', '-C', '--dir'])
