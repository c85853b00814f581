import type { Program } from '../../link/program.ts'
import { argumentOf, callAt, valueAt } from '../../link/refs.ts'
import type { Defect } from '../defect.ts'
import type { Mend } from '../finding.ts'
import { optionEdit } from './option-edit.ts'

/** `fetch(url)` → `fetch(url, { signal: AbortSignal.timeout(10_000) })`. */
export function giveDeadline({ types }: Program, { hold: { call } }: Defect): Mend | undefined {
  const [row] = call === undefined ? [] : types.rowsOf(call, 'ask'), index = Number(/^arg\[(\d+)\]$/.exec(row?.options ?? '')?.[1] ?? NaN)
  if (call === undefined || row?.anyOf.includes('signal') !== true || !(index <= callAt(call).args.length)) return undefined
  const first = argumentOf(call, 0)
  // a request of its own may hold options
  if (index > 0 && (first === undefined || valueAt(first).kind === 'object')) return undefined
  const edit = optionEdit(call, index, 'signal: AbortSignal.timeout(10_000)')
  return edit === undefined ? undefined : { description: 'Give up after 10 seconds', edits: [edit] }
}
