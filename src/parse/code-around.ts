import type { TSESTree } from '@typescript-eslint/utils'
import { isParsed, parseText } from './parse-text.ts'

/** Lines from 1; both ends belong to it. */
export interface CodeLines { readonly from: number; readonly to: number }

/**
 * The lines of the code that a place in a file belongs to: the class around it, else the innermost function; undefined at module level
 * and where the text does not parse. `line` is the one behind the place.
 */
export async function codeAround(file: string, text: string, line: number): Promise<CodeLines | undefined> {
  const parsed = await parseText(file, text)
  if (!isParsed(parsed)) return undefined
  const starts = lineStartsOf(parsed.text), offset = starts[line - 1] ?? parsed.text.length
  const around = nodesAround(parsed.ast, offset).filter(({ type }) => SCOPES.has(type))
  const found = around.findLast(({ type }) => CLASSES.has(type)) ?? around.at(-1)
  if (found === undefined) return undefined
  const lineOf = (at: number): number => starts.findLastIndex(start => start <= at) + 1
  return { from: lineOf(found.range[0]), to: lineOf(found.range[1] - 1) }
}

const CLASSES: ReadonlySet<string> = new Set(['ClassDeclaration', 'ClassExpression'])
const SCOPES: ReadonlySet<string> = new Set([...CLASSES, 'FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'])

/** Outermost first. A place right at the start of a node stands before it. */
function nodesAround(root: TSESTree.Node, offset: number): TSESTree.Node[] {
  const found: TSESTree.Node[] = []
  for (let node: TSESTree.Node | undefined = root; node !== undefined;) {
    found.push(node)
    node = childrenOf(node).find(({ range: [start, end] }) => start < offset && offset <= end)
  }
  return found
}

function childrenOf(node: TSESTree.Node): TSESTree.Node[] {
  return Object.entries(node).flatMap(([key, value]) => key === 'parent' ? [] : [value as unknown].flat()).filter(isNode)
}

const isNode = (value: unknown): value is TSESTree.Node => typeof value === 'object' && value !== null && 'type' in value && 'range' in value

function lineStartsOf(text: string): number[] {
  return [0, ...[...text.matchAll(/\r\n|[\n\r\u2028\u2029]/g)].map(match => match.index + match[0].length)]
}
