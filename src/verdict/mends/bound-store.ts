import type { Program } from '../../link/program.ts'
import type { Defect } from '../defect.ts'
import type { Mend } from '../finding.ts'
import { optionEdit } from './option-edit.ts'

/** A number of entries that is small beside any heap, and large enough to be worth a cache. */
const ENTRIES = 1000

/** `new LRUCache({ ttl })` → `new LRUCache({ max: 1000, ttl })`. */
export function boundStore({ types }: Program, { hold: { call } }: Defect): Mend | undefined {
  const [row] = call === undefined ? [] : types.rowsOf(call, 'bound'), index = Number(/^arg\[(\d+)\]$/.exec(row?.options ?? '')?.[1] ?? NaN)
  if (call === undefined || row?.limit === undefined || Number.isNaN(index)) return undefined
  const edit = optionEdit(call, index, `${row.limit}: ${ENTRIES}`)
  return edit === undefined ? undefined : { description: `Keep at most ${ENTRIES} entries`, edits: [edit] }
}
