import { argumentOf, callAt, functionAt, isInside, keyOf, refTo, valueAt, type CallRef, type FunctionRef, type ValueRef } from '../link/refs.ts'
import type { Context } from './context.ts'
import type { Hold } from './hold.ts'
import { literalOf } from './listener-removal.ts'
import type { Release } from './releases.ts'

/** `response 'finish'`: the only thing upon which the hold is released, where that is an event that an aborted request does not emit. */
export function finishThatReleases(context: Context, hold: Hold, releases: readonly Release[]): string | undefined {
  const known: Known = new Map()
  return eventOfAll(releases, release => finishAround(context, hold, release.fn, known))
}

/** Per function what is known of it; `undefined` while it is asked, and where something else runs it. */
type Known = Map<string, string | undefined>

/** The event without which the function does not run: it is a listener for it, or only such listeners call it. */
function finishAround(context: Context, hold: Hold, fn: FunctionRef, known: Known): string | undefined {
  const { program } = context, key = keyOf(fn)
  if (known.has(key)) return known.get(key)
  known.set(key, undefined)
  // what acquires runs before; and of one file alone, others may call what it declares
  if (isInside(hold.fn, fn) || program.world !== 'whole program' && functionAt(fn).parent === 0) return undefined
  const upon = (call: CallRef): string | undefined => finishHeard(context, call) ?? finishAround(context, hold, refTo(call.file, callAt(call).fn), known)
  const passed = program.types.passedAt(fn).map(({ call }) => () => upon(call))
  const called = program.graph.callersOf(fn).filter(edge => edge.how === 'calls').map(edge => () => finishAround(context, hold, edge.from, known))
  const event = eventOfAll([...passed, ...called], ask => ask())
  known.set(key, event)
  return event
}

/** The event of the first, if every one has an event; the first that has none ends the search. */
function eventOfAll<T>(all: readonly T[], eventOf: (one: T) => string | undefined): string | undefined {
  let first: string | undefined
  for (const one of all) {
    const event = eventOf(one)
    if (event === undefined) return undefined
    first ??= event
  }
  return first
}

const LISTENING: ReadonlySet<string> = new Set(['on', 'once', 'addListener', 'prependListener', 'prependOnceListener'])

/** `res.on('finish', …)`, `req.on('end', …)` of a server: an abort emits `close` alone (measured). */
function finishHeard(context: Context, call: CallRef): string | undefined {
  const callee = valueAt(refTo(call.file, callAt(call).callee)), event = literalOf(argumentOf(call, 0))
  if (callee.kind !== 'member' || !LISTENING.has(callee.property) || event !== 'finish' && event !== 'end') return undefined
  const role = roleOf(context, refTo(call.file, callee.object))
  return role === 'response' || role === 'request' && event === 'end' ? `${role} '${event}'` : undefined
}

const RESPONSES: ReadonlySet<string> = new Set(['node:http#ServerResponse', 'node:http2#Http2ServerResponse'])
const REQUESTS: ReadonlySet<string> = new Set(['node:http#IncomingMessage', 'node:http2#Http2ServerRequest'])
type Role = 'request' | 'response'

/** Which side of a request that a server answers the value is; a client's response is neither. */
function roleOf(context: Context, ref: ValueRef): Role | undefined {
  const { program } = context, types = program.types.of(ref), all = types.flatMap(type => program.models.basesOf(type))
  if (all.some(type => RESPONSES.has(type))) return 'response'
  if (all.some(type => REQUESTS.has(type))) return isOfClient(context, ref, types) ? undefined : 'request'
  return types.length > 0 ? undefined : roleByConvention(ref)
}

/** Node.js has one type for what a server receives and for what a client does: the server's comes with a response, or from a framework. */
function isOfClient({ program }: Context, ref: ValueRef, types: readonly string[]): boolean {
  if (types[0] !== 'node:http#IncomingMessage') return false
  const value = valueAt(ref)
  if (value.kind === 'member') return !program.types.of(refTo(ref.file, value.object)).some(type => program.models.lifetimeOf(type) === 'event')
  return !parametersBeside(ref).some(({ bindings }) => bindings.some(id => {
    const at = ref.file.values.findIndex(other => other.kind === 'binding' && other.binding === id)
    return RESPONSE.test(ref.file.bindings[id]!.name) || at >= 0 && program.types.of(refTo(ref.file, at)).some(type => RESPONSES.has(type))
  }))
}

/** Of a plain `(req, res)` handler, as anyone writes it. */
function roleByConvention(ref: ValueRef): Role | undefined {
  const value = valueAt(ref), name = value.kind === 'binding' ? ref.file.bindings[value.binding]!.name : ''
  const names = parametersBeside(ref).map(parameter => parameter.name ?? '')
  if (RESPONSE.test(name) && names.some(other => REQUEST.test(other))) return 'response'
  return REQUEST.test(name) && names.some(other => RESPONSE.test(other)) ? 'request' : undefined
}

const REQUEST = /^_?(req|request)$/
const RESPONSE = /^_?(res|response|reply|rep)$/

/** The parameters of the function whose parameter the value is. */
function parametersBeside(ref: ValueRef): ReturnType<typeof functionAt>['params'] {
  const value = valueAt(ref), binding = value.kind === 'binding' ? ref.file.bindings[value.binding]! : undefined
  return binding?.kind === 'param' ? functionAt(refTo(ref.file, binding.fn)).params : []
}
