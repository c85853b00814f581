import { argumentOf, callAt, functionAt, refTo, valueAt, type CallRef, type ValueRef } from '../link/refs.ts'
import { lastNameOf } from '../models/symbol-key.ts'
import type { BoundRow } from '../models/row.ts'
import type { Context } from './context.ts'
import { outlivesScope } from './frequency.ts'
import type { Hold } from './hold.ts'
import { holdOfCall } from './hold-of-call.ts'
import { leak, type Verdict } from './verdict.ts'

/** A cache or store of a library that is made without the option that bounds it. */
export function judgeBound(context: Context, call: CallRef): Verdict | undefined {
  const { program } = context
  const row = program.types.rowsOf(call, 'bound')[0]
  if (row === undefined) return undefined
  const event = program.events.of(refTo(call.file, callAt(call).fn))
  if (row.isPerEvent === true && event.kind !== 'once') return undefined
  const index = Number(/^arg\[(\d+)\]$/.exec(row.options)?.[1] ?? 0)
  const options = argumentOf(call, index)
  if (options === undefined) {
    if (row.boundedByDefault === true || row.isRequired === true) return undefined
  } else {
    const denoted = program.denotations.of(options)
    const object = denoted.kind === 'value' ? valueAt(denoted.value) : undefined
    if (object?.kind !== 'object' || object.spreads.length > 0) return undefined
    const bounds = object.properties.filter(p => p.key === null || row.anyOf.includes(p.key))
    if (denoted.kind !== 'value' || bounds.some(p => p.key === null || !isEndless(refTo(denoted.value.file, p.value)))) return undefined
    if (row.isRequired === true && bounds.length === 0) return undefined
    if (isFilledLater(denoted.value.file, denoted.value.id, row.anyOf)) return undefined
  }
  if (isPassing(context, call) || isOfNoArguments(context, call) || isClearedAgain(context, row)) return undefined
  const hold: Hold = { ...holdOfCall(call), resource: 'collection', place: { root: { kind: 'result', call }, path: [] }, isCache: true }
  return leak({ hold, kind: 'store-grows', confidence: 'likely', coverage: 'never', holder: row.grows, lifetime: 'process', event, subject: row.anyOf.length === 0 ? 'a bound' : row.anyOf.map(o => `\`${o}\``).join(' or '), place: hold.place })
}

/** `max: Infinity`. */
function isEndless(ref: ValueRef): boolean {
  const value = valueAt(ref)
  return value.kind === 'global' && value.name === 'Infinity' || value.kind === 'member' && value.property === 'POSITIVE_INFINITY'
}

/** `const parse = memoize(parseText)` in a function, for its own use: the cache goes with it. */
function isPassing({ program }: Context, { file, id }: CallRef): boolean {
  const { value, fn } = file.calls[id]!
  const local = file.bindings.find(binding => binding.values.length === 1 && binding.values[0] === value)
  if (fn === 0 || local === undefined || local.fn !== fn) return false
  const isGivenAway = file.functions[fn]!.returns.some(at => mentions(file, at, local)) || file.writes.some(write => write.value !== undefined && mentions(file, write.value, local) && file.values[write.target]!.kind === 'member')
  return !isGivenAway && !local.capturedBy.some(inner => outlivesScope(program, refTo(file, inner), refTo(file, fn)))
}

function mentions({ values, bindings }: CallRef['file'], id: number, local: CallRef['file']['bindings'][number]): boolean {
  const value = values[id]!
  if (value.kind === 'binding') return bindings[value.binding] === local
  return value.kind === 'object' && value.properties.some(({ value: given }) => { const part = values[given]!; return part.kind === 'binding' && bindings[part.binding] === local })
}

/** `memoize(() => loadSettings())`: one entry. */
function isOfNoArguments({ program }: Context, call: CallRef): boolean {
  const [only] = callAt(call).isNew ? [] : [argumentOf(call, 0)]
  const fn = only === undefined ? undefined : program.types.functionOf(only)
  return fn !== undefined && functionAt(fn).params.length === 0
}

/** `loader.clearAll()` in code that runs again and again. */
function isClearedAgain({ program }: Context, { clearedBy = [] }: BoundRow): boolean {
  const names = new Set(clearedBy.map(lastNameOf))
  return names.size > 0 && program.files.some(file => file.calls.some(({ callee, fn }) => {
    const called = file.values[callee]!
    return called.kind === 'member' && names.has(called.property) && program.events.of(refTo(file, fn)).kind !== 'once' && program.types.symbolsOf(refTo(file, callee)).some(symbol => clearedBy.includes(symbol))
  }))
}

/** `options.store = …` after the literal. */
function isFilledLater(file: CallRef['file'], object: number, names: readonly string[]): boolean {
  return file.writes.some(write => {
    const target = file.values[write.target]!
    if (target.kind !== 'member' || !names.includes(target.property)) return false
    const owner = file.values[target.object]!
    return owner.kind === 'binding' && file.bindings[owner.binding]!.values.includes(object)
  })
}
