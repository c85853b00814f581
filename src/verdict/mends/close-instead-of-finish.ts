import type { Program } from '../../link/program.ts'
import { argumentOf, callAt, refTo, valueAt } from '../../link/refs.ts'
import type { Defect } from '../defect.ts'
import type { Mend } from '../finding.ts'

/** `res.on('finish', release)` → `res.on('close', release)`: a response closes whatever way it ends. */
export function closeInsteadOfFinish({ types }: Program, { release }: Defect): Mend | undefined {
  const [passed, ...others] = release === undefined ? [] : types.passedAt(release.fn)
  if (passed === undefined || others.length > 0) return undefined
  const callee = valueAt(refTo(passed.call.file, callAt(passed.call).callee)), event = argumentOf(passed.call, 0), value = event === undefined ? undefined : valueAt(event)
  if (passed.call.file !== release!.fn.file || callee.kind !== 'member' || value?.kind !== 'literal' || value.value !== 'finish' && value.value !== 'end') return undefined
  return { description: `Release on 'close', which comes after an abort too`, edits: [{ kind: 'replace', start: value.at + 1, end: value.end - 1, text: ['close'] }] }
}
