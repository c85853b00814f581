export interface Element {
  readonly name: string
  /** Those that are undefined are left out. */
  readonly attributes: Readonly<Record<string, string | number | undefined>>
  readonly children?: readonly Element[]
  /** What stands in it, where it has no elements. */
  readonly text?: string
}

/**
 * A document of XML 1.0. What is written here are two flat formats, so that escaping is all there is to do, and the libraries that are kept
 * up (fast-xml-builder, xmlbuilder2) leave the letters that XML forbids to their caller.
 */
export function xmlDocument(root: Element): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written(root, '')}`
}

function written({ name, attributes, children = [], text = '' }: Element, indent: string): string {
  const start = `${indent}<${[name, ...Object.entries(attributes).flatMap(([key, value]) => value === undefined ? [] : [`${key}="${escaped(String(value))}"`])].join(' ')}`
  if (children.length > 0) return `${start}>\n${children.map(child => written(child, `${indent}  `)).join('')}${indent}</${name}>\n`
  return text === '' ? `${start}/>\n` : `${start}>${escaped(text)}</${name}>\n`
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }

/** Line ends are kept as references, as readers turn those of attributes into spaces: https://www.w3.org/TR/xml/#AVNormalize */
function escaped(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Surrogate}]/gu, '\ufffd') // https://www.w3.org/TR/xml/#charsets
    .replace(/[&<>"']/g, letter => ENTITIES[letter]!)
    .replace(/[\t\n\r]/g, letter => `&#${letter.charCodeAt(0)};`)
}
