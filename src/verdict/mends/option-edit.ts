import { argumentOf, callAt, refTo, valueAt, type CallRef } from '../../link/refs.ts'
import type { Edit } from '../finding.ts'

/** Adds an option to the object at an argument, or gives such an object as the next argument. */
export function optionEdit(call: CallRef, index: number, option: string): Edit | undefined {
  const { args, hasSpread, end, callee } = callAt(call), options = argumentOf(call, index)
  if (hasSpread) return undefined
  const value = options === undefined ? undefined : valueAt(options)
  if (value !== undefined) {
    if (value.kind !== 'object') return undefined
    const isEmpty = value.properties.length === 0 && value.spreads.length === 0
    return isEmpty ? { kind: 'replace', start: value.at, end: value.end, text: [`{ ${option} }`] } : { kind: 'replace', start: value.at + 1, end: value.at + 1, text: [` ${option},`] }
  }
  if (args.length !== index) return undefined
  if (index === 0) {
    // `new Cache` without parentheses has no place for it
    return end - valueAt(refTo(call.file, callee)).end < 2 ? undefined : { kind: 'replace', start: end - 1, end: end - 1, text: [`{ ${option} }`] }
  }
  const last = valueAt(refTo(call.file, args.at(-1)!)).end
  return { kind: 'replace', start: last, end: last, text: [`, { ${option} }`] }
}
