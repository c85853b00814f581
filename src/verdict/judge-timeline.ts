import { callAt, refTo, valueAt } from '../link/refs.ts'
import type { Context } from './context.ts'
import type { Hold } from './hold.ts'
import { safe, type Verdict } from './verdict.ts'
import { whileServing } from './while-serving.ts'

/**
 * `performance.mark('start')` for each event: the timeline of the process keeps every mark and measure, also those of one name, until
 * something clears them (measured: 75 to 165 B each, and what they carry as `detail`). Any clear of that kind in the program counts.
 */
export function judgeTimeline(context: Context, hold: Hold): Verdict {
  if (isOfPage(hold)) return safe('runs in a browser')
  if (isCleared(context, hold)) return safe('the program clears them')
  return whileServing(context, hold, confidence => ({
    hold, kind: 'timeline-grows', confidence, coverage: 'never', holder: 'the performance timeline', lifetime: 'process',
    event: context.program.events.of(hold.fn), subject: memberOf(hold), place: hold.place,
  }))
}

function isCleared({ program, releases }: Context, { row }: Hold): boolean {
  return releases.timeline.some(({ call }) => call !== undefined && program.types.rowsOf(call, 'release').some(({ symbol }) => row?.releasedBy?.includes(symbol)))
}

/** A page that ends takes its timeline along: its code speaks of `window` or `document`. */
const isOfPage = ({ fn: { file } }: Hold): boolean => file.values.some(value => value.kind === 'global' && (value.name === 'window' || value.name === 'document'))

/** `mark` or `measure`. */
function memberOf({ call }: Hold): string {
  const callee = valueAt(refTo(call!.file, callAt(call!).callee))
  return callee.kind === 'member' ? callee.property : 'mark'
}
