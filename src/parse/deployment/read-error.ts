/** Why a deployment file cannot be read: one line, and where, from 1. */
export interface ReadError {
  readonly line?: number
  readonly column?: number
  readonly message: string
}

/** An error at an offset of the text. */
export function errorAt(text: string, offset: number, message: string): ReadError {
  const before = text.slice(0, offset)
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n'), message: `Syntax error: ${message.split('\n', 1)[0]!}` }
}

export function isReadError(result: object): result is ReadError {
  return 'message' in result
}
