import type { FileFacts } from '../facts/file-facts.ts'
import type { EventOf } from '../link/events.ts'
import { argumentOf, callAt, functionAt, keyOf, refTo, valueAt, type CallRef, type FunctionRef } from '../link/refs.ts'
import type { Context } from './context.ts'
import { weakest } from './frequency.ts'
import type { Hold } from './hold.ts'
import { holdOfCall, PROCESS } from './hold-of-call.ts'
import { textOf } from './source-text.ts'
import { leak, safe, unknown, type Verdict } from './verdict.ts'

const SNAPSHOTS: ReadonlySet<string> = new Set(['node:v8#writeHeapSnapshot', 'node:v8#getHeapSnapshot'])
/** It listens on this machine alone, unless it is told a host. */
const INSPECTOR = 'node:inspector#open'
const LOOPBACK: ReadonlySet<unknown> = new Set(['127.0.0.1', '::1', 'localhost'])
/** What a request is asked for; all else that a test asks may be who asks. */
const ADDRESS: ReadonlySet<string> = new Set(['url', 'originalUrl', 'path', 'pathname', 'method', 'headersSent'])
/** Members by which code that sees every request is added. */
const ADDING: ReadonlySet<string> = new Set(['use', 'addHook', 'register', 'useGlobalGuards', 'ext', 'auth', 'all', 'param'])

/**
 * A heap snapshot that whoever sends a request can have: it stops the process for seconds, takes as much memory again, and holds every
 * secret that is in memory. Only where nothing between the entry point and the snapshot can be a check of who asks: no other handler, no
 * test but of the address, no function that is given the request.
 */
export function judgeSnapshot(context: Context, call: CallRef): Verdict | undefined {
  const { program } = context, facts = callAt(call)
  const symbols = program.types.symbolsOf(refTo(call.file, facts.callee))
  if (!symbols.some(symbol => SNAPSHOTS.has(symbol)) && !(symbols.includes(INSPECTOR) && isOpenToAll(call))) return undefined
  const fn = refTo(call.file, facts.fn), event = program.events.of(fn)
  if (event.kind !== 'request') return safe(event.label)
  if (event.entry === undefined || hasOtherHandler(context, event) || isForThisMachine(context)) return unknown('who can ask')
  const chain = program.events.chainOf(fn).filter(edge => edge.how === 'calls')
  const steps = [...chain.map(({ from, call: at }) => ({ fn: from, call: at })), { fn, call }]
  if (steps.some(step => mayCheck(context, step.fn, step.call))) return safe('a check of who asks')
  const hold: Hold = { ...holdOfCall(call), resource: 'resource', place: PROCESS }
  const subject = textOf(program, refTo(call.file, facts.callee))
  return leak({ hold, kind: 'snapshot-exposed', confidence: weakest(event.confidence, 'likely'), coverage: 'never', holder: 'the process', lifetime: 'process', event, subject, place: hold.place })
}

/** `inspector.open(9229, '0.0.0.0')`. */
function isOpenToAll(call: CallRef): boolean {
  const host = argumentOf(call, 1), value = host === undefined ? undefined : valueAt(host)
  return value?.kind === 'literal' && typeof value.value === 'string' && !LOOPBACK.has(value.value)
}

/** Handlers beside this one, of the route or of all routes: any of them may turn people away. */
function hasOtherHandler({ program }: Context, { entry }: EventOf): boolean {
  if (entry === undefined || callAt(entry).decorates !== undefined) return true
  const { args } = callAt(entry)
  if (args.filter(id => { const value = entry.file.values[id]!; return value.kind !== 'literal' && !(value.kind === 'object' && value.properties.length === 0) }).length > 1) return true
  return program.files.some(file => !file.isTest && file.calls.some(call => {
    const called = file.values[call.callee]!
    return called.kind === 'member' && ADDING.has(called.property) && call.args.some(id => !isHarmless(file, id))
  }))

  /** A path; a parser or a router of the framework itself. */
  function isHarmless(file: FileFacts, id: number): boolean {
    const value = file.values[id]!
    if (value.kind === 'literal') return true
    const symbols = value.kind === 'call' ? program.types.symbolsOf(refTo(file, file.calls[value.call]!.callee)) : []
    return symbols.length > 0 && symbols.every(symbol => symbol.startsWith('express#'))
  }
}

/** A server of the program listens on the loopback address. */
function isForThisMachine({ program }: Context): boolean {
  return program.files.some(file => file.calls.some(({ callee, args }) => {
    const called = file.values[callee]!
    return called.kind === 'member' && called.property === 'listen' && args.some(id => isLoopback(file, id))
  }))
}

function isLoopback(file: FileFacts, id: number): boolean {
  const value = file.values[id]!
  if (value.kind === 'object') return value.properties.some(p => p.key === 'host' && isLoopback(file, p.value))
  // a host that is configured may be this one
  return value.kind === 'literal' && LOOPBACK.has(value.value)
}

/** Before the call the function tests something else than the address, or gives the request to someone. */
function mayCheck({ program }: Context, fn: FunctionRef, call: CallRef): boolean {
  const { file } = fn, before = callAt(call).at, { flow, params } = functionAt(fn)
  const request = new Set(params[0]?.bindings ?? [])
  const isRequest = (id: number): boolean => { const value = file.values[id]!; return value.kind === 'binding' && request.has(value.binding) || value.kind === 'member' && !ADDRESS.has(value.property) && isRequest(value.object) }
  if (flow.nodes.some(({ kind, ref }) => kind === 'branch' && file.values[ref]!.at < before && !isOfAddress(file, ref))) return true
  const onTheWay = new Set(program.events.chainOf(fn).map(edge => keyOf(edge.call)))
  return file.calls.some(other => {
    if (other.fn !== fn.id || other.at >= before || other.id === call.id || onTheWay.has(keyOf(refTo(file, other.id)))) return false
    const called = file.values[other.callee]!
    return other.args.some(isRequest) || called.kind === 'member' && isRequest(called.object)
  })
}

/** A test of nothing but the address and literals. */
function isOfAddress(file: FileFacts, id: number): boolean {
  const value = file.values[id]!
  switch (value.kind) {
    case 'literal': return true
    case 'computed': return value.operator !== 'template' && value.parts.every(part => isOfAddress(file, part))
    case 'choice': return value.options.every(option => isOfAddress(file, option))
    case 'member': return ADDRESS.has(value.property)
    case 'call': {
      const { callee, args } = file.calls[value.call]!, called = file.values[callee]!
      return called.kind === 'member' && isOfAddress(file, called.object) && args.every(arg => isOfAddress(file, arg))
    }
    case 'binding': {
      const { values, kind } = file.bindings[value.binding]!
      return kind !== 'param' && values.length === 1 && isOfAddress(file, values[0]!)
    }
    default: return false
  }
}
