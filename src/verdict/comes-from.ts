import type { Program } from '../link/program.ts'
import { argumentOf, callAt, functionAt, isSame, refTo, stripped, valueAt, type ValueRef } from '../link/refs.ts'

/** So many steps back are followed, and so many ways at each. */
const DEPTH = 8
const WIDTH = 8

/**
 * Whether some way leads to the value from one of which `isSource` says yes: through variables, fields, parameters and what functions return, over
 * all callers and implementations that the program has.
 */
export function comesFrom(program: Program, value: ValueRef, isSource: (value: ValueRef) => boolean): boolean {
  const seen: ValueRef[] = []

  function from(ref: ValueRef, depth: number): boolean {
    const at = stripped(ref)
    if (depth > DEPTH || seen.some(other => isSame(other, at))) return false
    seen.push(at)
    return isSource(at) || stepsBack(at).slice(0, WIDTH).some(step => from(step, depth + 1))
  }

  function stepsBack(at: ValueRef): readonly ValueRef[] {
    const found = valueAt(at), { file } = at
    switch (found.kind) {
      case 'binding': return file.bindings[found.binding]!.values.map(id => refTo(file, id))
      case 'choice': return found.options.map(id => refTo(file, id))
      case 'param': return found.rest ? [] : program.graph.callersOf(refTo(file, found.fn)).flatMap(({ how, call }) => how === 'passes' ? [] : argumentOf(call, found.index) ?? [])
      case 'member': {
        const owner = program.denotations.of(refTo(file, found.object))
        return owner.kind === 'instance' ? program.denotations.fieldValuesOf(owner.cls, found.property) : []
      }
      case 'call': {
        const call = refTo(file, found.call)
        return callAt(call).isNew ? [] : program.graph.calleesOf(call).flatMap(fn => functionAt(fn).returns.map(id => refTo(fn.file, id)))
      }
      default: return []
    }
  }

  return from(value, 0)
}
