import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { leaky, mended } from '../plugin/chat-room.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { ROOT } from './sample-clone.ts'

interface Diagnostic { readonly code?: string; readonly message: string; readonly range: { readonly start: { readonly line: number } } }
interface Message { readonly id?: number; readonly method?: string; readonly result?: { items?: readonly Diagnostic[] }; readonly params?: { uri?: string; diagnostics?: readonly Diagnostic[]; items?: readonly unknown[] } }

test('the language server of oxlint, which its editor extensions start, shows the finding and takes it back when the code is mended', { timeout: 120_000 }, async () => {
  const folder = temporaryFolder({
    'room.js': leaky,
    '.oxlintrc.json': JSON.stringify({ jsPlugins: [join(ROOT, 'dist/src/plugin.js')], categories: { correctness: 'off' }, rules: { 'leak-audit/no-unreleased-listener': 'error' } }),
  })
  const uri = pathToFileURL(join(folder, 'room.js')).href, folderUri = pathToFileURL(folder).href
  const server = languageServer(folder)
  await server.ask('initialize', { processId: process.pid, rootUri: folderUri, workspaceFolders: [{ uri: folderUri, name: 'chat' }], capabilities: { workspace: { workspaceFolders: true }, textDocument: { publishDiagnostics: {} } } })
  server.tell('initialized', {})

  server.tell('textDocument/didOpen', { textDocument: { uri, languageId: 'javascript', version: 1, text: leaky } })
  const [shown] = await server.diagnosticsOf(uri, found => found.length > 0)
  expect(shown).toMatchObject({ code: expect.stringContaining('no-unreleased-listener'), range: { start: { line: 8 } } })
  expect(shown!.message).toMatch(/^Every GET \/stream/)

  server.tell('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges: [{ text: mended }] })
  expect(await server.diagnosticsOf(uri, found => found.length === 0)).toEqual([])
})

/** Speaks the Language Server Protocol to `oxlint --lsp`. */
function languageServer(cwd: string) {
  const child = spawn(process.execPath, [join(ROOT, 'node_modules/oxlint/bin/oxlint'), '--lsp'], { cwd, stdio: ['pipe', 'pipe', 'ignore'] })
  onTestFinished(() => { child.kill() })
  let received = Buffer.alloc(0), lastId = 0
  const published: Message[] = [], waiting = new Set<() => void>(), answers = new Map<number, (message: Message) => void>()

  const send = (message: object) => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message })
    child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
  }
  const take = (message: Message) => {
    // the server asks too, for the configuration of the editor: nothing is set
    if (message.id !== undefined && message.method !== undefined) send({ id: message.id, result: message.params?.items?.map(() => null) ?? null })
    else if (message.id !== undefined) answers.get(message.id)?.(message)
    else if (message.method === 'textDocument/publishDiagnostics') {
      published.push(message)
      for (const look of waiting) look()
    }
  }
  child.stdout.on('data', (chunk: Buffer) => {
    received = Buffer.concat([received, chunk])
    for (;;) {
      const header = /^Content-Length: (\d+)\r\n(?:[^\r\n]+\r\n)*\r\n/.exec(received.toString('latin1'))
      if (header === null) return
      const end = header[0].length + Number(header[1])
      if (received.length < end) return
      take(JSON.parse(received.subarray(header[0].length, end).toString()) as Message)
      received = received.subarray(end)
    }
  })
  return {
    tell: (method: string, params: object) => send({ method, params }),
    ask: (method: string, params: object) => new Promise<Message>(resolve => {
      answers.set(++lastId, resolve)
      send({ id: lastId, method, params })
    }),
    /** The first that are published for the file, from now on, and are as asked for. */
    diagnosticsOf: (uri: string, isAsExpected: (found: readonly Diagnostic[]) => boolean) => new Promise<readonly Diagnostic[]>(resolve => {
      const look = () => {
        const found = published.filter(({ params }) => params?.uri === uri).at(-1)?.params?.diagnostics
        if (found === undefined || !isAsExpected(found)) return
        waiting.delete(look)
        resolve(found)
      }
      waiting.add(look)
      look()
    }),
  }
}
