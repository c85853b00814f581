import { type Document, parseDocument, type ToStringOptions } from 'yaml'

/** The text after `edit`; undefined where the library would write the rest otherwise than it stands, so that an edit would change more than it should. */
export function editYaml(text: string, edit: (document: Document) => void): string | undefined {
  const document = parseDocument(text)
  if (document.errors.length > 0) return undefined
  const style = STYLES.find(options => document.toString(options) === text)
  if (style === undefined) return undefined
  edit(document)
  return document.toString(style)
}

const STYLES: readonly ToStringOptions[] = [2, 4].flatMap(indent => [true, false].flatMap(indentSeq =>
  [true, false].map(flowCollectionPadding => ({ indent, indentSeq, flowCollectionPadding, lineWidth: 0 }))))
