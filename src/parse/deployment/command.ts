import type { Command } from './deployment-facts.ts'
import type { Locate } from './locate.ts'
import { optionCount, optionsIn, optionsOfText, isVariable } from './node-options.ts'
import { isPm2, pm2Command } from './pm2-command.ts'
import { baseName, shellCommands } from './shell-words.ts'

/** The simple commands of a line for the shell, without what wraps them. */
export function commandsOfLine(line: string, locate: Locate): readonly Command[] {
  return shellCommands(line).flatMap(words => commandsOfWords(words, locate))
}

/** The same of words that are given to the system as they are: `["sh", "-c", "exec node ."]`. */
export function commandsOfWords(words: readonly string[], locate: Locate): readonly Command[] {
  const environment: string[] = []
  let rest = words
  for (let before: readonly string[] = []; before !== rest && rest.length > 0;) {
    before = rest
    rest = withoutAssignments(rest, environment)
    rest = withoutWrapper(rest)
  }
  const [program, ...args] = rest
  if (program === undefined) return []
  const script = SHELLS.has(baseName(program)) ? scriptOf(args) : undefined
  if (script !== undefined) return commandsOfLine(script, locate).map(command => withEnvironment(command, environment, locate))
  return [withEnvironment(commandOf(program, args, locate), environment, locate)]
}

const SHELLS: ReadonlySet<string> = new Set(['sh', 'bash', 'ash', 'dash', 'zsh'])
const NODE: ReadonlySet<string> = new Set(['node', 'nodejs', 'node.exe'])
const ASSIGNMENT = /^(\w+)=(.*)$/s

/** Programs that run the command behind their options, and the options of theirs that take a value. */
const WRAPPERS: Readonly<Record<string, readonly string[]>> = {
  exec: [], env: ['-u'], 'cross-env': [], 'cross-env-shell': [], tini: ['-g'], 'dumb-init': [], catatonit: [], 'docker-entrypoint.sh': [], time: [], nice: ['-n'], nohup: [],
  npx: ['-p', '--package'], 'dotenv': ['-e', '-c'], 'dotenvx': ['-f'], sudo: ['-u'],
  // words of the shell before a command
  '!': [], '{': [], then: [], else: [], do: [],
}
/** Those that take a name before the command. */
const NAMED_WRAPPERS: ReadonlySet<string> = new Set(['gosu', 'su-exec', 'wait-for-it', 'timeout'])

function withoutAssignments(words: readonly string[], environment: string[]): readonly string[] {
  const count = words.findIndex(word => !ASSIGNMENT.test(word))
  const assigned = count < 0 ? words : words.slice(0, count)
  environment.push(...assigned)
  return assigned.length === 0 ? words : words.slice(assigned.length)
}

function withoutWrapper(words: readonly string[]): readonly string[] {
  const [program = '', ...args] = words, name = baseName(program)
  if (NAMED_WRAPPERS.has(name)) return args.slice(1)
  const valued = WRAPPERS[name]
  if (valued === undefined) return words
  let at = 0
  for (; at < args.length && args[at]!.startsWith('-'); at += 1) {
    if (args[at] === '--') { at += 1; break }
    if (valued.includes(args[at]!)) at += 1
  }
  // `dotenvx run -- node .`
  const rest = args.slice(at)
  return rest[0] === 'run' && rest[1] === '--' ? rest.slice(2) : rest
}

/** The text behind `-c`. */
function scriptOf(args: readonly string[]): string | undefined {
  const at = args.findIndex(arg => /^-[a-z]*c$/.test(arg))
  return at < 0 ? undefined : args[at + 1]
}

function commandOf(path: string, args: readonly string[], locate: Locate): Command {
  const program = NODE.has(baseName(path)) ? 'node' : baseName(path), span = locate(path)
  if (isPm2(program)) return { ...span, ...pm2Command(program, args, locate) }
  if (program !== 'node') return { ...span, program, args, options: [], areOptionsKnown: true, restarts: [] }
  const count = optionCount(args), written = args.slice(0, count), script = args[count]
  return { ...span, program, args: args.slice(count), options: optionsIn(written, locate), areOptionsKnown: !written.some(isVariable), restarts: [], ...(script === undefined ? {} : { script }) }
}

/** The options of the command, and those of the NODE_OPTIONS before it. */
function withEnvironment(command: Command, environment: readonly string[], locate: Locate): Command {
  const text = environment.map(word => ASSIGNMENT.exec(word)!).findLast(([, name]) => name === 'NODE_OPTIONS')?.[2]
  if (text === undefined) return command
  const { options, areOptionsKnown } = optionsOfText(text, locate)
  return { ...command, options: [...command.options, ...options], areOptionsKnown: command.areOptionsKnown && areOptionsKnown }
}
