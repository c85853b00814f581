import type { ProofVerdict } from '../../src/proof/judge-trend.ts'
import type { Quantity } from '../../src/proof/quantities.ts'
import type { Case } from './driver.ts'
import type { Expectation } from './expectations.ts'

/** What one event did to one program. */
export interface MeasuredEvent {
  /** The folder in `fixtures/programs`. */
  readonly program: string
  readonly case: Case
  readonly event: string
  readonly claim: 'leaks' | 'flat'
  /** Leaks of the program that the event drives. Empty when it is flat. */
  readonly lines: readonly MeasuredLine[]
  /** How many lines that are said to be safe it ran. */
  readonly safeLines: readonly string[]
  readonly verdict: ProofVerdict
  /** In which quantities it grows. */
  readonly grows: readonly Quantity[]
  /** Per event. */
  readonly perEvent: Readonly<Partial<Record<Quantity, number>>>
  /** Of the bytes per event, one standard error. */
  readonly noise: number
  readonly events: number
  /** Of processor time. */
  readonly seconds: number
}

export interface MeasuredLine { readonly file: string, readonly line: number, readonly rule: string, readonly text: string }

/** How the measurement stands to the claim. */
export type Outcome = 'proven' | 'contradicted' | 'unclear'

export function outcomeOf({ claim, verdict }: Pick<MeasuredEvent, 'claim' | 'verdict'>): Outcome {
  if (verdict === claim) return 'proven'
  return verdict === 'unclear' ? 'unclear' : 'contradicted'
}

export const placeOf = ({ file, line }: Pick<Expectation, 'file' | 'line'>): string => `${file}:${line}`
