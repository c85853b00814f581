import { McpServer } from '@modelcontextprotocol/server'
import { serveStdio } from '@modelcontextprotocol/server/stdio'
import type { CommandContext } from '../command.ts'
import { addAuditTool } from './audit-tool.ts'
import { addExplainTool } from './explain-tool.ts'
import { addModelsTool } from './models-tool.ts'

/** Serves the tools on standard input and output. Ends when the client closes the input. */
export async function serve({ version, rules }: Pick<CommandContext, 'version' | 'rules'>): Promise<void> {
  const handle = serveStdio(() => {
    const server = new McpServer({ name: 'leak-audit', version }, { instructions: INSTRUCTIONS })
    addAuditTool(server)
    addExplainTool(server, rules)
    addModelsTool(server)
    return server
  })
  await new Promise<void>(resolve => process.stdin.once('end', resolve).once('close', resolve))
  await handle.close()
}

const INSTRUCTIONS = [
  'Finds memory leaks in Node.js servers by reading their source as one program; nothing of it is run.',
  'Call audit on the folder of the whole program (a part of one hides callers and releases), explain for the page of a rule or for what is',
  'concluded of a line, and list_models for what is known of a library. After a mend, call audit again: the finding is gone when the release is seen.',
].join(' ')
