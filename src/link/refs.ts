import type { CallFacts, ClassFacts, FileFacts, FunctionFacts, Value } from '../facts/file-facts.ts'

/** An entry of one file's tables. Two refs are the same when `keyOf` gives the same text. */
export interface Ref {
  readonly file: FileFacts
  readonly id: number
}
export type ValueRef = Ref
export type FunctionRef = Ref
export type ClassRef = Ref
export type CallRef = Ref

export const refTo = (file: FileFacts, id: number): Ref => ({ file, id })
export const keyOf = (ref: Ref): string => `${ref.file.file}#${ref.id}`
export const isSame = (a: Ref, b: Ref): boolean => a.file === b.file && a.id === b.id

export const valueAt = (ref: ValueRef): Value => ref.file.values[ref.id]!
export const functionAt = (ref: FunctionRef): FunctionFacts => ref.file.functions[ref.id]!
export const classAt = (ref: ClassRef): ClassFacts => ref.file.classes[ref.id]!
export const callAt = (ref: CallRef): CallFacts => ref.file.calls[ref.id]!

/** The value of the n-th argument. */
export function argumentOf(call: CallRef, index: number): ValueRef | undefined {
  const id = callAt(call).args[index]
  return id === undefined ? undefined : refTo(call.file, id)
}

/** Which parameter of the function a variable is; -1 for any other, and for one of several that a pattern introduces. */
export const parameterIndex = (fn: FunctionRef, binding: number): number => functionAt(fn).params.findIndex(p => p.bindings.length === 1 && p.bindings[0] === binding)

/** The value below awaits, assignments and spreads that do not change it. */
export function stripped(ref: ValueRef): ValueRef {
  const value = valueAt(ref)
  if (value.kind === 'await' || value.kind === 'assigned') return stripped(refTo(ref.file, value.value))
  return ref
}

/** The function, and all functions around it, innermost first. */
export function* enclosing(ref: FunctionRef): Iterable<FunctionRef> {
  for (let id: number | null = ref.id; id !== null; id = ref.file.functions[id]!.parent) yield refTo(ref.file, id)
}

export function isInside(inner: FunctionRef, outer: FunctionRef): boolean {
  if (inner.file !== outer.file) return false
  const { functions } = inner.file
  // a function is numbered before those inside it
  for (let id: number | null = inner.id; id !== null && id >= outer.id; id = functions[id]!.parent) if (id === outer.id) return true
  return false
}
