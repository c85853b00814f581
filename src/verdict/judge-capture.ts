import { callAt, functionAt, refTo, valueAt, type FunctionRef } from '../link/refs.ts'
import type { Context } from './context.ts'
import type { Hold } from './hold.ts'
import { numberOf } from './number-of.ts'
import { leak, type Verdict } from './verdict.ts'

/** A request that waits in a timer for this long is a hold that people notice: 10 s at 100 requests a second is 1,000 requests. */
const LONG = 10_000

/** A request, response or socket that a pending timer's closure keeps alive: V8 keeps all that any closure of the scope captures. */
export function judgeCapture(context: Context, hold: Hold): Verdict | undefined {
  if (hold.resource !== 'timeout' || hold.held === undefined || hold.call === undefined) return undefined
  const callback = context.program.types.functionOf(hold.held)
  const delay = callAt(hold.call).args[1]
  const milliseconds = delay === undefined ? undefined : numberOf(refTo(hold.fn.file, delay))
  if (callback === undefined || milliseconds === undefined || milliseconds < LONG) return undefined
  const event = context.program.events.of(hold.fn)
  if (event.kind !== 'request' || hold.handle !== undefined && context.releases.timers.length > 0 && isCleared(context, hold)) return undefined
  const kept = functionAt(callback).retains.find(id => isOfRequest(context, refTo(callback.file, id)))
  if (kept === undefined) return undefined
  const { name } = callback.file.bindings[kept]!
  return leak({ hold, kind: 'request-captured', severity: 'warning', confidence: event.confidence, coverage: 'never', holder: 'the event loop', lifetime: 'process', event, subject: `\`${name}\` for ${milliseconds / 1000} s`, place: hold.place })
}

function isCleared(context: Context, hold: Hold): boolean {
  return context.releases.timers.some(r => r.handle !== undefined && r.fn.file === hold.fn.file && JSON.stringify(context.program.places.of(r.handle).path) === JSON.stringify(hold.handle!.path) && context.program.places.of(r.handle).root.kind === hold.handle!.root.kind)
}

/** A parameter of a handler that is a request, a response or a context. */
function isOfRequest(context: Context, binding: FunctionRef): boolean {
  const facts = binding.file.bindings[binding.id]!
  if (facts.kind !== 'param' || context.program.events.of(refTo(binding.file, facts.fn)).kind !== 'request') return false
  const value = facts.values[0] === undefined ? undefined : valueAt(refTo(binding.file, facts.values[0]))
  if (value?.kind !== 'param') return false
  const types = context.program.types.of(refTo(binding.file, facts.values[0]!))
  if (types.length > 0) return types.some(key => context.program.models.lifetimeOf(key) === 'event')
  return /^_?(req|res|request|response|reply|ctx)$/.test(facts.name)
}
