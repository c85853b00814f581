import type { TSESTree } from '@typescript-eslint/utils'
import { isParsed, parseText } from '../parse-text.ts'
import type { ParsedFile } from '../parsed-file.ts'
import type { Entry, Located } from './located.ts'
import type { ReadError } from './read-error.ts'

/** What a module exports, as far as literals say it: the module is read, and never run. */
export async function parseJavaScript(file: string, text: string): Promise<{ readonly exported: Located; readonly comments: ParsedFile['comments'] } | ReadError> {
  const parsed = await parseText(file, text)
  if (!isParsed(parsed)) return { ...parsed.line === undefined ? {} : { line: parsed.line }, ...parsed.column === undefined ? {} : { column: parsed.column }, message: parsed.message }
  const constants = new Map(parsed.ast.body.flatMap(constantsOf))
  const exported = parsed.ast.body.flatMap(exportOf).at(-1)
  return { exported: exported === undefined ? { start: 0, end: 0, kind: 'unknown' } : locatedOf(exported, constants, DEPTH), comments: parsed.comments }
}

type Constants = ReadonlyMap<string, TSESTree.Expression>

/** How many names lead to a literal, and how deep it nests: more than any file of this kind; constants may name each other in a circle. */
const DEPTH = 24

function constantsOf(statement: TSESTree.ProgramStatement): (readonly [string, TSESTree.Expression])[] {
  if (statement.type !== 'VariableDeclaration' || statement.kind !== 'const') return []
  return statement.declarations.flatMap(({ id, init }) => id.type === 'Identifier' && init !== null ? [[id.name, init] as const] : [])
}

/** `export default …`, `module.exports = …`. */
function exportOf(statement: TSESTree.ProgramStatement): TSESTree.Expression[] {
  if (statement.type === 'ExportDefaultDeclaration') return [statement.declaration as TSESTree.Expression]
  if (statement.type !== 'ExpressionStatement' || statement.expression.type !== 'AssignmentExpression') return []
  const { left, right } = statement.expression
  const isModuleExports = left.type === 'MemberExpression' && left.object.type === 'Identifier' && left.object.name === 'module' && left.property.type === 'Identifier' && left.property.name === 'exports'
  return isModuleExports ? [right] : []
}

function locatedOf(node: TSESTree.Node, constants: Constants, depth: number): Located {
  const span = { start: node.range[0], end: node.range[1] }
  const unknown = { ...span, kind: 'unknown' } as const
  if (depth === 0) return unknown
  switch (node.type) {
    case 'Literal': return typeof node.value === 'bigint' || node.value instanceof RegExp ? unknown : { ...span, kind: 'scalar', value: node.value as string | number | boolean | null }
    case 'TemplateLiteral': return node.expressions.length > 0 ? unknown : { ...span, kind: 'scalar', value: node.quasis[0]!.value.cooked }
    case 'ArrayExpression': return { ...span, kind: 'list', items: node.elements.map(item => item === null ? unknown : locatedOf(item, constants, depth - 1)) }
    case 'ObjectExpression': return { ...span, kind: 'map', entries: node.properties.flatMap(property => entriesOf(property, constants, depth - 1)) }
    case 'Identifier': {
      const constant = constants.get(node.name)
      return constant === undefined ? unknown : locatedOf(constant, constants, depth - 1)
    }
    default: return unknown
  }
}

function entriesOf(property: TSESTree.ObjectLiteralElement, constants: Constants, depth: number): readonly Entry[] {
  if (property.type === 'SpreadElement') {
    const spread = locatedOf(property.argument, constants, depth)
    return spread.kind === 'map' ? spread.entries : []
  }
  const { key, value, computed, range: [start, end] } = property
  if (computed) return []
  const name = key.type === 'Identifier' ? key.name : key.type === 'Literal' ? String(key.value) : undefined
  return name === undefined ? [] : [{ key: name, value: locatedOf(value, constants, depth), start, end }]
}
