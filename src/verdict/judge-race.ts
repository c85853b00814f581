import { isTeardownName } from '../link/naming.ts'
import { argumentOf, callAt, functionAt, isInside, refTo, stripped, valueAt, type CallRef, type FunctionRef, type ValueRef } from '../link/refs.ts'
import type { Context } from './context.ts'
import type { Hold } from './hold.ts'
import { holdOfCall, PROCESS } from './hold-of-call.ts'
import { leak, type Verdict } from './verdict.ts'

const SLEEPS: ReadonlySet<string> = new Set(['node:timers/promises#setTimeout'])

/** `Promise.race([work, sleep(ms)])`: a sleep has no handle, so it stays until it is over when the work wins. */
export function judgeRace(context: Context, call: CallRef): Verdict | undefined {
  const callee = valueAt(refTo(call.file, callAt(call).callee))
  if (callee.kind !== 'member' || callee.property !== 'race') return undefined
  const list = argumentOf(call, 0)
  const elements = list === undefined ? undefined : valueAt(list)
  if (elements?.kind !== 'array' || elements.elements.length < 2) return undefined
  const event = context.program.events.of(refTo(call.file, callAt(call).fn))
  if (event.kind === 'once' || event.kind === 'unknown' || isTeardownName(functionAt(refTo(call.file, callAt(call).fn)).name)) return undefined
  for (const element of elements.elements) {
    const sleep = sleepIn(context, refTo(call.file, element))
    if (sleep === undefined) continue
    const hold: Hold = { ...holdOfCall(sleep), resource: 'timeout', place: PROCESS }
    return leak({ hold, kind: 'timeout-kept', severity: 'warning', confidence: event.confidence === 'certain' ? 'certain' : 'likely', coverage: 'never', holder: 'the event loop', lifetime: 'process', event, subject: 'sleep', place: hold.place })
  }
  return undefined
}

/** The sleep that an element of the race waits for, also below `.then(…)`. */
function sleepIn(context: Context, ref: ValueRef): CallRef | undefined {
  const value = valueAt(stripped(ref))
  if (value.kind !== 'call') return undefined
  const call = refTo(ref.file, value.call)
  const callee = valueAt(refTo(ref.file, callAt(call).callee))
  if (callee.kind === 'member' && callee.property === 'then') return sleepIn(context, refTo(ref.file, callee.object))
  if (context.program.types.symbolsOf(refTo(ref.file, callAt(call).callee)).some(key => SLEEPS.has(key))) return callAt(call).args.length > 2 ? undefined : call
  if (isPromisified(context, refTo(ref.file, callAt(call).callee))) return call
  return context.program.graph.calleesOf(call).some(fn => isSleep(context, fn)) ? call : undefined
}

/** `const sleep = promisify(setTimeout)`. */
function isPromisified({ program }: Context, callee: ValueRef): boolean {
  const denoted = program.denotations.of(callee)
  if (denoted.kind !== 'call' || !program.types.symbolsOf(refTo(denoted.call.file, callAt(denoted.call).callee)).includes('node:util#promisify')) return false
  const wrapped = argumentOf(denoted.call, 0)
  const value = wrapped === undefined ? undefined : valueAt(wrapped)
  return value?.kind === 'global' && value.name === 'setTimeout'
}

/** `ms => new Promise(resolve => setTimeout(resolve, ms))`: nothing but that. What sleeps between two attempts does work. */
function isSleep(context: Context, fn: FunctionRef): boolean {
  if (functionAt(fn).params.length > 1 || functionAt(fn).flow.nodes.filter(({ kind }) => kind === 'await').length > 1) return false
  return context.holds.some(hold => hold.resource === 'timeout' && hold.handle === undefined && isInside(hold.fn, fn) && hold.held !== undefined && isResolve(hold))
}

function isResolve(hold: Hold): boolean {
  const value = valueAt(hold.held!)
  return value.kind === 'binding' && functionAt(hold.fn).params[0]?.bindings.includes(value.binding) === true
}
