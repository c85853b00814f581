import type { FileFacts } from '../facts/file-facts.ts'
import { RefCache } from './ref-cache.ts'
import { refTo, valueAt, type CallRef, type FunctionRef, type ValueRef } from './refs.ts'

/** Where a function is handed to a call: as which argument, and as which property of it. */
export interface Passed {
  readonly call: CallRef
  readonly index: number
  readonly property?: string
}

/** Every function that is an argument, an element or a property of an argument, with the calls that get it. */
export function indexPassed(files: readonly FileFacts[], functionOf: (value: ValueRef) => FunctionRef | undefined): RefCache<Passed[]> {
  const index = new RefCache<Passed[]>()
  const note = (value: ValueRef, passed: Passed) => {
    const kind = valueAt(value).kind
    if (kind === 'literal' || kind === 'computed' || kind === 'unknown' || kind === 'array') return
    const fn = functionOf(value)
    if (fn === undefined) return
    const list = index.get(fn)
    if (list === undefined) index.set(fn, [passed])
    else list.push(passed)
  }
  for (const file of files) {
    for (const call of file.calls) {
      call.args.forEach((arg, i) => {
        const passed = { call: refTo(file, call.id), index: i }
        const value = file.values[arg]!
        if (value.kind === 'object') for (const p of value.properties) { if (p.key !== null) note(refTo(file, p.value), { ...passed, property: p.key }) }
        else if (value.kind === 'array') for (const e of value.elements) note(refTo(file, e), passed)
        else note(refTo(file, arg), passed)
      })
    }
  }
  return index
}
