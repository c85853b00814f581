import * as v from 'valibot'
import type { ModelRow } from '../models/row.ts'
import { rowSchema } from '../models/row-schema.ts'
import { strictObject } from '../schema-problem.ts'
import type { Confidence, Severity } from '../verdict/finding.ts'

/** What `leak-audit.config.*` holds. */
export interface Config {
  /** Files, folders and globs that make up the program, where the command line names none. */
  readonly paths: readonly string[]
  /** Patterns to leave out, in .gitignore syntax, relative to the working directory. */
  readonly ignores: readonly string[]
  /** `recommended` is always on; `strict` adds its rules and what is only possible. */
  readonly presets: readonly Preset[]
  /** By rule id. A rule of the preset `strict` that stands here with a severity is reported too. */
  readonly rules: RuleSettings
  /** Findings below it are left out; `likely` when absent. */
  readonly minConfidence?: Confidence
  /** What holds for some files only; the last that fits has the last word. */
  readonly overrides: readonly Override[]
  /** What calls of the project's own libraries do to lifetimes, beside the built-in models. */
  readonly models: readonly ModelRow[]
  /** The baseline file, relative to the working directory; `leak-audit-baseline.json` where it lies there when absent. */
  readonly baseline?: string
}

export type Preset = 'recommended' | 'strict'

/** `'off'`, a severity, or a severity with options. */
export type RuleSettings = Readonly<Record<string, RuleLevel | readonly [RuleLevel] | readonly [RuleLevel, RuleOptions]>>

export type RuleLevel = 'off' | Severity

/** What each rule can be told. */
export interface RuleOptions {
  /** Findings of the rule below it are left out, whatever is asked of the others. */
  readonly minConfidence?: Confidence
  /** Holders, as findings name them, of which it is known that they do not grow without end: `tenantsById`, `this.*`. */
  readonly ignoreHolders?: readonly string[]
}

/** Settings for the files that match. */
export interface Override {
  /** Globs relative to the working directory: `src/legacy/**`. */
  readonly files: readonly string[]
  /** As above, for these files. */
  readonly rules?: RuleSettings
  /** As above, for these files. */
  readonly minConfidence?: Confidence
}

/**
 * What a person may write in it: {@link Config}, of which any part may be left out. `reader`: a person is told what is wrong by the form that they
 * have begun, an editor is given all forms.
 */
export function configSchema(ruleIds: readonly string[], reader: 'person' | 'editor' = 'person') {
  const level = v.picklist(['off', 'error', 'warning']), minConfidence = v.exactOptional(v.picklist(['certain', 'likely', 'possible']))
  const options = strictObject({ minConfidence, ignoreHolders: v.exactOptional(v.array(v.string())) }, 'option')
  const alone = v.strictTuple([level]), withOptions = v.strictTuple([level, options])
  const begun = v.lazy(input => Array.isArray(input) ? input.length === 1 ? alone : withOptions : level)
  const setting = v.exactOptional(reader === 'editor' ? v.union([level, alone, withOptions]) : begun)
  const rules = v.exactOptional(strictObject(Object.fromEntries(ruleIds.map(id => [id, setting])), 'rule'))
  return strictObject({
    $schema: v.exactOptional(v.string()),
    paths: v.exactOptional(v.array(v.string())),
    ignores: v.exactOptional(v.array(v.string())),
    presets: v.exactOptional(v.array(v.picklist(['recommended', 'strict']))),
    rules,
    minConfidence,
    overrides: v.exactOptional(v.array(strictObject({ files: v.array(v.string()), rules, minConfidence }))),
    models: v.exactOptional(v.array(rowSchema)),
    baseline: v.exactOptional(v.string()),
  })
}
