import { basename, relative, resolve } from 'node:path'
import { lilconfig, type Loaders } from 'lilconfig'
import { problemOf } from '../schema-problem.ts'
import { UsageError } from '../verdict/audit-result.ts'
import { type Config, configSchema } from './config-schema.ts'

export const noConfig: Config = { paths: [], ignores: [], presets: [], rules: {}, overrides: [], models: [] }

/**
 * Reads `leak-audit.config.{json,js,mjs,cjs,ts,mts}`, or the key `leak-audit` of `package.json`, in `cwd`; or `file`, relative to `cwd`.
 * A configuration that is code is run, as other tools run theirs: it is the one file of the project that is.
 * @throws UsageError when the file cannot be read or says something unknown.
 */
export async function loadConfig(cwd: string, file: string | undefined, ruleIds: readonly string[]): Promise<Config> {
  return (await findConfig(cwd, file, ruleIds)).config
}

/** The same, with the name of the file that it stands in, if there is one. */
export async function findConfig(cwd: string, file: string | undefined, ruleIds: readonly string[]): Promise<{ readonly config: Config; readonly file?: string }> {
  const found = await read(cwd, file)
  if (found === null) return { config: noConfig }
  const name = relative(cwd, found.path) || found.path
  const problem = isRecord(found.value) ? problemOf(configSchema(ruleIds), found.value) : undefined
  if (problem !== undefined) throw new UsageError(`config ${name}: ${problem}`)
  if (!isRecord(found.value)) throw new UsageError(`config ${name}: ${basename(name) === 'package.json' ? `the key '${NAME}' must hold an object` : 'an object is expected'}`)
  const config = { ...found.value }
  delete config['$schema']
  return { config: { ...noConfig, ...config }, file: name }
}

const NAME = 'leak-audit'
const EXTENSIONS = ['.json', '.js', '.mjs', '.cjs', '.ts', '.mts'] as const

const LOADERS: Loaders = { '.json': parseJson, ...Object.fromEntries(EXTENSIONS.slice(1).map(extension => [extension, run])) }

async function read(cwd: string, file: string | undefined): Promise<{ path: string; value: unknown } | null> {
  if (file !== undefined && !EXTENSIONS.some(extension => file.endsWith(extension))) throw new UsageError(`config ${file}: not a ${EXTENSIONS.join(', ')} file`)
  const places = lilconfig(NAME, { searchPlaces: [...EXTENSIONS.map(extension => `${NAME}.config${extension}`), 'package.json'], stopDir: cwd, cache: false, loaders: LOADERS })
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

/** The default export. Node.js 20 reads no TypeScript, and takes modules of both kinds by different doors: jiti opens all. */
async function run(path: string): Promise<unknown> {
  const { createJiti } = await import('jiti')
  try {
    return await createJiti(import.meta.url, { fsCache: false, interopDefault: true }).import(path, { default: true })
  } catch (error) {
    throw new UsageError(`config ${basename(path)} cannot be run: ${firstLine(reasonOf(error))}`, { cause: error })
  }
}

const firstLine = (text: string): string => text.split('\n', 1)[0]!

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
