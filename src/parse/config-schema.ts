import * as v from 'valibot'
import type { ModelRow } from '../models/row.ts'
import { rowSchema } from '../models/row-schema.ts'
import { strictObject } from '../schema-problem.ts'
import type { Confidence, Severity } from '../verdict/finding.ts'

/** What `leak-audit.config.*` holds. */
export interface Config {
  /** Patterns to leave out, in .gitignore syntax, relative to the working directory. */
  readonly ignores: readonly string[]
  /** By rule id. A rule of the preset `strict` that stands here with a severity is reported too. */
  readonly rules: Readonly<Record<string, 'off' | Severity>>
  /** Findings below it are left out; `likely` when absent. */
  readonly minConfidence?: Confidence
  /** What calls of the project's own libraries do to lifetimes, beside the built-in models. */
  readonly models: readonly ModelRow[]
  /** The baseline file, relative to the working directory; `leak-audit-baseline.json` where it lies there when absent. */
  readonly baseline?: string
}

/** What a person may write in it: {@link Config}, of which any part may be left out. */
export function configSchema(ruleIds: readonly string[]) {
  const setting = v.exactOptional(v.picklist(['off', 'error', 'warning']))
  return strictObject({
    $schema: v.exactOptional(v.string()),
    ignores: v.exactOptional(v.array(v.string())),
    rules: v.exactOptional(strictObject(Object.fromEntries(ruleIds.map(id => [id, setting])), 'rule')),
    minConfidence: v.exactOptional(v.picklist(['certain', 'likely', 'possible'])),
    models: v.exactOptional(v.array(rowSchema)),
    baseline: v.exactOptional(v.string()),
  })
}
