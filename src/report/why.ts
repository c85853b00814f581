import pc from 'picocolors'
import type { Conclusion, Decision, LineConclusions } from '../verdict/conclusion.ts'
import { chainText, eventLabel, LIVES, oneLine, placeOf } from './evidence.ts'

type Paint = ReturnType<typeof pc.createColors>

/** For a person at a terminal: each hold of the line with its evidence and what is concluded of it. */
export function whyText({ file, line, conclusions, otherLines }: LineConclusions & { readonly file: string; readonly line: number }, { color }: { readonly color: boolean }): string {
  const paint = pc.createColors(color)
  if (conclusions.length > 0) return conclusions.map(conclusion => block(conclusion, paint)).join('\n')
  const others = otherLines.length === 0 ? 'nor does any other line of the file' : `lines that do: ${otherLines.join(', ')}`
  return `${file}:${line} puts nothing under a holder; ${others}.\n`
}

const HELD: Readonly<Record<Conclusion['resource'], string>> = {
  listener: 'a listener', collection: 'an entry', interval: 'an interval', timeout: 'a timeout', resource: 'a resource', timeline: 'an entry of the performance timeline', pipe: 'pipe',
}

function block(conclusion: Conclusion, paint: Paint): string {
  const { holder, path } = conclusion
  const entry = path.find(step => step.role === 'entry')
  const rows: readonly (readonly [label: string, text: string])[] = [
    ['holds', `${HELD[conclusion.resource]}: ${path.find(step => step.role === 'acquire')!.text}`],
    ['held by', [holder.text, ...(holder.file === undefined ? [] : [`${holder.file}:${holder.line}`]), LIVES[holder.lifetime]].join('   ')],
    ['runs per', [entry === undefined ? 'unknown' : eventLabel(entry), chainText(path, conclusion)].filter(Boolean).join('   ')],
    ...path.filter(step => step.role === 'release').map(step => ['release', `${step.text} ${placeOf(step)}`] as const),
    ['concluded', decisionText(conclusion.decision)],
  ]
  return `${paint.underline(`${placeOf(conclusion)}:${conclusion.column}`)}  ${verdictWord(conclusion.decision, paint)}\n`
    + rows.map(([label, text]) => `    ${paint.dim(label.padEnd(11))}${oneLine(text)}\n`).join('')
}

function verdictWord({ kind }: Decision, paint: Paint): string {
  switch (kind) {
    case 'leak': return paint.red('leaks')
    case 'safe': return paint.green('safe')
    case 'unknown': return paint.yellow('not known')
  }
}

function decisionText(decision: Decision): string {
  switch (decision.kind) {
    case 'leak': return `${decision.rule}, ${decision.confidence}: ${decision.message}`
    case 'safe': return `no leak: ${decision.reason}`
    case 'unknown': return `it is not told ${decision.missing}, so nothing is reported`
  }
}
