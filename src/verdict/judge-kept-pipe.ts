import type { Context } from './context.ts'
import { frequencyOf, weakest } from './frequency.ts'
import type { Hold } from './hold.ts'
import { textOf } from './source-text.ts'
import { leak, safe, unknown, type Verdict } from './verdict.ts'

/**
 * `await pipeline(source, log, { end: false })`: each leaves its listeners, and with them the source, on a stream that stays open, also when it has
 * succeeded (measured: 7.8 KB).
 */
export function judgeKeptPipe(context: Context, hold: Hold): Verdict {
  const { program } = context, life = program.lifetimes.ofPlace(hold.place)
  const frequency = frequencyOf(program, hold.fn, hold.place, life)
  if (frequency.kind === 'once') return safe(frequency.why)
  if (frequency.kind === 'unknown') return unknown(frequency.missing)
  if (life.lifetime === 'unknown' || hold.holder === undefined) return unknown('how long the stream stays open')
  return leak({ hold, kind: 'pipe-kept', confidence: weakest(frequency.confidence, life.confidence), coverage: 'never', holder: textOf(program, hold.holder), lifetime: life.lifetime, event: frequency.event, subject: hold.held === undefined ? '' : textOf(program, hold.held), place: hold.place })
}
