import { argumentOf, callAt, enclosing, isInside, refTo, stripped, valueAt, type CallRef, type ValueRef } from '../link/refs.ts'
import type { AskRow } from '../models/row.ts'
import type { Context } from './context.ts'
import { weakest } from './frequency.ts'
import { optionsAt } from './given-options.ts'
import type { Hold } from './hold.ts'
import { holdOfCall, PROCESS } from './hold-of-call.ts'
import { textOf } from './source-text.ts'
import { leak, safe, unknown, type Verdict } from './verdict.ts'

const HANDLED: ReadonlySet<string> = new Set(['request', 'message', 'job'])

/**
 * A call of another server in a handler, without a signal or a timeout: while that server does not answer, the event and all it holds stay
 * (measured: a fetch that nobody aborts holds its socket and 22 KB until the server answers). Only where the options are seen.
 */
export function judgeDeadline(context: Context, call: CallRef): Verdict | undefined {
  const { program } = context
  const [row] = program.types.rowsOf(call, 'ask')
  if (row === undefined) return undefined
  const fn = refTo(call.file, callAt(call).fn), event = program.events.of(fn)
  if (!HANDLED.has(event.kind) || event.confidence === 'possible') return unknown('whether an event waits for it')
  const given = keysGiven(context, call, row)
  if (given === undefined) return unknown('what the options say')
  if (row.anyOf.some(key => given.has(key))) return safe('a signal or a timeout')
  if (row.chained?.some(name => isCalledOn(call.file, callAt(call).value, name)) === true) return safe('a timeout')
  if (isPassedOn(call.file, callAt(call).value)) return unknown('who waits for it')
  if (row.defaults !== undefined && isSetForAll(context, row.defaults) || isTimed(call)) return safe('a timeout elsewhere')
  const facts = callAt(call), subject = textOf(program, refTo(call.file, facts.callee))
  const hold: Hold = { ...holdOfCall(call), resource: 'resource', place: PROCESS }
  return leak({ hold, kind: 'wait-unbounded', confidence: weakest(event.confidence, 'likely'), coverage: 'never', holder: subject, lifetime: 'event', event, subject, place: hold.place, missing: [...row.anyOf, ...(row.chained ?? []).map(name => `.${name}()`)].map(key => `\`${key}\``).join(' or ') })
}

/** The names of the options; undefined where an argument may hold options that are not seen. */
function keysGiven(context: Context, call: CallRef, row: AskRow): ReadonlySet<string> | undefined {
  const { args, hasSpread } = callAt(call), last = Number(/^arg\[(\d+)\]$/.exec(row.options)?.[1] ?? 0)
  if (hasSpread || args.length === 0) return undefined
  const keys = new Set<string>()
  for (const index of new Set([0, last])) {
    const argument = argumentOf(call, index)
    if (argument === undefined || context.program.types.functionOf(argument) !== undefined) continue
    if (index === 0 && isAddress(context, argument)) continue
    const options = optionsAt(context, argument)
    if (options === undefined || !options.isSeen) return undefined
    for (const key of options.keys) keys.add(key)
  }
  return keys
}

/** A text or a URL: it has no options of its own. */
function isAddress(context: Context, ref: ValueRef): boolean {
  const at = stripped(ref), value = valueAt(at), inner = (id: number): boolean => isAddress(context, refTo(at.file, id))
  switch (value.kind) {
    case 'literal': return typeof value.value === 'string'
    case 'computed': return value.operator === 'template' || value.operator === '+'
    case 'choice': return value.options.every(inner)
    case 'binding': {
      const { type, values, kind } = at.file.bindings[value.binding]!
      return type !== undefined && TEXT.has(type.name) || kind !== 'param' && values.length === 1 && inner(values[0]!)
    }
    default: return context.program.types.of(at).some(type => type === 'global#String' || type === 'global#URL')
  }
}

const TEXT: ReadonlySet<string> = new Set(['string', 'URL'])

/** `Promise.race([fetch(url), timeout])`, `within(1000, fetch(url))`: another function may bound the wait. */
function isPassedOn(file: CallRef['file'], id: number): boolean {
  if (file.calls.some(({ args }) => args.includes(id)) || file.values.some(value => value.kind === 'array' && value.elements.includes(id))) return true
  const chained = file.calls.find(({ callee }) => { const called = file.values[callee]!; return called.kind === 'member' && called.object === id })
  return chained !== undefined && isPassedOn(file, chained.value)
}

/** `get(url).set(…).timeout(1000)`, also on the variable that it is kept in. */
function isCalledOn(file: CallRef['file'], id: number, name: string): boolean {
  const names = new Set(file.bindings.flatMap((binding, at) => binding.values.includes(id) ? [at] : []))
  const isIt = (of: number): boolean => { const value = file.values[of]!; return of === id || value.kind === 'binding' && names.has(value.binding) }
  return file.calls.some(({ callee, value }) => {
    const called = file.values[callee]!
    return called.kind === 'member' && isIt(called.object) && (called.property === name || isCalledOn(file, value, name))
  })
}

/** `axios.defaults.timeout = 5000`, `setGlobalDispatcher(…)`, anywhere in the program. */
function isSetForAll({ program }: Context, name: string): boolean {
  return program.files.some(file => file.values.some(value => value.kind === 'member' && value.property === name) || file.imports.some(imported => imported.name === name))
}

/** `asked.setTimeout(…)`, `asked.on('timeout', …)`, `asked.on('socket', …)` in the function around. */
function isTimed({ file, id }: CallRef): boolean {
  const scope = [...enclosing(refTo(file, file.calls[id]!.fn))].at(-2)
  return scope !== undefined && file.calls.some(({ fn, callee, args: [first] }) => {
    const called = file.values[callee]!, event = first === undefined ? undefined : file.values[first]!
    return called.kind === 'member' && isInside(refTo(file, fn), scope) && (called.property === 'setTimeout' || event?.kind === 'literal' && (event.value === 'timeout' || event.value === 'socket'))
  })
}
