import type { Span } from './deployment-facts.ts'

/** Where a piece of a command is written. */
export type Locate = (written: string) => Span

/** Finds pieces of a command in the text that it is written in; what stands there otherwise, with escapes or folded, has the place of the whole. */
export function locateIn(text: string, whole: Span): Locate {
  return written => {
    const start = text.indexOf(written, whole.start)
    return start < 0 || start + written.length > whole.end ? whole : { start, end: start + written.length }
  }
}
