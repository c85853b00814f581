import { fromJsonSchema, type CallToolResult, type McpServer } from '@modelcontextprotocol/server'
import { parseSymbolKey } from '../../models/symbol-key.ts'
import type { ModelRow } from '../../models/row.ts'
import { unknownName } from '../../unknown-name.ts'
import { UsageError } from '../../verdict/audit-result.ts'
import { answer } from './answer.ts'

interface ModelsInput { readonly package?: string }

export function addModelsTool(server: McpServer): void {
  server.registerTool('list_models', {
    title: 'List what is known of libraries',
    description: 'Without package: the packages whose calls the audit knows. With one: what each of its calls acquires, releases or calls once per event.',
    inputSchema: fromJsonSchema<ModelsInput>(INPUT),
    annotations: { readOnlyHint: true, openWorldHint: false },
  }, ({ package: name }) => answer(async () => {
    // late: the rows of all libraries are not needed to answer anything else
    const { builtInRows } = await import('../../models/index.ts')
    return name === undefined ? packagesOf(builtInRows) : rowsOf(name, builtInRows)
  }))
}

const INPUT = {
  type: 'object',
  additionalProperties: false,
  properties: { package: { type: 'string', description: 'Such as ws, or node:events.' } },
} as const

function packagesOf(rows: readonly ModelRow[]): CallToolResult {
  const packages = namesOf(rows).map(name => ({ package: name, rows: rows.filter(row => packageOf(row) === name).length }))
  return { content: [{ type: 'text', text: packages.map(({ package: name, rows: count }) => `${name} ${count}`).join('\n') }], structuredContent: { packages } }
}

function rowsOf(name: string, rows: readonly ModelRow[]): CallToolResult {
  const own = rows.filter(row => packageOf(row) === name)
  if (own.length === 0) throw new UsageError(unknownPackage(name, namesOf(rows)))
  return { content: [{ type: 'text', text: own.map(row => JSON.stringify(row)).join('\n') }], structuredContent: { package: name, rows: own } }
}

/** A list of all packages is no one line. */
function unknownPackage(name: string, known: readonly string[]): string {
  const line = unknownName('package', name, known)
  return line.includes('did you mean') ? line : `no models of the package '${name}'; without a package, list_models names those that have some`
}

const packageOf = (row: ModelRow): string => parseSymbolKey(row.symbol).pkg

const namesOf = (rows: readonly ModelRow[]): readonly string[] => [...new Set(rows.map(packageOf))].sort()
