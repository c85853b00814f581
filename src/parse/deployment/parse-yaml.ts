import { isAlias, isMap, isScalar, isSeq, parseAllDocuments, type Document, type Node, type Pair } from 'yaml'
import type { Entry, Located } from './located.ts'
import { errorAt, type ReadError } from './read-error.ts'

/** Every document of a YAML stream; aliases and merge keys (`<<`) stand for what they name. */
export function parseYaml(text: string): readonly Located[] | ReadError {
  const documents = parseAllDocuments(text, { prettyErrors: false, merge: true, logLevel: 'silent' })
  if (!Array.isArray(documents)) return []
  const error = documents.flatMap(document => document.errors)[0]
  if (error !== undefined) return errorAt(text, error.pos[0], error.message)
  return documents.flatMap(document => document.contents === null ? [] : [locatedBy(document)(document.contents as Node)])
}

function locatedBy(document: Document): (node: Node | null) => Located {
  // each node once, so that aliases of aliases do not multiply; one that contains itself is not known
  const known = new Map<Node, Located>()
  return locate

  function locate(node: Node | null): Located {
    if (node === null) return { ...NOWHERE, kind: 'scalar', value: null }
    const before = known.get(node)
    if (before !== undefined) return before
    const span = spanOf(node)
    known.set(node, { ...span, kind: 'unknown' })
    const located = contentOf(node, span)
    known.set(node, located)
    return located
  }

  function contentOf(node: Node, span: typeof NOWHERE): Located {
    if (isAlias(node)) return locate(node.resolve(document) ?? null)
    if (isMap(node)) return { ...span, kind: 'map', entries: entriesOf(node.items as Pair<Node, Node | null>[]) }
    if (isSeq(node)) return { ...span, kind: 'list', items: node.items.map(item => locate(item as Node | null)) }
    return { ...span, ...scalarOf(node) }
  }

  function entriesOf(pairs: readonly Pair<Node, Node | null>[]): readonly Entry[] {
    const own = pairs.filter(pair => !isMerge(pair)).map(({ key, value }): Entry => {
      const located = locate(value), { start, end } = spanOf(key)
      // behind an alias the value stands elsewhere
      return { key: keyText(key), value: located, start, end: located.end > start && !isAlias(value) ? located.end : end }
    })
    const merged = pairs.filter(isMerge).flatMap(({ value }) => {
      const located = locate(value)
      return (located.kind === 'list' ? located.items : [located]).flatMap(item => item.kind === 'map' ? item.entries : [])
    })
    // what a map says itself goes before what is merged into it: readers take the last
    return [...merged.toReversed(), ...own]
  }
}

const NOWHERE = { start: 0, end: 0 }

function spanOf(node: Node): { readonly start: number; readonly end: number } {
  const range = node.range
  return range === null || range === undefined ? NOWHERE : { start: range[0], end: range[1] }
}

function scalarOf(node: Node): { readonly kind: 'scalar'; readonly value: string | number | boolean | null } | { readonly kind: 'unknown' } {
  const value: unknown = isScalar(node) ? node.value : undefined
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return { kind: 'scalar', value }
  return { kind: 'unknown' }
}

/** The key of a merge is a symbol. */
const keyText = (key: Node): string => isScalar(key) ? typeof key.value === 'symbol' ? key.value.description ?? '' : String(key.value) : ''
const isMerge = ({ key }: Pair<Node, Node | null>): boolean => keyText(key) === '<<'
