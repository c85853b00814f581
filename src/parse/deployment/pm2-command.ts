import type { Command } from './deployment-facts.ts'
import type { Locate } from './locate.ts'
import { optionsOfText } from './node-options.ts'
import { restartsOfWords } from './restarts.ts'
import { baseName } from './shell-words.ts'

const PM2: ReadonlySet<string> = new Set(['pm2', 'pm2-runtime', 'pm2-docker'])
const STARTING: ReadonlySet<string> = new Set(['start', 'restart', 'reload', 'startOrRestart', 'startOrReload'])
/** Options that take the next word as their value: https://pm2.keymetrics.io/docs/usage/quick-start/ */
const VALUED: ReadonlySet<string> = new Set(['-n', '--name', '-i', '--instances', '--max-memory-restart', '--cron-restart', '-c', '--cron', '--env', '--only', '-o', '--output', '-e', '--error', '-l', '--log', '--node-args', '--interpreter-args', '--interpreter', '--cwd', '--restart-delay', '--exp-backoff-restart-delay'])

export function isPm2(program: string): boolean {
  return PM2.has(program)
}

/** `pm2 start app.js --node-args="…"`: PM2 runs the script with node. A file of apps is no script. */
export function pm2Command(program: string, args: readonly string[], locate: Locate): Omit<Command, 'start' | 'end'> {
  const operands = args.filter((arg, index) => !arg.startsWith('-') && !VALUED.has(args[index - 1] ?? ''))
  const script = STARTING.has(operands[0] ?? '') ? operands[1] : operands[0]
  const given = optionsOfText(valueOf(args, '--node-args') ?? valueOf(args, '--interpreter-args') ?? '', locate)
  return { program, args, ...given, restarts: restartsOfWords(args, locate), ...(script !== undefined && /\.[cm]?js$/.test(script) && !APPS.test(script) ? { script } : {}) }
}

const APPS = /(?:^|\/)(?:ecosystem|pm2)[^/]*$|\.config\.[cm]?js$/

function valueOf(args: readonly string[], option: string): string | undefined {
  const at = args.findIndex(arg => arg === option || arg.startsWith(`${option}=`))
  if (at < 0) return undefined
  return args[at] === option ? args[at + 1] : args[at]!.slice(option.length + 1)
}

/** Whether PM2 runs the `script` of an app with its interpreter: a file, not a program such as `npm`. */
export function isFile(script: string): boolean {
  return /\.[cm]?[jt]s$/.test(script) || script.startsWith('.') || script.includes('/') && !baseName(script).includes(' ')
}
