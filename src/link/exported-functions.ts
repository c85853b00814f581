import type { FileFacts, MemberFacts } from '../facts/file-facts.ts'
import type { Denotations } from './denotations.ts'
import { callAt, classAt, functionAt, keyOf, refTo, valueAt, type CallRef, type FunctionRef } from './refs.ts'
import type { Types } from './types.ts'

/** From an exported function or class to what it gives, and to what that gives: `createPool()`, `pool.query()`, `query.stream()`. */
const HANDED_ON = 2

/** What importers have no business to call: by the language, or by the underscore. */
export const isPrivate = ({ isPrivate, name }: Pick<MemberFacts, 'isPrivate' | 'name'>): boolean => isPrivate === true || name.startsWith('_')

/** The values of a variable that is given one in each branch. */
const alternatives = ({ values, bindings }: FileFacts, id: number): readonly number[] => {
  const value = values[id]!
  return value.kind === 'binding' && bindings[value.binding]!.values.length > 1 ? bindings[value.binding]!.values : [id]
}

/** The functions that importers of a file can call: exported ones, methods of exported classes and objects, what exported factories return. */
export function* exportedFunctions(file: FileFacts, denotations: Denotations, types: Types): Iterable<FunctionRef> {
  const seen = new Set<string>()
  for (const exported of file.exports) {
    if (exported.value === undefined) continue
    yield* functionsOfExport(refTo(file, exported.value))
  }

  function* functionsOfExport(value: CallRef): Iterable<FunctionRef> {
    const denoted = denotations.of(value)
    if (denoted.kind === 'function') {
      yield denoted.fn
      yield* returnedFunctions(denoted.fn, 0)
      const { cls } = functionAt(denoted.fn)
      if (cls !== null && functionAt(denoted.fn).kind === 'constructor') yield* methodsOf(refTo(denoted.fn.file, cls))
    } else if (denoted.kind === 'class' || denoted.kind === 'instance') yield* methodsOf(denoted.cls)
    else if (denoted.kind === 'call') yield* wrappedFunctions(denoted.call)
    else if (denoted.kind === 'value' && valueAt(denoted.value).kind === 'object') {
      const object = valueAt(denoted.value)
      if (object.kind === 'object') for (const p of object.properties) yield* functionsOfExport(refTo(denoted.value.file, p.value))
    }
  }

  /** `export const loader = createLoader(async request => {…})`: what is wrapped is called when the export is. */
  function* wrappedFunctions(call: CallRef): Iterable<FunctionRef> {
    if (callAt(call).isNew) return
    for (const arg of callAt(call).args) {
      const value = refTo(call.file, arg)
      const fn = types.functionOf(value)
      if (fn !== undefined) yield fn
      else if (denotations.of(value).kind === 'class') yield* functionsOfExport(value)
    }
  }

  /** A factory gives its caller functions: they are API too. */
  function* returnedFunctions(fn: FunctionRef, depth: number): Iterable<FunctionRef> {
    if (depth > HANDED_ON) return
    for (const id of functionAt(fn).returns.flatMap(id => alternatives(fn.file, id))) {
      const denoted = denotations.of(refTo(fn.file, id))
      if (denoted.kind === 'function') yield denoted.fn
      else if (denoted.kind === 'instance') yield* methodsOf(denoted.cls, depth + 1)
      else if (denoted.kind === 'value') {
        const object = valueAt(denoted.value)
        if (object.kind !== 'object') continue
        for (const p of object.properties) {
          const inner = types.functionOf(refTo(denoted.value.file, p.value))
          if (inner !== undefined) yield inner
        }
      }
    }
  }

  function* methodsOf(cls: FunctionRef, depth = 0): Iterable<FunctionRef> {
    if (seen.has(keyOf(cls))) return
    seen.add(keyOf(cls))
    for (const owner of denotations.lineageOf(cls)) {
      const { constructor, members } = classAt(owner)
      if (constructor !== null) yield refTo(owner.file, constructor)
      for (const member of members) {
        if (member.fn === undefined) continue
        const method = refTo(owner.file, member.fn)
        yield method
        if (isPrivate(member)) continue
        // `const query = connection.query(…)`, `query.stream()`: what a method makes for its caller
        if (depth < HANDED_ON) yield* returnedFunctions(method, depth + 1)
      }
    }
  }
}
