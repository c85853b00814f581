import type { ProofEvent } from './driver.ts'
import type { Expectation } from './expectations.ts'

/** A leak whose line says so is not measured here: `(not run: needs a Kafka broker)`. */
export function reasonNotRun({ note }: Expectation): string | undefined {
  return note?.startsWith('not run: ') === true ? note.slice('not run: '.length) : undefined
}

/** Which leaks of the program an event says it drives. Those that are missed by the audit leak as well, and are named by their text only. */
export function claimsOf(event: ProofEvent<unknown>, expectations: readonly Expectation[]): readonly Expectation[] {
  return (event.leaks ?? []).flatMap(named => linesAt(named, expectations))
}

/** What an event names, and the program does not have. */
export function missingLines(event: ProofEvent<unknown>, expectations: readonly Expectation[]): readonly string[] {
  return (event.leaks ?? []).filter(named => linesAt(named, expectations).length === 0)
}

/** Leaks that no event drives, and that do not say why. */
export function undriven(events: readonly ProofEvent<unknown>[], expectations: readonly Expectation[]): readonly Expectation[] {
  const driven = new Set(events.flatMap(event => claimsOf(event, expectations)))
  return expectations.filter(one => one.kind === 'leak' && reasonNotRun(one) === undefined && !driven.has(one))
}

function linesAt(named: string, expectations: readonly Expectation[]): readonly Expectation[] {
  const { file, text, rule } = partsOf(named)
  const inFile = expectations.filter(one => isIn(one, file) && (rule === undefined || one.rule === rule))
  return text === undefined ? inFile.filter(one => one.kind === 'leak' && reasonNotRun(one) === undefined) : withText(inFile.filter(isLeak), text)
}

/** Lines that begin with the text; where none does, lines that have it. */
function withText(all: readonly Expectation[], text: string): readonly Expectation[] {
  const beginning = all.filter(one => one.text.startsWith(text))
  return beginning.length > 0 ? beginning : all.filter(one => one.text.includes(text))
}

const isLeak = ({ kind }: Expectation): boolean => kind === 'leak' || kind === 'missed'

const isIn = ({ file }: Expectation, name: string): boolean => file === name || file.endsWith(`/${name}`)

/** `jobs.ts: text of the line [rule]`: the text and the rule may be left out. */
function partsOf(named: string): { readonly file: string, readonly text?: string, readonly rule?: string } {
  const [, file, text, rule] = /^(.*?)(?:: (.*?))?(?: \[([\w-]+)\])?$/.exec(named) ?? []
  return { file: file!, ...(text !== undefined && { text }), ...(rule !== undefined && { rule }) }
}
