import { callAt, refTo, valueAt, type CallRef } from './refs.ts'

/** `new Promise(…)`, also of a promise library under that name. */
export function isPromiseConstruction(call: CallRef): boolean {
  if (!callAt(call).isNew) return false
  const callee = valueAt(refTo(call.file, callAt(call).callee))
  if (callee.kind === 'global') return callee.name === 'Promise'
  return callee.kind === 'binding' && call.file.bindings[callee.binding]!.name === 'Promise'
}
