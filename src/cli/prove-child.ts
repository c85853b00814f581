import { pathToFileURL } from 'node:url'
import { MeasureError } from '../proof/measure-error.ts'
import { measureLeak } from '../proof/measure-leak.ts'
import type { EventFunction } from '../proof/run-events.ts'
import type { ProveAnswer, ProveTask } from './measure-in-child.ts'

// What `leak-audit prove` runs: it is told one task, answers once, and is ended by its parent. The code of the person runs here.
process.once('message', (task: ProveTask & { readonly token: string }) => { void main(task) })

async function main(task: ProveTask & { readonly token: string }): Promise<void> {
  const answer = answerWith(task.token)
  const site = `${task.file}#${task.name}`
  process.on('uncaughtException', error => { answer({ kind: 'refused', message: `${site} threw outside of an event: ${messageOf(error)}` }) })
  // a measurement keeps the process busy until it is done
  process.once('beforeExit', () => { answer({ kind: 'refused', message: `${task.file} cannot be loaded: a top-level await in it does not settle` }) })
  try {
    const event = await eventOf(task)
    answer({ kind: 'measured', measured: await measureLeak(event, task.options) })
  } catch (error) {
    answer({ kind: 'refused', message: error instanceof MeasureError ? `${site}: ${error.message}` : messageOf(error) })
  }
}

type Unsigned<T> = T extends unknown ? Omit<T, 'token'> : never

/** Bound before the code of the person is loaded, which may replace `process.send`. */
function answerWith(token: string): (answer: Unsigned<ProveAnswer>) => void {
  const send = process.send?.bind(process)
  return answer => { send?.({ ...answer, token }) }
}

/** @throws Error whose message is for the person. */
async function eventOf({ file, path, name }: ProveTask): Promise<EventFunction> {
  const exported = exportsOf(await load(file, path))
  if (!exported.has(name)) throw new Error(`${file} has no export '${name}'; ${exported.size === 0 ? 'it exports nothing' : `it exports ${[...exported.keys()].join(', ')}`}`)
  const event = exported.get(name)
  if (typeof event !== 'function') throw new Error(`'${name}' of ${file} is not a function but ${event === null ? 'null' : `of type ${typeof event}`}`)
  return event as EventFunction
}

/** JavaScript as Node.js loads it. Of TypeScript jiti takes the types away and makes modules CommonJS; functions and what they close over stay as written. */
async function load(file: string, path: string): Promise<unknown> {
  try {
    if (!/\.[cm]?tsx?$/.test(path)) return await import(pathToFileURL(path).href)
    const { createJiti } = await import('jiti')
    return await createJiti(import.meta.url, { fsCache: false, interopDefault: false, sourceMaps: true }).import(path)
  } catch (error) {
    throw new Error(`${file} cannot be loaded: ${messageOf(error)}`, { cause: error })
  }
}

/** Those of a CommonJS module that Node.js did not see in its text are on its default export; an object there stands for its members, which are named instead of it. */
function exportsOf(module: unknown): ReadonlyMap<string, unknown> {
  const named = isRecord(module) ? Object.entries(module) : []
  const inner = isRecord(module) && isRecord(module['default']) ? Object.entries(module['default']) : []
  const isNamed = ([name, value]: readonly [string, unknown]): boolean => name !== '__esModule' && name !== 'module.exports' && !(name === 'default' && isRecord(value))
  return new Map([...inner, ...named].filter(isNamed))
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

function messageOf(error: unknown): string {
  return error instanceof Error ? `${error.name === 'Error' ? '' : `${error.name}: `}${error.message}`.split('\n', 1)[0]! : String(error)
}
