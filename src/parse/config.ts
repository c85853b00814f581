import { basename, extname, relative, resolve } from 'node:path'
import { lilconfig } from 'lilconfig'
import { unknownName } from '../unknown-name.ts'
import { UsageError } from '../verdict/audit-result.ts'
import type { Confidence, Severity } from '../verdict/finding.ts'

export interface Config {
  /** Patterns to leave out, in .gitignore syntax, relative to the working directory. */
  readonly ignores: readonly string[]
  /** By rule id. */
  readonly rules: Readonly<Record<string, 'off' | Severity>>
  readonly minConfidence?: Confidence
}

export const noConfig: Config = { ignores: [], rules: {} }

/**
 * Reads `leak-audit.config.json`, or the key `leak-audit` of `package.json`, in `cwd`; or `file`, relative to `cwd`. JSON only:
 * the tool runs no code of the project that it audits.
 * @throws UsageError when the file cannot be read or says something unknown.
 */
export async function loadConfig(cwd: string, file: string | undefined, ruleIds: readonly string[]): Promise<Config> {
  const found = await read(cwd, file)
  return found === null ? noConfig : configOf(found.value, relative(cwd, found.path) || found.path, ruleIds)
}

const NAME = 'leak-audit'
const CONFIDENCES: readonly Confidence[] = ['certain', 'likely', 'possible']
const SETTINGS = ['off', 'error', 'warning'] as const

async function read(cwd: string, file: string | undefined): Promise<{ path: string; value: unknown } | null> {
  if (file !== undefined && extname(file) !== '.json') throw new UsageError(`config ${file}: not a .json file`)
  const places = lilconfig(NAME, { searchPlaces: [`${NAME}.config.json`, 'package.json'], stopDir: cwd, cache: false, loaders: { '.json': parseJson } })
  try {
    const found = file === undefined ? await places.search(cwd) : await places.load(resolve(cwd, file))
    return found === null ? null : { path: found.filepath, value: found.config }
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(`config ${file ?? `in ${cwd}`}: ${reasonOf(error)}`, { cause: error })
  }
}

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  return code === 'ENOENT' ? 'no such file' : message
}

function parseJson(path: string, content: string): unknown {
  try {
    const value: unknown = JSON.parse(content.replace(/^\uFEFF/, ''))
    if (isRecord(value)) return value
  } catch (error) {
    throw new UsageError(`config ${basename(path)} is not valid JSON: ${reasonOf(error)}`, { cause: error })
  }
  throw new UsageError(`config ${basename(path)}: an object is expected`)
}

type Problem = (message: string) => UsageError

function configOf(value: unknown, file: string, ruleIds: readonly string[]): Config {
  const problem: Problem = message => new UsageError(`config ${file}: ${message}`)
  if (!isRecord(value)) throw problem(basename(file) === 'package.json' ? `the key '${NAME}' must hold an object` : 'an object is expected')
  const readers = {
    ignores: (ignores: unknown) => ({ ignores: patterns(ignores, problem) }),
    rules: (rules: unknown) => ({ rules: settings(rules, ruleIds, problem) }),
    minConfidence: (confidence: unknown) => ({ minConfidence: oneOf(CONFIDENCES, confidence, 'minConfidence', problem) }),
  }
  return Object.entries(value).reduce<Config>((config, [key, part]) => {
    if (!Object.hasOwn(readers, key)) throw problem(unknownName('key', key, Object.keys(readers)))
    return { ...config, ...readers[key as keyof typeof readers](part) }
  }, noConfig)
}

function patterns(value: unknown, problem: Problem): string[] {
  const isPatterns = Array.isArray(value) && value.every(pattern => typeof pattern === 'string')
  if (!isPatterns) throw problem("'ignores' must be a list of patterns")
  return value
}

function settings(value: unknown, ruleIds: readonly string[], problem: Problem): Config['rules'] {
  if (!isRecord(value)) throw problem("'rules' must be an object of rule ids")
  return Object.fromEntries(Object.entries(value).map(([id, setting]) => {
    if (!ruleIds.includes(id)) throw problem(unknownName('rule', id, ruleIds))
    return [id, oneOf(SETTINGS, setting, id, problem)]
  }))
}

function oneOf<T extends string>(allowed: readonly T[], value: unknown, name: string, problem: Problem): T {
  const found = allowed.find(word => word === value)
  if (found === undefined) throw problem(`'${name}' is ${JSON.stringify(value)}; it must be one of ${allowed.join(', ')}`)
  return found
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
