import * as v from 'valibot'
import { unknownName } from './unknown-name.ts'

/** An object with these keys alone; another key is named as the `kind` that it is, with the nearest one that exists. */
export function strictObject<Entries extends v.ObjectEntries>(entries: Entries, kind = 'key') {
  return v.strictObject(entries, issue => {
    const key = issue.path?.at(-1)?.key
    return typeof key === 'string' && !Object.hasOwn(entries, key) ? unknownName(kind, key, Object.keys(entries)) : lackOf(issue)
  })
}

/**
 * What is wrong with a value that a person wrote, in one line: `models[2].holder: Access path 'arg': …`. Undefined when nothing is.
 */
export function problemOf(schema: v.GenericSchema, value: unknown): string | undefined {
  const { issues: [issue] = [] } = v.safeParse(schema, value)
  if (issue === undefined) return undefined
  const { path = [] } = issue
  // a key that should not be there, or is missing, is named in the message
  const isObject = issue.type === 'strict_object' || issue.type === 'loose_object'
  const steps = isObject && path.at(-1)?.origin === 'key' ? path.slice(0, -1) : path
  const where = steps.map(({ key }) => typeof key === 'number' ? `[${key}]` : `.${String(key)}`).join('').replace(/^\./, '')
  return `${where === '' ? '' : `${where}: `}${messageOf(issue)}`
}

type Issue = v.BaseIssue<unknown>

const messageOf = (issue: Issue): string => issue.type === 'strict_object' || issue.type === 'raw_check' ? issue.message : lackOf(issue)

/** `"high" is none of "certain", "likely"`, `a list is expected, not "dist"`, `the key 'holder' is missing`. */
function lackOf({ expected, received, path, input }: Issue): string {
  if (received === 'undefined') return `the key '${String(path?.at(-1)?.key)}' is missing`
  const written = JSON.stringify(input) ?? received, name = NAMES[String(expected)]
  if (name !== undefined) return `${name} is expected, not ${written}`
  return `${written} is none of ${String(expected).replace(/^\(|\)$/g, '').replaceAll(' | ', ', ')}`
}

const NAMES: Readonly<Record<string, string>> = { Array: 'a list', Object: 'an object', string: 'a text', number: 'a number', boolean: 'true or false' }
