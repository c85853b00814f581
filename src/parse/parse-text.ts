import { extname } from 'node:path'
import type { TSESTree } from '@typescript-eslint/utils'
import { parse, type ParseResult as OxcResult, type ParserOptions } from 'oxc-parser'
import type { AuditError } from '../verdict/audit-result.ts'
import type { ParsedFile } from './parsed-file.ts'
import { scopesOf } from './scopes.ts'

/**
 * Parses and scopes the text of one file; `file` is only a name, its extension says the language: JSX may stand in every JavaScript
 * file, types in none. Gives what is wrong, with line and column from 1, where the text does not parse. Never rejects. The parser runs on
 * another thread.
 */
export async function parseText(file: string, text: string): Promise<ParsedFile | AuditError> {
  // TypeScript and ESLint count offsets without the byte order mark
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text
  try {
    const { result, module } = await parseAs(kindOf(file), file, source)
    const error = errorsOf(result)[0]
    if (error !== undefined) return { file, ...positionOf(source, error.labels[0]?.start), message: `Syntax error: ${oneLine(error.message)}` }
    return parsedFile(file, source, result, module)
  } catch (error) {
    return { file, message: `Cannot be analysed: ${oneLine(error instanceof Error ? error.message : String(error))}` }
  }
}

export function isParsed(parsed: object): parsed is ParsedFile {
  return 'ast' in parsed
}

function parsedFile(file: string, text: string, result: OxcResult, module: ParsedFile['module']): ParsedFile {
  const ast = result.program as unknown as TSESTree.Program
  const comments = result.comments.map(({ type, value, start, end }) => ({ type, value, range: [start, end] as const }))
  const hasModuleScope = module === 'esm' || result.module.hasModuleSyntax
  return { file, text, ast, comments, scopes: scopesOf(ast, hasModuleScope ? 'module' : 'commonjs'), module }
}

type Kind = ParsedFile['module'] | 'unsaid'

const KINDS: Readonly<Record<string, Kind>> = { '.mjs': 'esm', '.mts': 'esm', '.cjs': 'commonjs' }
const LANGUAGES: Readonly<Record<string, 'ts' | 'tsx'>> = { '.ts': 'ts', '.mts': 'ts', '.cts': 'ts', '.tsx': 'tsx' }

function kindOf(file: string): Kind {
  return KINDS[extname(file)] ?? 'unsaid'
}

async function parseAs(kind: Kind, file: string, text: string): Promise<{ result: OxcResult; module: ParsedFile['module'] }> {
  const run = (sourceType: NonNullable<ParserOptions['sourceType']>) =>
    parse(file, text, { sourceType, lang: LANGUAGES[extname(file)] ?? 'jsx', astType: 'ts', range: true, preserveParens: false })
  if (kind === 'esm') return { result: await run('module'), module: 'esm' }
  if (kind === 'commonjs') return { result: await run('commonjs'), module: 'commonjs' }

  const result = await run('unambiguous')
  // TypeScript compiles the `import` and `export` of a .cts file to CommonJS
  const module = result.module.hasModuleSyntax && extname(file) !== '.cts' ? 'esm' : 'commonjs'
  if (errorsOf(result).length === 0) return { result, module }
  // a top-level `for await` parses as nothing but a module, a top-level `return` as nothing but CommonJS
  const asModule = await run('module')
  if (errorsOf(asModule).length === 0) return { result: asModule, module: 'esm' }
  const asCommonJs = await run('commonjs')
  if (errorsOf(asCommonJs).length === 0) return { result: asCommonJs, module: 'commonjs' }
  return { result: module === 'esm' ? asModule : asCommonJs, module }
}

// `Severity.Error`: the enum is declared `const`, which isolated modules cannot read
function errorsOf(result: OxcResult): OxcResult['errors'] {
  return result.errors.filter(error => (error.severity as string) === 'Error')
}

function positionOf(text: string, offset: number | undefined): { line: number; column: number } | object {
  if (offset === undefined) return {}
  const before = text.slice(0, offset)
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') }
}

function oneLine(message: string): string {
  return message.split('\n', 1)[0]!
}
