import { createTwoFilesPatch } from 'diff'
import pc from 'picocolors'
import type { Change, Plan } from './plan.ts'

/** For a person: what would be written, as a diff, and what would not. */
export function planText({ changes, present, byHand, leftOut }: Plan, { color }: { readonly color: boolean }): string {
  const paint = pc.createColors(color)
  const blocks = [
    ...changes.map(change => patchOf(change).map(line => painted(line, paint)).join('\n')),
    ...byHand.map(({ where, why, lines }) => `${paint.yellow(`By hand, in ${where} (${why}):`)}\n${lines.trimEnd().split('\n').map(line => `    ${line}`).join('\n')}`),
    [
      ...present.map(({ where }) => `Already there: ${where}.`),
      ...leftOut.map(({ what, why }) => `Left out: ${what} (${why}).`),
    ].join('\n'),
  ]
  return blocks.filter(block => block !== '').map(block => `${block}\n`).join('\n')
}

function patchOf({ file, before, after, isExecutable }: Change): readonly string[] {
  const patch = createTwoFilesPatch(before === undefined ? '/dev/null' : file, file, before ?? '', after)
  const lines = patch.trimEnd().split('\n').filter(line => !/^(?:={3,}|Index: .*)$/.test(line))
  return isExecutable && before === undefined ? [`new file, executable: ${file}`, ...lines] : lines
}

function painted(line: string, paint: ReturnType<typeof pc.createColors>): string {
  if (line.startsWith('---') || line.startsWith('+++')) return paint.bold(line)
  if (line.startsWith('+')) return paint.green(line)
  return line.startsWith('-') ? paint.red(line) : paint.dim(line)
}
