import type { ProofEvent } from './driver.ts'
import type { Expectation } from './expectations.ts'

/** A leak whose line says so is not measured here: `(not run: needs a Kafka broker)`. */
export function reasonNotRun({ note }: Expectation): string | undefined {
  return note?.startsWith('not run: ') === true ? note.slice('not run: '.length) : undefined
}

/** Which leaks of the program an event says it drives. Those that are missed by the audit leak as well, and are named by their text only. */
export function claimsOf(event: ProofEvent<unknown>, expectations: readonly Expectation[]): readonly Expectation[] {
  return (event.leaks ?? []).flatMap(named => {
    const [file, text] = partsOf(named)
    const found = expectations.filter(one => isIn(one, file) && (text === undefined ? one.kind === 'leak' && reasonNotRun(one) === undefined : isLeak(one) && one.text.includes(text)))
    if (found.length === 0) throw new Error(`event '${event.name}': no leak stands at '${named}'`)
    return found
  })
}

/** Leaks that no event drives, and that do not say why. */
export function undriven(events: readonly ProofEvent<unknown>[], expectations: readonly Expectation[]): readonly Expectation[] {
  const driven = new Set(events.flatMap(event => claimsOf(event, expectations)))
  return expectations.filter(one => one.kind === 'leak' && reasonNotRun(one) === undefined && !driven.has(one))
}

const isLeak = ({ kind }: Expectation): boolean => kind === 'leak' || kind === 'missed'

const isIn = ({ file }: Expectation, name: string): boolean => file === name || file.endsWith(`/${name}`)

function partsOf(named: string): readonly [string, string | undefined] {
  const at = named.indexOf(': ')
  return at === -1 ? [named, undefined] : [named.slice(0, at), named.slice(at + 2)]
}
