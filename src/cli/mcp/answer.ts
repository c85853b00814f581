import { existsSync } from 'node:fs'
import type { CallToolResult } from '@modelcontextprotocol/server'
import { UsageError } from '../../verdict/audit-result.ts'

/** What a tool gives; what a person would read as one line on standard error is an error of the tool, which the agent can act on. */
export async function answer(work: () => CallToolResult | Promise<CallToolResult>): Promise<CallToolResult> {
  try {
    return await work()
  } catch (error) {
    return { isError: true, content: [{ type: 'text', text: oneLine(error instanceof Error ? error.message : String(error)) }] }
  }
}

export const textAnswer = (text: string): CallToolResult => ({ content: [{ type: 'text', text }] })

/** Where a tool works: the folder that the client names, or the one it started the server in. @throws UsageError */
export function folderOf(cwd: string | undefined): string {
  if (cwd !== undefined && !existsSync(cwd)) throw new UsageError(`no such folder: ${cwd}`)
  return cwd ?? process.cwd()
}

export const FOLDER = { type: 'string', description: 'The folder of the program, absolute; where the server was started when absent.' } as const

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim().replace(/^leak-audit: /, '')
}
