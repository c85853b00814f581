import { Client } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import { expect, onTestFinished, test } from 'vitest'
import { addLeak } from './added-leak.ts'
import { codeBlock } from './code-block.ts'
import { sampleClone } from './sample-clone.ts'

interface ServerEntry { readonly command: string; readonly args: readonly string[] }

test.each([
  ['mcp-json', 'mcpServers'],
  ['vscode-mcp-json', 'servers'],
])('what block %s of the page says starts the server in the project', { timeout: 120_000 }, async (block, key) => {
  const { [key]: servers } = JSON.parse(codeBlock('docs/editors.md', block)) as Record<string, Record<string, ServerEntry>>
  const { command, args } = servers!['leak-audit']!
  const client = new Client({ name: 'test', version: '1' })
  onTestFinished(() => client.close())
  await client.connect(new StdioClientTransport({ command, args: [...args], cwd: sampleClone().folder, stderr: 'ignore' }))
  expect((await client.listTools()).tools.map(({ name }) => name)).toEqual(['audit', 'explain', 'list_models'])
})

test('audit since a branch gives what the work adds to it', { timeout: 120_000 }, async () => {
  const clone = sampleClone()
  addLeak(clone)
  const client = new Client({ name: 'test', version: '1' })
  onTestFinished(() => client.close())
  await client.connect(new StdioClientTransport({ command: 'npx', args: ['leak-audit', 'mcp'], cwd: clone.folder, stderr: 'ignore' }))
  const { structuredContent } = await client.callTool({ name: 'audit', arguments: { since: 'main' } })
  expect(structuredContent).toMatchObject({ total: 1, findings: [{ rule: 'no-unreleased-listener', file: 'src/server.ts', line: 21 }] })
  const unknown = await client.callTool({ name: 'audit', arguments: { since: 'nowhere' } })
  expect(unknown).toMatchObject({ isError: true, content: [{ text: expect.stringMatching(/^[^\n]*nowhere[^\n]*$/) }] })
})
