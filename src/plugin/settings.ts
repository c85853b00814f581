import * as v from 'valibot'
import type { ModelRow } from '../models/row.ts'
import { rowSchema } from '../models/row-schema.ts'
import { problemOf, strictObject } from '../schema-problem.ts'

/** What stands under `settings['leak-audit']` of an ESLint or oxlint configuration. */
export interface Settings {
  /** What calls of the project's own libraries do to lifetimes, beside the built-in models. */
  readonly models?: readonly ModelRow[]
}

const KEY = 'leak-audit'
const schema = strictObject({ models: v.exactOptional(v.array(rowSchema)) })

/** The linter's configuration says something that the plugin does not understand. `message` is one line for a person. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError'
}

/** Reads the plugin's settings. @throws SettingsError for what they may not say. */
export function settingsOf(all: Readonly<Record<string, unknown>> | undefined): Settings {
  const own = all?.[KEY]
  if (own === undefined || own === null) return {}
  const problem = Array.isArray(own) ? 'an object is expected' : problemOf(schema, own)
  if (problem !== undefined) throw new SettingsError(`settings['${KEY}']: ${problem}`)
  return own
}
