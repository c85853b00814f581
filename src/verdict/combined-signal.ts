import { keyOfPlace } from '../link/places.ts'
import { argumentOf, callAt, refTo, stripped, valueAt, type CallRef, type ValueRef } from '../link/refs.ts'
import type { Context } from './context.ts'

/** The signals of `AbortSignal.any([a, b])`, where the value is made so; none for any other signal. */
export function sourcesOfCombined(context: Context, signal: ValueRef): readonly ValueRef[] {
  const value = valueAt(stripped(signal)), at = (id: number): ValueRef => refTo(signal.file, id)
  switch (value.kind) {
    case 'binding': {
      const { kind, values } = signal.file.bindings[value.binding]!
      return kind === 'param' || values.length !== 1 ? [] : sourcesOfCombined(context, at(values[0]!))
    }
    // `a ? AbortSignal.any([a, own.signal]) : own.signal`
    case 'choice': return value.options.map(option => sourcesOfCombined(context, at(option))).find(sources => sources.length > 0) ?? []
    case 'call': return isCallOf(context, at(value.call), 'global#AbortSignal.any') ? elementsOf(argumentOf(at(value.call), 0)) : []
    default: return []
  }
}

const isCallOf = ({ program }: Context, call: CallRef, symbol: string): boolean => program.types.symbolsOf(refTo(call.file, callAt(call).callee)).includes(symbol)

/** `[a, b]`, `[a, b].filter(Boolean)`, or a variable that is one of these. */
function elementsOf(list: ValueRef | undefined): readonly ValueRef[] {
  const value = list === undefined ? undefined : valueAt(list)
  if (list === undefined || value === undefined) return []
  const at = (id: number): ValueRef => refTo(list.file, id)
  if (value.kind === 'array') return value.elements.map(at)
  if (value.kind === 'binding') {
    const { values } = list.file.bindings[value.binding]!
    return values.length === 1 ? elementsOf(at(values[0]!)) : []
  }
  const callee = value.kind === 'call' ? valueAt(at(callAt(at(value.call)).callee)) : undefined
  return callee?.kind === 'member' && callee.property === 'filter' ? elementsOf(at(callee.object)) : []
}

/** `AbortSignal.timeout(ms)`: it aborts, and is gone. */
export function isTimeoutSignal(context: Context, signal: ValueRef): boolean {
  const denoted = context.program.denotations.of(signal)
  return denoted.kind === 'call' && isCallOf(context, denoted.call, 'global#AbortSignal.timeout')
}

/** `own.signal`, where `own` is a variable of a function, and the file says `own.abort()`. */
export function isAbortedByFile({ program }: Context, signal: ValueRef): boolean {
  const { root, path } = program.places.of(signal)
  if (root.kind !== 'binding' || root.binding.id < 0 || path.at(-1) !== 'signal') return false
  const { file, id } = root.binding, { fn, kind } = file.bindings[id]!
  if (fn === 0 || kind === 'param') return false
  const controller = keyOfPlace({ root, path: path.slice(0, -1) })
  return file.calls.some(({ callee }) => {
    const called = file.values[callee]!
    return called.kind === 'member' && called.property === 'abort' && keyOfPlace(program.places.of(refTo(file, called.object))) === controller
  })
}
