import { applyEdits, modify, parse, type JSONPath, type ParseError } from 'jsonc-parser'

/** The text with a value set; all else, comments too, stays as it is, and what is new is indented as the rest. An index of -1 is behind the last one. */
export function setInJson(text: string, path: JSONPath, value: unknown): string {
  const indentation = /^([ \t]+)\S/m.exec(text)?.[1] ?? '  '
  const formattingOptions = { insertSpaces: !indentation.startsWith('\t'), tabSize: indentation.length, eol: text.includes('\r\n') ? '\r\n' : '\n' }
  return applyEdits(text, modify(text, path, value, { formattingOptions }))
}

/** What the text holds, comments allowed; undefined where it is no object. */
export function readJson(text: string): Readonly<Record<string, unknown>> | undefined {
  const errors: ParseError[] = []
  const value: unknown = parse(text, errors, { allowTrailingComma: true })
  return errors.length === 0 && typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Record<string, unknown> : undefined
}
