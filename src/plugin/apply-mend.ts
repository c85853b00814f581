import type { SourceCode } from 'eslint'
import type { Edit, EditText, Mend } from '../verdict/finding.ts'

/** What replaces the text between two offsets. */
export interface Replacement {
  readonly range: [number, number]
  readonly text: string
}

/** The edits of a mend as replacements of text; undefined where one of them has no place in this source. */
export function replacementsOf({ edits }: Mend, sourceCode: SourceCode): readonly Replacement[] | undefined {
  const found = edits.map(edit => replacementOf(edit, sourceCode))
  return found.every(replacement => replacement !== undefined) ? found.flat() : undefined
}

function replacementOf(edit: Edit, sourceCode: SourceCode): readonly Replacement[] | undefined {
  if (edit.kind === 'replace') return [{ range: [edit.start, edit.end], text: textOf(edit.text, sourceCode) }]
  if (edit.kind === 'import') return importOf(edit, sourceCode)
  const statement = edit.kind === 'at module level' ? moduleStatementAt(sourceCode, edit.at) : statementAt(sourceCode, edit.at)
  if (statement === undefined) return undefined
  const [start, end] = statement.range, { line, column } = sourceCode.getLocFromIndex(start)
  // what stands beside another statement has no line of its own
  const before = sourceCode.lines[line - 1]!.slice(0, column)
  if (before.trim() !== '') return undefined
  switch (edit.kind) {
    case 'before statement': {
      const [from, to] = statement.parent!.range!
      return edit.reaches === undefined || from <= edit.reaches && edit.reaches < to ? [{ range: [start, start], text: `${textOf(edit.text, sourceCode)}${stopOf(statement, sourceCode)}\n${before}` }] : undefined
    }
    case 'at module level': return [{ range: [start, start], text: `${textOf(edit.text, sourceCode)}${stopOf(statement, sourceCode)}\n${before}` }]
    case 'after statement': return [{ range: [end, end], text: `\n${before}${textOf(edit.text, sourceCode)}${stopOf(statement, sourceCode)}` }]
    case 'remove statement': return statement.declarations === undefined || statement.declarations.length === 1 ? [{ range: [start - before.length, endOfLine(sourceCode.text, end)], text: '' }] : undefined
  }
}

const textOf = (parts: EditText, { text }: SourceCode): string => parts.map(part => typeof part === 'string' ? part : text.slice(part.start, part.end)).join('')

/** Semicolons where the source has them. */
const stopOf = ({ range: [, end] }: Node, { text }: SourceCode): string => text[end - 1] === ';' ? ';' : ''

function endOfLine(text: string, from: number): number {
  const [rest] = /^[ \t]*\r?\n?/.exec(text.slice(from))!
  return from + rest.length
}

/** As much of a node as all parsers give. */
interface Node {
  readonly type: string
  readonly range: [number, number]
  readonly parent?: Node
  readonly declarations?: readonly unknown[]
  readonly body?: unknown
}

const BLOCKS: ReadonlySet<string> = new Set(['Program', 'BlockStatement', 'StaticBlock'])

/** The statement of a block that holds the offset, with no function between and no statement that may not run. */
function statementAt(sourceCode: SourceCode, offset: number): Node | undefined {
  for (let node = nodeAt(sourceCode, offset); node?.parent !== undefined; node = node.parent) {
    if (BLOCKS.has(node.parent.type)) return node
    if (/Function|Class/.test(node.type) || /(Statement|Declaration)$/.test(node.parent.type) && !/^(Expression|Return|Variable|Throw)/.test(node.parent.type)) return undefined
  }
  return undefined
}

function moduleStatementAt(sourceCode: SourceCode, offset: number): Node | undefined {
  let node = nodeAt(sourceCode, offset)
  while (node?.parent !== undefined && node.parent.type !== 'Program') node = node.parent
  return node
}

const nodeAt = (sourceCode: SourceCode, offset: number): Node | undefined => (sourceCode.getNodeByRangeIndex(offset) ?? undefined) as Node | undefined

interface Import extends Node {
  readonly source?: { readonly value?: unknown }
  readonly specifiers?: readonly (Node & { readonly imported?: { readonly name?: string } })[]
  readonly importKind?: string
}

/** One more name of an import that is there, or an import below the others; of a CommonJS module a `require`. */
function importOf({ name, from }: Extract<Edit, { kind: 'import' }>, sourceCode: SourceCode): readonly Replacement[] | undefined {
  const body = sourceCode.ast.body as unknown as readonly Import[]
  const imports = body.filter(({ type, importKind }) => type === 'ImportDeclaration' && importKind !== 'type')
  const same = imports.filter(({ source }) => source?.value === from || `node:${String(source?.value)}` === from)
  if (same.some(({ specifiers = [] }) => specifiers.some(({ imported }) => imported?.name === name))) return []
  const named = same.find(({ specifiers = [] }) => specifiers.at(-1)?.type === 'ImportSpecifier')?.specifiers?.at(-1)
  if (named !== undefined) return [{ range: [named.range[1], named.range[1]], text: `, ${name}` }]
  const isModule = body.some(({ type }) => /^(Import|Export)/.test(type))
  const last = imports.at(-1) ?? body.findLast(({ type, range }) => type === 'VariableDeclaration' && /\brequire\s*\(/.test(sourceCode.text.slice(...range)))
  const stop = stopOf(last ?? body[0]!, sourceCode), statement = `${isModule ? `import { ${name} } from '${from}'` : `const { ${name} } = require('${from}')`}${stop}`
  if (last !== undefined) return [{ range: [last.range[1], last.range[1]], text: `\n${statement}` }]
  const first = body.find(({ type }) => !(type === 'ExpressionStatement')) ?? body[0]!
  return [{ range: [first.range[0], first.range[0]], text: `${statement}\n` }]
}
