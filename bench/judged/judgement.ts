import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { BenchError } from '../bench-error.ts'
import { projectRoot } from '../folders.ts'
import { readJson } from '../read-json.ts'

/** What a person who read the code says of a finding. */
export interface Judgement {
  readonly rule: string
  /** Relative to the package. */
  readonly file: string
  readonly line: number
  readonly fingerprint: string
  /** Whether the code leaks there, as the finding says. */
  readonly verdict: 'true' | 'false'
  /** The retaining path, or what ends it: one line. */
  readonly why: string
}

/** A file of `bench/judged/`. */
export interface JudgedPackage {
  readonly package: string
  readonly version: string
  readonly judgements: readonly Judgement[]
}

const VERDICTS: readonly unknown[] = ['true', 'false'] satisfies readonly Judgement['verdict'][]
const TEXTS = ['rule', 'file', 'fingerprint', 'why'] as const

/** All judged packages, by name. @throws BenchError when a file says something the schema does not know. */
export function readJudgements(): JudgedPackage[] {
  const folder = join(projectRoot, 'bench/judged')
  const files = existsSync(folder) ? readdirSync(folder).filter(name => name.endsWith('.json') && name !== 'schema.json') : []
  return files.map(name => judgedPackage(readJson(join(folder, name)), name)).sort((a, b) => (a.package < b.package ? -1 : 1))
}

/** @throws BenchError naming the judgement that is wrong. */
export function judgedPackage(value: unknown, name: string): JudgedPackage {
  const judged = value as JudgedPackage
  if (typeof judged.package !== 'string' || typeof judged.version !== 'string' || !Array.isArray(judged.judgements)) {
    throw new BenchError(`${name}: package, version and judgements are expected`)
  }
  for (const [index, judgement] of judged.judgements.entries()) {
    const missing = TEXTS.find(key => typeof judgement[key] !== 'string' || judgement[key] === '')
    if (missing !== undefined) throw new BenchError(`${name}: judgement ${index + 1} has no ${missing}`)
    if (!Number.isInteger(judgement.line)) throw new BenchError(`${name}: judgement ${index + 1} has no line`)
    if (!VERDICTS.includes(judgement.verdict)) throw new BenchError(`${name}: judgement ${index + 1} must have the verdict 'true' or 'false'`)
  }
  return judged
}
