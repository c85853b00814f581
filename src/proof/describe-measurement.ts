import type { Conclusion, Growth } from './conclude.ts'
import { optionOf } from './options.ts'
import { QUANTITIES, QUANTITY_NAMES, type Quantity } from './quantities.ts'

/** What was measured, without what only a process can tell: enough to say it. */
export type Measured = Pick<Conclusion, 'verdict' | 'from' | 'growth' | 'warmup' | 'events' | 'batches'> & {
  readonly handleTypes?: Readonly<Record<string, number>>
  readonly node: string
}

/** One line: `leaks +1.00 listeners and +212 B per event`. */
export function verdictLine({ verdict, from, growth }: Measured): string {
  const amounts = from.map(quantity => amountOf(quantity, growth[quantity]?.perEvent ?? 0))
  switch (verdict) {
    case 'leaks': return `leaks ${listOf(amounts)} per event`
    case 'flat': return 'flat: no quantity grows beyond its limit'
    case 'unclear': return `unclear: ${listOf(from.map(quantity => whyUnclear(quantity, growth[quantity]!)))}`
  }
}

/** The table of all quantities, and how they were measured. Lines without an end. */
export function measurementTable(measured: Measured): readonly string[] {
  const rows = QUANTITY_NAMES.flatMap(quantity => {
    const growth = measured.growth[quantity]
    return growth === undefined ? [] : [[QUANTITIES[quantity].of, signed(quantity, growth.perEvent), `±${plain(quantity, growth.noise)}`, plain(quantity, growth.limit), growth.verdict]]
  })
  const table = [['per event', 'growth', 'noise', 'limit', ''], ...rows]
  const widths = table[0]!.map((_, column) => Math.max(...table.map(row => row[column]!.length)))
  const line = (row: readonly string[]): string => row.map((cell, column) => column === 0 || column === 4 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!)).join('  ').trimEnd()
  return [...table.map(line), '', ...handlesLine(measured), howMeasured(measured)]
}

/** What to raise so that a verdict can be reached. Empty when there is one. */
export function adviceOf({ verdict, from }: Measured): string {
  return verdict === 'unclear' ? `raise events or batches, or, where a cache or pool fills first, warmup; or allow more with ${listOf(from.map(quantity => optionOf(quantity)))}` : ''
}

function whyUnclear(quantity: Quantity, { perEvent, noise, limit }: Growth): string {
  const amount = `${amountOf(quantity, perEvent)} (±${plain(quantity, noise)}) per event`
  return perEvent - 3 * noise > limit ? `${amount}, but ever more slowly` : `${amount} is too noisy for a limit of ${plain(quantity, limit)}`
}

function handlesLine({ handleTypes = {}, from }: Measured): readonly string[] {
  const types = Object.entries(handleTypes).sort(([, a], [, b]) => b - a)
  return !from.includes('handles') || types.length === 0 ? [] : [`handles more than after the warm-up: ${types.map(([type, count]) => `${type} ${count}`).join(', ')}`]
}

function howMeasured({ warmup, events, batches, node }: Measured): string {
  return `${batches * events} events in ${batches} batches of ${events}, after ${warmup} to warm up; Node.js ${node.replace(/^v/, '')}`
}

function amountOf(quantity: Quantity, perEvent: number): string {
  const { unit, one, many } = QUANTITIES[quantity]
  return unit === '' ? `${signed(quantity, perEvent)} ${perEvent.toFixed(2) === '1.00' ? one : many}` : signed(quantity, perEvent)
}

function signed(quantity: Quantity, amount: number): string {
  const text = plain(quantity, Math.abs(amount))
  return /^[0.]+(?: B)?$/.test(text) ? text : `${amount < 0 ? '-' : '+'}${text}`
}

function plain(quantity: Quantity, amount: number): string {
  const { unit } = QUANTITIES[quantity]
  return unit === '' ? amount.toFixed(2) : `${amount.toFixed(amount < 100 && !Number.isInteger(amount) ? 1 : 0)} ${unit}`
}

function listOf(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
}
