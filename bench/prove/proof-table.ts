import { type MeasuredEvent, outcomeOf } from './measured.ts'

/** One event as a line of text: fixture, event, claim, measured, verdict. */
export function lineOf(each: MeasuredEvent): string {
  return [outcomeOf(each).padEnd(12), `${each.program}/${each.case}`.padEnd(44), each.event.padEnd(40), each.claim.padEnd(5), growthOf(each)].join(' ')
}

/** `1 234 B ±5, 1 listeners, 1 reachable`: what grows; without growth the bytes, which are noise. */
export function growthOf({ perEvent, noise, grows, verdict }: Pick<MeasuredEvent, 'perEvent' | 'noise' | 'grows' | 'verdict'>): string {
  const counts = grows.filter(quantity => quantity !== 'bytes').map(quantity => `${perEvent[quantity]} ${quantity}`)
  return [`${Math.round(perEvent.bytes ?? 0)} B ±${noise}`, ...counts, ...(verdict === 'unclear' ? ['unclear'] : [])].join(', ')
}
