import { argumentOf, callAt, refTo, stripped, valueAt, type CallRef, type ValueRef } from '../link/refs.ts'
import { lastNameOf } from '../models/symbol-key.ts'
import type { LabelRow } from '../models/row.ts'
import type { Context } from './context.ts'
import { eventDataIn } from './event-data.ts'
import { weakest } from './frequency.ts'
import type { Hold } from './hold.ts'
import { holdOfCall, PROCESS } from './hold-of-call.ts'
import { textOf } from './source-text.ts'
import { leak, safe, type Verdict } from './verdict.ts'

/**
 * A label of a metric, or the name of a logger, that is data of the event: a registry keeps an entry for each different one (measured with
 * prom-client: 140 to 190 B for a counter, 520 B for a histogram, 780 B for a summary).
 */
export function judgeLabel(context: Context, call: CallRef): Verdict | undefined {
  const { program } = context
  const row = labelRow(context, call)
  if (row === undefined) return undefined
  const fn = refTo(call.file, callAt(call).fn), event = program.events.of(fn)
  if (event.kind === 'once') return safe(event.label)
  for (const { name, value } of labelsOf(context, call, row.labels)) {
    const data = eventDataIn(program, value)
    if (data === undefined || isFixedHere(context, call, data)) continue
    if (isTakenOut(context, row)) return safe('taken out again')
    const callee = valueAt(refTo(call.file, callAt(call).callee))
    const hold: Hold = { ...holdOfCall(call), resource: 'collection', place: PROCESS, isCache: true }
    const holder = callee.kind === 'member' ? textOf(program, refTo(call.file, callee.object)) : textOf(program, refTo(call.file, callAt(call).callee))
    const confidence = row.isCapped === true || event.kind === 'unknown' || event.isUnseen === true ? 'possible' : weakest(event.confidence, 'likely')
    return leak({ hold, kind: 'label-grows', confidence, coverage: 'never', holder, lifetime: 'process', event, subject: `${row.grows}${name === undefined ? '' : ` \`${name}\``}`, missing: textOf(program, data), place: hold.place })
  }
  return undefined
}

/** Of the call, or of the call whose result is called: `const end = metric.startTimer(); end({ path })`. */
function labelRow({ program }: Context, call: CallRef): LabelRow | undefined {
  const [own] = program.types.rowsOf(call, 'label')
  if (own !== undefined) return own
  const callee = valueAt(refTo(call.file, callAt(call).callee))
  const [made, ...others] = callee.kind === 'binding' ? call.file.bindings[callee.binding]!.values : callee.kind === 'call' ? [callAt(call).callee] : []
  const maker = made === undefined || others.length > 0 ? undefined : valueAt(refTo(call.file, made))
  const [row] = maker?.kind === 'call' ? program.types.rowsOf(refTo(call.file, maker.call), 'label') : []
  return row?.isCurried === true ? row : undefined
}

/** `if (req.url === '/metrics') …`: one value. */
function isFixedHere({ program }: Context, { file, id }: CallRef, data: ValueRef): boolean {
  const text = textOf(program, data)
  return file.calls[id]!.guards.some(({ test, negated }) => {
    const value = file.values[test]!
    return !negated && value.kind === 'computed' && (value.operator === '===' || value.operator === '==') && value.parts.some(part => textOf(program, refTo(file, part)) === text)
  })
}

interface Label {
  readonly name?: string
  readonly value: ValueRef
}

/** The texts that are given, or those in an object of them. */
function labelsOf({ program }: Context, call: CallRef, path: string): readonly Label[] {
  const [, from, rest, member] = /^arg\[(\d+)(\.\.)?\](?:\.(\w+))?$/.exec(path) ?? []
  const index = Number(from), { args } = callAt(call)
  const given = rest === undefined ? [argumentOf(call, index)] : args.map((_, i) => argumentOf(call, i)).slice(index)
  return given.flatMap(ref => {
    if (ref === undefined) return []
    const denoted = program.denotations.of(ref), made = denoted.kind === 'value' ? denoted.value : stripped(ref), value = valueAt(made)
    if (value.kind !== 'object') return member === undefined ? [{ value: ref }] : []
    const chosen = value.properties.filter(p => p.key !== null && (member === undefined || p.key === member))
    return chosen.map(p => ({ ...(member === undefined ? { name: p.key! } : {}), value: refTo(made.file, p.value) }))
  })
}

/** Somewhere entries are removed, or all are reset. */
function isTakenOut({ program }: Context, { releasedBy = [] }: LabelRow): boolean {
  const names = new Set(releasedBy.map(lastNameOf))
  return program.files.some(file => file.calls.some(({ callee, fn }) => {
    const called = file.values[callee]!
    return called.kind === 'member' && names.has(called.property) && program.events.of(refTo(file, fn)).kind !== 'once' && program.types.symbolsOf(refTo(file, callee)).some(symbol => releasedBy.includes(symbol.replace('#default.', '#')) || symbol.endsWith(`register.${called.property}`))
  }))
}
