import type { EventOf } from '../link/events.ts'
import type { Context } from './context.ts'
import type { Defect } from './defect.ts'
import { frequencyOf } from './frequency.ts'
import type { Confidence, EventKind } from './finding.ts'
import type { Hold } from './hold.ts'
import { isOnceGuarded } from './once-guard.ts'
import { isBehindSwitch } from './runtime-switch.ts'
import { leak, safe, unknown, type Verdict } from './verdict.ts'

/**
 * The verdict on something that the process keeps and that nothing takes back: a leak where it happens for each event. How long those go on
 * who call a function of a library, and whether a switch is on, is a guess.
 */
export function whileServing(context: Context, hold: Hold, tell: (confidence: Confidence) => Defect): Verdict {
  const frequency = frequencyOf(context.program, hold.fn, hold.place, { lifetime: 'process', confidence: 'certain' })
  if (frequency.kind === 'once') return safe(frequency.why)
  if (frequency.kind === 'unknown') return unknown(frequency.missing)
  if (isOnceGuarded(context, hold)) return safe('guarded by a flag')
  return leak(tell(isServing(frequency.event) && !isBehindSwitch(context.program, hold) ? frequency.confidence : 'possible'))
}

/** Events that come for as long as a server runs. */
export const isServing = ({ kind }: Pick<EventOf, 'kind'>): boolean => SERVING.has(kind)

const SERVING: ReadonlySet<EventKind> = new Set(['request', 'connection', 'message', 'job', 'tick'])
