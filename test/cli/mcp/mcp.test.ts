import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { Client } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../../..')
const cli = `${root}/dist/src/cli.js`
const leakyChat = `${root}/fixtures/programs/chat-room/leaky`
const client = new Client({ name: 'test', version: '1' })

beforeAll(() => client.connect(new StdioClientTransport({ command: process.execPath, args: [cli, 'mcp'], cwd: leakyChat })))
afterAll(() => client.close())

test('it names its tools, says that they change nothing, and how to use them', async () => {
  const { tools } = await client.listTools()
  expect(tools.map(({ name, annotations }) => [name, annotations?.readOnlyHint])).toEqual([['audit', true], ['explain', true], ['list_models', true]])
  expect(client.getInstructions()).toMatch(/^Finds memory leaks in Node\.js servers/)
})

test('audit gives findings with their evidence, as text and as data', async () => {
  const { text, structured, isError } = await call('audit', { paths: ['src'] })
  expect(isError).toBe(false)
  expect(text).toMatch(/src\/subscribe\.ts:5:3 {2}error {2}no-unreleased-listener {2}certain\n {2}Every GET \/stream/)
  expect(text).toMatch(/held by +bus +src\/bus\.ts:11 +lives as long as the process/)
  expect(structured).toMatchObject({ files: 7, errors: [], findings: expect.arrayContaining([expect.objectContaining({ rule: 'no-unreleased-listener', file: 'src/subscribe.ts', line: 5 })]) })
})

test('audit of a folder that the client names, with a limit, says how many are left', async () => {
  const { text, structured } = await call('audit', { cwd: `${root}/fixtures/programs/chat-room`, paths: ['leaky/src'], limit: 1 })
  expect(structured).toMatchObject({ findings: [expect.objectContaining({ file: expect.stringMatching(/^leaky\/src\//) })] })
  expect(text).toContain(`${(structured as { total: number }).total - 1} more findings are not shown here`)
})

test('what is mended is clean', async () => {
  const { text, structured } = await call('audit', { cwd: `${root}/fixtures/programs/chat-room/mended` })
  expect(text).toMatch(/^No leaks found in 7 files/)
  expect(structured).toMatchObject({ total: 0, findings: [] })
})

test('explain gives the page of a rule, and what is concluded of a line', async () => {
  expect((await call('explain', { rule: 'no-partial-release' })).text).toBe(readFileSync(`${root}/docs/rules/no-partial-release.md`, 'utf8'))
  const both = await call('explain', { at: 'src/subscribe.ts:5:3', rule: 'no-unreleased-listener' })
  expect(both.text).toMatch(/^src\/subscribe\.ts:5:3 {2}leaks\n[^]*concluded +no-unreleased-listener, certain[^]*\n# /)
})

test('list_models names packages, and the rows of one', async () => {
  expect((await call('list_models', {})).structured).toMatchObject({ packages: expect.arrayContaining([{ package: 'ws', rows: expect.any(Number) }]) })
  expect((await call('list_models', { package: 'node:events' })).text).toContain('"symbol":"node:events#EventEmitter.on","role":"acquire"')
})

test.each([
  ['audit', { paths: ['nowhere'] }, 'no such file or folder: nowhere'],
  ['audit', { cwd: '/no/such/folder' }, 'no such folder: /no/such/folder'],
  ['explain', { rule: 'no-partial-relase' }, "unknown rule 'no-partial-relase'; did you mean 'no-partial-release'?"],
  ['explain', { at: 'src/rooms.ts:900' }, 'src/rooms.ts has 18 lines'],
  ['explain', { at: 'src/rooms.ts' }, "'src/rooms.ts' is not <file>:<line>, such as src/server.ts:14"],
  ['explain', {}, 'name a rule, or a line with at: src/server.ts:14'],
  ['list_models', { package: 'expres' }, "unknown package 'expres'; did you mean 'express'?"],
  ['list_models', { package: 'zzzzzzzz' }, "no models of the package 'zzzzzzzz'; without a package, list_models names those that have some"],
])('%s of %j is an error of the tool, in one line', async (name, input, message) => {
  expect(await call(name, input)).toMatchObject({ isError: true, text: message })
})

test('an argument of another form is an error of the tool that names it', async () => {
  const { isError, text } = await call('audit', { minConfidence: 'high' })
  expect(isError).toBe(true)
  expect(text).toMatch(/minConfidence/)
  expect(text).not.toContain('\n')
})

test('standard output holds the protocol alone, and the end of the input ends the server', () => {
  const open = { jsonrpc: '2.0', id: 1, method: 'initialize', params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '1' } } }
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'mcp'], { input: `${JSON.stringify(open)}\n`, encoding: 'utf8', timeout: 30_000 })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(stdout.trim().split('\n').map(line => (JSON.parse(line) as { jsonrpc: string }).jsonrpc)).toEqual(['2.0'])
})

async function call(name: string, input: Record<string, unknown>) {
  const { content, structuredContent: structured, isError = false } = await client.callTool({ name, arguments: input })
  return { text: content.map(part => part.type === 'text' ? part.text : '').join(''), structured, isError }
}
