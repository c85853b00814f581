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
  return followed(packages, file, launch).filter(({ command }) => isServerCommand(command))
}

/** Whether a program is among its commands of which nothing is known: the image or the system says what it is. */
export function startsUnknown(packages: Packages, file: DeploymentFile, launch: Launch): boolean {
  return launch.commands.length === 0 || followed(packages, file, launch).some(({ command }) => !isServerCommand(command) && !isKnown(command))
}

/** The commands of a launch, with the scripts of package.json that they run in their place. */
function followed(packages: Packages, file: DeploymentFile, launch: Launch): readonly Started[] {
  return follow({ launch, file, commandFile: file, by: launch, options: givenBy(file, launch.options), areOptionsKnown: launch.isEnvironmentKnown }, launch.commands, DEPTH)

  function follow(way: Omit<Started, 'command'>, commands: readonly Command[], depth: number): readonly Started[] {
    return commands.flatMap(command => {
      const here = { ...way, command, options: [...way.options, ...givenBy(way.commandFile, command.options)], areOptionsKnown: way.areOptionsKnown && command.areOptionsKnown }
      const run = runScriptOf(command)
      if (run === undefined || depth === 0) return [here]
      const owner = run.of === undefined ? packageOf(packages, way.commandFile) : packageNamed(packages, run.of)
      const script = owner?.launches.find(({ name }) => name === run.script)
      if (owner === undefined || script === undefined || isForDevelopers(script.name)) return [here]
      return follow({ ...here, commandFile: owner, by: script }, script.commands, depth - 1)
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
  const installed = INSTALLED.exec(script ?? '')?.[1]
  if (installed !== undefined) return servesByWord(installed, args.slice(1))
  if (script !== undefined) return !isTool(script) && !options.some(({ name }) => ENDING.has(name))
  return servesByWord(program, args)
}

/** `node node_modules/.bin/next start`, `node node_modules/next/dist/bin/next start`. */
const INSTALLED = /(?:^|\/)node_modules\/(?:.*\/)?([\w-]+?)(?:\.[cm]?js)?$/

function servesByWord(program: string, args: readonly string[]): boolean {
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

/** Node with a tool, a script that is not for serving, or one of the programs that are not node. */
function isKnown(command: Command): boolean {
  const run = runScriptOf(command)
  return command.script !== undefined || NOT_NODE.has(command.program) || run !== undefined && (isForDevelopers(run.script) || NO_SCRIPTS.has(run.script))
}

/** What runs beside servers, before them, or in another language. */
const NOT_NODE: ReadonlySet<string> = new Set([
  'nginx', 'caddy', 'httpd', 'apache2', 'apache2-foreground', 'haproxy', 'envoy', 'python', 'python3', 'java', 'php-fpm', 'ruby', 'bundle', 'deno', 'bun',
  'postgres', 'redis-server', 'valkey-server', 'mongod', 'mysqld', 'mariadbd', 'node', 'nodemon', 'ts-node-dev', 'tsc', 'vite', 'webpack', 'jest', 'vitest', 'mocha', 'prisma',
  'cd', 'echo', 'sleep', 'tail', 'cp', 'mv', 'rm', 'mkdir', 'chown', 'chmod', 'export', 'set', 'source', 'test', '[', 'if', 'then', 'fi', 'else', 'while', 'do', 'done', 'wait', 'true', 'curl', 'wget', 'apk', 'apt-get', 'cat', 'ln', 'touch', 'kubectl',
])
/** Words of npm, yarn and pnpm that are no scripts. */
export const NO_SCRIPTS: ReadonlySet<string> = new Set(['i', 'install', 'ci', 'add', 'exec', 'build', 'audit', 'run', 'config', 'cache'])

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
