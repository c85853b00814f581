import { fromJsonSchema, type CallToolResult, type McpServer } from '@modelcontextprotocol/server'
import { text } from '../../report/text.ts'
import { type AuditResult, UsageError } from '../../verdict/audit-result.ts'
import type { Confidence } from '../../verdict/finding.ts'
import { answer, FOLDER, folderOf } from './answer.ts'
import { runItself } from './run-itself.ts'

interface AuditInput {
  readonly paths?: readonly string[]
  readonly cwd?: string
  readonly since?: string
  readonly minConfidence?: Confidence
  readonly limit?: number
}

export function addAuditTool(server: McpServer): void {
  server.registerTool('audit', {
    title: 'Audit a program for memory leaks',
    description: 'Audits the files under the given paths as one program. Each finding says what keeps the memory, why the code runs many times, and which release is missing, with files and lines.',
    inputSchema: fromJsonSchema<AuditInput>(INPUT),
    annotations: { readOnlyHint: true, openWorldHint: false },
  }, (input, { mcpReq: { signal } }) => answer(async () => {
    const run = await runItself(argumentsOf(input), { cwd: folderOf(input.cwd), signal })
    if (run.stdout.trim() === '') throw new UsageError(run.stderr)
    return answerOf(JSON.parse(run.stdout) as AuditReport, input.limit ?? DEFAULT_LIMIT)
  }))
}

/** Findings are long: more than these fill an agent's context, and are not mended in one go. */
const DEFAULT_LIMIT = 50

const INPUT = {
  type: 'object',
  additionalProperties: false,
  properties: {
    paths: { type: 'array', items: { type: 'string' }, description: 'Files, folders and globs that make up the program, relative to cwd; cwd itself when absent.' },
    cwd: FOLDER,
    since: { type: 'string', description: 'A ref of git: only findings that touch a line changed since are reported, though the whole program is analysed.' },
    minConfidence: { enum: ['certain', 'likely', 'possible'], description: 'Findings below it are left out; likely when absent.' },
    limit: { type: 'integer', minimum: 1, description: `At most so many findings are given; ${DEFAULT_LIMIT} when absent.` },
  },
} as const

function argumentsOf({ paths = [], since, minConfidence }: AuditInput): readonly string[] {
  return [
    '--format', 'json',
    ...(since === undefined ? [] : [`--since=${since}`]),
    ...(minConfidence === undefined ? [] : ['--min-confidence', minConfidence]),
    '--', ...paths,
  ]
}

type AuditReport = Omit<AuditResult, 'notices'> & { readonly schemaVersion: number }

function answerOf(report: AuditReport, limit: number): CallToolResult {
  const findings = report.findings.slice(0, limit)
  const left = report.findings.length - findings.length
  const more = left === 0 ? '' : `\n${left} more findings are not shown here: raise limit, or mend these first.\n`
  const { errors, suppressed, stats } = report
  return {
    content: [{ type: 'text', text: text({ ...report, findings, notices: [] }, { color: false }) + more }],
    structuredContent: { findings, total: report.findings.length, suppressed: suppressed.length, errors, files: stats.files },
  }
}
