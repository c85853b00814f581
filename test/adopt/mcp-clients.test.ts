import { Client } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import { expect, onTestFinished, test } from 'vitest'
import { codeBlock } from './code-block.ts'
import { scratchRepository } from './scratch-repository.ts'

interface ServerEntry { readonly command: string; readonly args: readonly string[] }

test.each([
  ['mcp-json', 'mcpServers'],
  ['vscode-mcp-json', 'servers'],
])('what block %s of the page says starts the server in the project', { timeout: 120_000 }, async (block, key) => {
  const { [key]: servers } = JSON.parse(codeBlock('docs/editors.md', block)) as Record<string, Record<string, ServerEntry>>
  const { command, args } = servers!['leak-audit']!
  const client = new Client({ name: 'test', version: '1' })
  onTestFinished(() => client.close())
  await client.connect(new StdioClientTransport({ command, args: [...args], cwd: scratchRepository().folder, stderr: 'ignore' }))
  expect((await client.listTools()).tools.map(({ name }) => name)).toEqual(['audit', 'explain', 'list_models'])
})
