import * as v from 'valibot'
import { problemOf } from '../schema-problem.ts'
import { UsageError, type AuditResult } from '../verdict/audit-result.ts'

/** Reads what `--format json` printed; `name` is only a name. @throws UsageError, one line that says what is wrong with the text. */
export function readReport(name: string, text: string): AuditResult {
  const value = parsed(name, text)
  const problem = problemOf(schema, value)
  if (problem !== undefined) throw new UsageError(`report ${name} is not what --format json prints: ${problem}`)
  const { findings, suppressed, baselined, errors, stats } = value as v.InferOutput<typeof schema>
  const result = {
    findings: findings.map(withOffsets), suppressed: suppressed.map(withOffsets), baselined: baselined.map(withOffsets), errors, notices: [], files: [],
    stats: { lines: 0, stages: {}, unresolvedCalls: 0, typeQuestions: 0, ...stats },
  }
  return result as AuditResult // the schema leaves out what the compiler cannot follow: fields that are absent
}

/** A report names lines and columns; offsets are for editors. */
const withOffsets = <F extends object>(finding: F) => ({ ...finding, start: 0, end: 0 })

function parsed(name: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new UsageError(`report ${name} is not valid JSON: ${(error as Error).message}`, { cause: error })
  }
}

// loose: a later version may say more
const site = { file: v.string(), line: v.number(), column: v.number() }
const finding = {
  ...site, rule: v.string(), severity: v.picklist(['error', 'warning']), confidence: v.picklist(['certain', 'likely', 'possible']),
  endLine: v.number(), endColumn: v.number(), message: v.string(), fingerprint: v.string(),
  holder: v.looseObject({ text: v.string(), lifetime: v.picklist(['call', 'event', 'connection', 'instance', 'process', 'unknown']), file: v.exactOptional(v.string()), line: v.exactOptional(v.number()), column: v.exactOptional(v.number()) }),
  path: v.array(v.looseObject({ ...site, role: v.picklist(['entry', 'call', 'acquire', 'release']), text: v.string() })),
  release: v.looseObject({ coverage: v.picklist(['every-exit', 'some-exits', 'ineffective', 'never']), hint: v.string() }),
}
const schema = v.looseObject({
  schemaVersion: v.literal(1),
  findings: v.array(v.looseObject(finding)),
  suppressed: v.array(v.looseObject({ ...finding, reason: v.nullable(v.string()) })),
  baselined: v.array(v.looseObject(finding)),
  errors: v.array(v.looseObject({ file: v.string(), line: v.exactOptional(v.number()), column: v.exactOptional(v.number()), message: v.string() })),
  stats: v.looseObject({ files: v.number(), milliseconds: v.number() }),
})
