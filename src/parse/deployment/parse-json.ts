import { parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser'
import type { Located } from './located.ts'
import { errorAt, type ReadError } from './read-error.ts'

/** JSON; comments and trailing commas may stand in it, as PM2 allows them. */
export function parseJson(text: string): Located | ReadError {
  const errors: ParseError[] = []
  const root = parseTree(text, errors, { allowTrailingComma: true })
  const first = errors[0]
  if (first !== undefined) return errorAt(text, first.offset, wordsOf(printParseErrorCode(first.error)))
  return root === undefined ? errorAt(text, 0, 'value expected') : locatedOf(root)
}

function locatedOf(node: Node): Located {
  const span = { start: node.offset, end: node.offset + node.length }
  switch (node.type) {
    case 'object': return { ...span, kind: 'map', entries: (node.children ?? []).flatMap(entryOf) }
    case 'array': return { ...span, kind: 'list', items: (node.children ?? []).map(locatedOf) }
    default: return { ...span, kind: 'scalar', value: node.value as string | number | boolean | null }
  }
}

function entryOf({ offset, length, children }: Node) {
  const [key, value] = children ?? []
  return key === undefined || value === undefined ? [] : [{ key: String(key.value), value: locatedOf(value), start: offset, end: offset + length }]
}

/** `ValueExpected` → `value expected`. */
function wordsOf(code: string): string {
  return code.replaceAll(/\B[A-Z]/g, letter => ` ${letter}`).toLowerCase()
}
