import { git } from './git.ts'

/** Lines, both inclusive, counted from 1. */
export interface LineRange {
  readonly from: number
  readonly to: number
}

/** Where a line of a file before a commit stands after it. A line that the commit changed is carried to the lines that replace it. */
export function carry(repo: string, commit: string, path: string, line: number): LineRange {
  const diff = git(repo, ['diff', '-U0', '--no-color', '--no-ext-diff', '--no-textconv', `${commit}^`, commit, '--', path]).toString()
  return carryOverDiff(diff, line)
}

const HUNK = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/gm

/** The same for a diff without context lines. */
export function carryOverDiff(diff: string, line: number): LineRange {
  let shift = 0
  for (const [, oldStart, oldCount, newStart, newCount] of diff.matchAll(HUNK)) {
    const old = span(oldStart!, oldCount), now = span(newStart!, newCount)
    if (line < old.start) break
    if (line < old.end) return { from: Number(newStart), to: Math.max(Number(newStart), now.end - 1) }
    shift = now.end - old.end
  }
  return { from: line + shift, to: line + shift }
}

/** `end` is exclusive. A hunk that has no lines on one side names the line *before* the gap there. */
function span(first: string, count = '1'): { readonly start: number; readonly end: number } {
  const start = count === '0' ? Number(first) + 1 : Number(first)
  return { start, end: start + Number(count) }
}
