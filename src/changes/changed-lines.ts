import { parsePatch } from 'diff'

/** Lines from 1; both ends belong to it. */
export interface LineRange { readonly from: number; readonly to: number }

/** What changed in one file, by the lines that it has now. */
export interface FileChanges {
  readonly lines: readonly LineRange[]
  /** Lines before which something was taken away and nothing put in its place. */
  readonly deletionsBefore: readonly number[]
}

/** By file, relative to the working directory. */
export type Changes = ReadonlyMap<string, FileChanges>

/** Everything in a file that git does not know yet. */
export const wholeFile: FileChanges = { lines: [{ from: 1, to: Infinity }], deletionsBefore: [] }

/** Reads what `git diff -U0` prints; files are relative to the top of the repository. */
export function changesIn(diff: string): Changes {
  return new Map(parsePatch(diff).flatMap(({ newFileName, hunks }) => {
    if (newFileName === undefined || newFileName === '/dev/null') return []
    // the library gives for a hunk without new lines the line behind it, where git gives the one before it
    const deletionsBefore = hunks.filter(hunk => hunk.newLines === 0).map(hunk => hunk.newStart)
    const lines = hunks.filter(hunk => hunk.newLines > 0).map(hunk => ({ from: hunk.newStart, to: hunk.newStart + hunk.newLines - 1 }))
    return [[newFileName.replace(/^b\//, ''), { lines, deletionsBefore }] as const]
  }))
}
