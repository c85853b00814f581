import type { Client } from '../client.ts'
import { drive, type Driver } from '../driver.ts'
import type { Loose, Program } from '../program.ts'

interface Tools { readonly client: Client, readonly shared: Loose }

/** The least that a server of tools answers on its standard input and output. */
const STOCK = `import { createInterface } from 'node:readline'
createInterface({ input: process.stdin }).on('line', line => {
  const { id, method, params } = JSON.parse(line)
  const result = method === 'initialize' ? { protocolVersion: params.protocolVersion, capabilities: { tools: {} }, serverInfo: { name: 'stock', version: '1' } } : { tools: [] }
  if (id !== undefined) process.stdout.write(JSON.stringify({ jsonrpc: '2.0', id, result }) + '\\n')
})
`
const headers = { accept: 'application/json, text/event-stream' }
const INITIALIZE = { jsonrpc: '2.0', id: 1, method: 'initialize', params: { protocolVersion: '2025-03-26', capabilities: {}, clientInfo: { name: 'shop', version: '1' } } }
const PRICE = { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'price', arguments: {} } }

const start = async (program: Program): Promise<Tools> => {
  program.write('stock.mjs', STOCK)
  program.change('src/mcp.ts', 'command: \'stock-server\'', 'command: process.execPath, args: [\'stock.mjs\']')
  program.change('src/mcp.ts', 'const shared =', 'const shared = globalThis.shared =')
  await program.load('src/mcp.ts')
  const { InMemoryTransport } = program.package('@modelcontextprotocol/sdk/inMemory.js'), { Client: Caller } = program.package('@modelcontextprotocol/sdk/client/index.js')
  const [here, there] = InMemoryTransport.createLinkedPair(), shared = new Caller({ name: 'shop', version: '1' })
  await (globalThis as Loose).shared.connect(there)
  await shared.connect(here)
  return { client: program.client(1), shared }
}

export default {
  leaky: drive(start, [
    { name: 'a price, of one server', leaks: ['mcp.ts: shared.registerTool'], run: async ({ shared }, n) => { await shared.callTool({ name: 'price', arguments: { q: `article ${n}` } }) } },
    { name: 'a price', leaks: ['mcp.ts: server.tool'], run: async ({ client }) => { await client.ask('/mcp?once', { body: PRICE, headers }) } },
    { name: 'a session', leaks: ['mcp.ts: const transport'], run: async ({ client }) => { await client.ask('/mcp', { body: INITIALIZE, headers }) }, times: 20 },
    { name: 'a session that is closed', run: async ({ client }) => { await client.ask('/mcp2', { body: INITIALIZE, headers }) } },
    // a process costs a tenth of a second
    { name: 'a question to another server', leaks: ['mcp.ts: await client.connect'], run: async ({ client }) => { await client.ask('/ask') }, times: 3, warmup: 2 },
  ]),
} satisfies Driver
