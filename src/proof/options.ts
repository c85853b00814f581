import { MeasureError } from './measure-error.ts'
import { QUANTITIES, QUANTITY_NAMES, type Quantity } from './quantities.ts'

/** How much growth per event is allowed. What is left out has a default that servers which do not leak stay below. */
export interface LeakLimits {
  /** Live heap and external memory. Default 16. */
  readonly bytesPerEvent?: number
  /** Objects that the event returned or tracked. Default 0.01, one in a hundred events, as the others. */
  readonly reachable?: number
  readonly listeners?: number
  readonly timers?: number
  readonly handles?: number
  readonly descriptors?: number
}

export interface MeasureOptions extends LeakLimits {
  /** Events before the first sample, which fill pools and caches. Default 500. */
  readonly warmup?: number
  /** Events of one batch; a sample is taken after each. Default 250. */
  readonly events?: number
  /** Default 8, at least 4. */
  readonly batches?: number
  /** How many batches may be run in all while the noise does not allow a verdict. Default four times `batches`. */
  readonly maxBatches?: number
  /** How many milliseconds after a batch what it left running may take to end. Default 10. */
  readonly settle?: number
  /** After how many milliseconds without the end of an event the measurement is given up. Default 10 000. */
  readonly timeout?: number
}

export interface MeasurePlan {
  readonly warmup: number
  readonly events: number
  readonly batches: number
  readonly maxBatches: number
  readonly settle: number
  readonly timeout: number
  readonly limits: Readonly<Record<Quantity, number>>
}

/** @throws MeasureError for a number that is none, or a name that is unknown. */
export function planOf(options: MeasureOptions): MeasurePlan {
  const unknown = Object.keys(options).filter(name => !KNOWN.has(name))
  if (unknown.length > 0) throw new MeasureError(`unknown option '${unknown[0]}'; known: ${[...KNOWN].join(', ')}`)
  const { warmup = 500, events = 250, batches = 8, settle = 10, timeout = 10_000 } = options
  const { maxBatches = 4 * batches } = options
  requireWhole({ warmup }, 0)
  requireWhole({ events }, 1)
  requireWhole({ batches }, 4)
  requireWhole({ maxBatches }, batches)
  requireWhole({ settle }, 0)
  requireWhole({ timeout }, 1)
  return { warmup, events, batches, maxBatches, settle, timeout, limits: Object.fromEntries(QUANTITY_NAMES.map(name => [name, limitOf(name, options)])) as Record<Quantity, number> }
}

/** Under which name a quantity's limit is given. */
export const optionOf = (quantity: Quantity): keyof LeakLimits => quantity === 'bytes' ? 'bytesPerEvent' : quantity

const KNOWN: ReadonlySet<string> = new Set([...QUANTITY_NAMES.map(optionOf), 'warmup', 'events', 'batches', 'maxBatches', 'settle', 'timeout'])

function limitOf(quantity: Quantity, options: LeakLimits): number {
  const name = optionOf(quantity)
  const limit = options[name] ?? QUANTITIES[quantity].limit
  if (typeof limit !== 'number' || !(limit >= 0)) throw new MeasureError(`option '${name}': a number of at least 0 is expected, not ${String(limit)}`)
  return limit
}

function requireWhole(option: Readonly<Record<string, unknown>>, least: number): void {
  for (const [name, value] of Object.entries(option)) {
    if (!Number.isSafeInteger(value) || (value as number) < least) throw new MeasureError(`option '${name}': a whole number of at least ${least} is expected, not ${String(value)}`)
  }
}
