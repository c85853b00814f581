import { readFileSync } from 'node:fs'
import { fromJsonSchema, type McpServer } from '@modelcontextprotocol/server'
import { UsageError } from '../../verdict/audit-result.ts'
import { knownRule, siteOf } from '../arguments.ts'
import type { CommandContext } from '../command.ts'
import { answer, FOLDER, folderOf, textAnswer } from './answer.ts'
import { runItself } from './run-itself.ts'

interface ExplainInput {
  readonly rule?: string
  readonly at?: string
  readonly paths?: readonly string[]
  readonly cwd?: string
}

export function addExplainTool(server: McpServer, rules: CommandContext['rules']): void {
  server.registerTool('explain', {
    title: 'Explain a rule or a finding',
    description: 'With rule: what it reports, why that leaks, examples, what ends it, limits. With at: what the audit concludes of that line and from what, also where nothing is reported. At least one of them.',
    inputSchema: fromJsonSchema<ExplainInput>(INPUT),
    annotations: { readOnlyHint: true, openWorldHint: false },
  }, ({ rule, at, paths = [], cwd }, { mcpReq: { signal } }) => answer(async () => {
    if (rule === undefined && at === undefined) throw new UsageError('name a rule, or a line with at: src/server.ts:14')
    const page = rule === undefined ? [] : [readFileSync(new URL(`../../../../docs/rules/${knownRule(rule, { rules })}.md`, import.meta.url), 'utf8')]
    if (at === undefined) return textAnswer(page.join(''))
    siteOf(at)
    const { status, stdout, stderr } = await runItself(['why', '--', at, ...paths], { cwd: folderOf(cwd), signal })
    if (status !== 0) throw new UsageError(stderr)
    return textAnswer([stdout, ...page].join('\n'))
  }))
}

const INPUT = {
  type: 'object',
  additionalProperties: false,
  properties: {
    rule: { type: 'string', description: 'The id of a rule, such as no-unreleased-listener.' },
    at: { type: 'string', description: 'A line, as a finding names it: src/server.ts:14.' },
    paths: { type: 'array', items: { type: 'string' }, description: 'What makes up the program, as for audit.' },
    cwd: FOLDER,
  },
} as const
