import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Changes, FileChanges, LineRange } from '../changes/changed-lines.ts'
import { touches, type ChangedLines } from '../changes/touches.ts'
import { codeAround } from '../parse/code-around.ts'
import type { AuditResult } from '../verdict/audit-result.ts'

interface Wording {
  /** Where the audited files lie. */
  readonly cwd: string
  /** What is true of the lines that did not change. */
  readonly unchanged: string
}

/** Leaves out the findings that touch no changed line. Where something was only taken away, all of the function or class around counts as changed. */
export async function onlyChanged(result: AuditResult, changes: Changes, { cwd, unchanged }: Wording): Promise<AuditResult> {
  const changed: ChangedLines = new Map(await Promise.all([...changes].map(async ([file, change]) => [file, await linesOf(cwd, file, change)] as const)))
  const findings = result.findings.filter(finding => touches(finding, changed))
  const [errors, elsewhere] = [result.errors.filter(({ file }) => changes.has(file)), result.errors.filter(({ file }) => !changes.has(file))]
  const left = result.findings.length - findings.length
  return {
    ...result, findings, errors,
    suppressed: result.suppressed.filter(finding => touches(finding, changed)),
    baselined: result.baselined.filter(finding => touches(finding, changed)),
    notices: [
      ...result.notices,
      ...elsewhere.map(({ file, message }) => `not audited: ${file}: ${message}`),
      ...(left === 0 ? [] : [`${left} more finding${left === 1 ? '' : 's'} where the code ${unchanged}`]),
    ],
  }
}

async function linesOf(cwd: string, file: string, { lines, deletionsBefore }: FileChanges): Promise<readonly LineRange[]> {
  if (deletionsBefore.length === 0) return lines
  const beside = deletionsBefore.map(line => ({ from: line - 1, to: line }))
  if (!SOURCE.test(file)) return [...lines, ...beside]
  const text = readFileSync(resolve(cwd, file), 'utf8')
  const around = await Promise.all(deletionsBefore.map(line => codeAround(file, text, line)))
  return [...lines, ...beside, ...around.filter(range => range !== undefined)]
}

const SOURCE = /\.[cm]?[jt]sx?$/
